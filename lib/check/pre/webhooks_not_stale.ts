import { counted } from "../../core/mod.ts";
import { defineCheck, trouble } from "../check.ts";
import { istioWebhooks, WEBHOOK_KINDS } from "../webhooks/_istios.ts";

/** No webhook of an Istio that is gone is left. */
export const webhooksNotStale = defineCheck({
  name: "webhooks-not-stale",
  stage: "Leftovers",
  title: "No webhook of an Istio that is gone is left",
  inputs: [...WEBHOOK_KINDS, "Service"],
  docs: {
    why:
      "Webhook configurations outlive the control plane. The API server goes on calling it, and refuses " +
      "the pods, or the objects of Istio, that they are about.",
    remedy: "Delete the webhook configuration.",
  },

  run({ mesh }) {
    const webhooks = istioWebhooks(mesh);
    return {
      saw: counted(webhooks.length, "webhook"),
      troubles: webhooks.flatMap(({ configuration, name, field, webhook }) => {
        const { namespace = "", name: service = "" } = webhook.clientConfig?.service ?? {};
        if (service === "" || mesh.get("Service", namespace, service) !== undefined) return [];
        return [
          trouble(
            webhook.failurePolicy === "Ignore" ? "warning" : "error",
            configuration,
            `${name} calls Service ${namespace}/${service}, which is not there`,
            `${field}.clientConfig.service`,
          ),
        ];
      }),
    };
  },
});
