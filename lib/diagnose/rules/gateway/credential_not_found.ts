import { WORKLOAD_KINDS } from "../../../mesh/mod.ts";
import { defineRule } from "../../rule.ts";
import { credentialReferences } from "./_credentials.ts";
import { gatewayPods, gatewayWorkloads, missingSelector, selectorOf } from "./_workloads.ts";

/** Every Secret that a Gateway names is where the gateway's pods are. */
export const credentialNotFound = defineRule({
  code: "IST0101",
  name: "gateway-credential-not-found",
  title: "Gateway names a Secret that is not there",
  severity: "error",
  since: "0.1.0",
  inputs: ["Gateway", "Pod", "Secret"],
  reads: WORKLOAD_KINDS,
  peer: "gateway.SecretAnalyzer",
  docs: {
    why:
      "The proxies wait for the certificate and do not open the listener: TLS connections to the " +
      "server are closed at once.",
    remedy:
      "Create the Secret in the namespace of the gateway's pods, which need not be that of the " +
      "Gateway, or correct `credentialName`.",
    links: ["https://istio.io/latest/docs/tasks/traffic-management/ingress/secure-ingress/"],
  },

  *check({ mesh, compat }) {
    const podsOf = mesh.once(compat ? gatewayPods : gatewayWorkloads);
    // istioctl says twice that there are no pods, and takes pods without namespace for none.
    for (const gateway of compat ? mesh.list("Gateway") : []) {
      if (!podsOf(selectorOf(gateway))[0]?.namespace) yield missingSelector(gateway);
    }
    for (const { gateway, at, written, secret } of credentialReferences(mesh, podsOf, compat)) {
      if (secret) continue;
      yield { on: gateway, at, message: `Referenced credentialName not found: "${written}"` };
    }
  },
});
