import { defineRule } from "../../analysis/rule.ts";
import { injectors } from "./_injectors.ts";

/** The Service that an injector calls is there. */
export const injectorServiceNotFound = defineRule({
  code: "IST0139",
  name: "injector-service-not-found",
  title: "Webhook calls a control plane that is not there",
  severity: "error",
  since: "0.1.0",
  inputs: ["MutatingWebhookConfiguration", "Service"],
  peer: "webhook.Analyzer",
  docs: {
    why:
      "The API server cannot call the webhook: depending on its failure policy pods are created " +
      "without a sidecar, or not at all.",
    remedy:
      "Delete the configuration if its control plane is gone, or correct the Service it names.",
  },

  *check({ mesh, compat }) {
    for (const { configuration, index, webhook } of mesh.once(injectors)) {
      const { namespace = "", name = "" } = webhook.clientConfig?.service ?? {};
      if (!webhook.clientConfig?.service || mesh.get("Service", namespace, name)) continue;
      yield {
        on: configuration,
        at: compat ? [] : ["webhooks", index, "clientConfig", "service"],
        message: `Injector refers to a control plane service that does not exist: ` +
          `${namespace}/${name}.`,
      };
    }
  },
});
