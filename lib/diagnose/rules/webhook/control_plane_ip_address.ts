import { parseIp } from "../../../core/mod.ts";
import { defineRule } from "../../analysis/rule.ts";
import { hostOfUrl, istioWebhooks, WEBHOOK_KINDS } from "./_control_plane_urls.ts";

/** The webhooks of an external control plane reach it by name. */
export const controlPlaneIpAddress = defineRule({
  code: "IST0164",
  name: "control-plane-ip-address",
  title: "Webhook reaches the control plane by IP address",
  severity: "info",
  since: "0.1.0",
  inputs: WEBHOOK_KINDS,
  peer: "externalcontrolplane.ExternalControlPlaneAnalyzer",
  docs: {
    why:
      "The address changes when the load balancer of the gateway is replaced, and no certificate of " +
      "a public CA names it.",
    remedy: "Use a host name in `clientConfig.url`.",
  },

  *check({ mesh }) {
    for (const { on, at, name, url } of istioWebhooks(mesh)) {
      const host = hostOfUrl(url);
      if (host === undefined || parseIp(host) === undefined) continue;
      yield {
        on,
        at: [...at, "url"],
        message: `The address (${url}) that was provided for the webhook (${name}) to reach the ` +
          "ingress gateway on the external control plane cluster is an IP address. This is not " +
          "recommended for a production environment.",
      };
    }
  },
});
