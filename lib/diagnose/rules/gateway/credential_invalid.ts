import { WORKLOAD_KINDS } from "../../../mesh/mod.ts";
import { defineRule } from "../../analysis/rule.ts";
import { credentialProblem, credentialReferences } from "./_credentials.ts";
import { gatewayPods, gatewayWorkloads } from "./_workloads.ts";

/** The Secrets of Gateways hold a valid certificate and its key. */
export const credentialInvalid = defineRule({
  code: "IST0161",
  name: "gateway-credential-invalid",
  title: "Certificate of a Gateway cannot be used",
  severity: "error",
  since: "0.1.0",
  inputs: ["Gateway", "Pod", "Secret"],
  reads: WORKLOAD_KINDS,
  peer: "gateway.SecretAnalyzer",
  docs: {
    why:
      "istiod or the proxies refuse the certificate, or clients do: TLS connections to the server " +
      "fail.",
    remedy:
      "Put a valid certificate chain into `tls.crt` and its key into `tls.key` of the Secret.",
    links: ["https://istio.io/latest/docs/tasks/traffic-management/ingress/secure-ingress/"],
  },

  *check({ mesh, now, compat }) {
    const podsOf = mesh.once(compat ? gatewayPods : gatewayWorkloads);
    for (const reference of credentialReferences(mesh, podsOf, compat)) {
      const { gateway, at, podNamespace, secret } = reference;
      const problem = secret && credentialProblem(secret, now);
      if (!problem) continue;
      const detail = compat ? "" : ` The reason is that ${problem}.`;
      yield {
        on: gateway,
        at,
        message: `The credential referenced by the Gateway ${gateway.name} in namespace ` +
          `${podNamespace} is invalid, which can cause the traffic not to work as expected.${detail}`,
      };
    }
  },
});
