import { defineRule } from "../../analysis/rule.ts";
import { hostOfUrl, istioWebhooks, WEBHOOK_KINDS } from "./_control_plane_urls.ts";

/** The webhooks of an external control plane have an address. */
export const invalidControlPlaneUrl = defineRule({
  code: "IST0163",
  name: "invalid-control-plane-url",
  title: "Webhook has no usable address of the control plane",
  severity: "warning",
  since: "0.1.0",
  inputs: WEBHOOK_KINDS,
  peer: "externalcontrolplane.ExternalControlPlaneAnalyzer",
  echoed: true,
  docs: {
    why:
      "The API server cannot call istiod: pods are created without a sidecar, or not at all, and " +
      "Istio's objects are not validated.",
    remedy:
      "Set `clientConfig.url` to the address of the external control plane, or name the Service " +
      "of istiod.",
    links: ["https://istio.io/latest/docs/setup/install/external-controlplane/"],
  },

  *check({ mesh }) {
    for (const { on, at, name, url, hasService } of istioWebhooks(mesh)) {
      if (url === "" ? hasService : hostOfUrl(url) !== undefined) continue;
      const problem = url === "" ? "is blank" : "is an invalid format";
      yield {
        on,
        at,
        message: `The hostname (${url}) that was provided for the webhook (${name}) to reach the ` +
          `ingress gateway on the external control plane cluster ${problem}. Traffic may not flow ` +
          "properly.",
      };
    }
  },
});
