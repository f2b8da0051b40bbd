import { defineRule } from "../../analysis/rule.ts";
import { isComplete } from "../_completeness.ts";
import { missingService } from "./_backends.ts";

/** A BackendTLSPolicy is for a Service that is there, with roots that are there. */
export const backendTlsTargetNotFound = defineRule({
  code: "MM0315",
  name: "backend-tls-target-not-found",
  title: "BackendTLSPolicy names a Service, port or CA that is not there",
  severity: "error",
  since: "0.1.0",
  inputs: ["BackendTLSPolicy", "Service", "ConfigMap"],
  mode: "default",
  docs: {
    why:
      "The policy makes gateways speak TLS to a Service of its own namespace and verify it. Without " +
      "the Service or the port it has no effect, and requests arrive in plaintext; without its CA " +
      "every handshake fails with 503.",
    remedy: "Correct the name. `sectionName` is the name of a port of the Service.",
    links: ["https://gateway-api.sigs.k8s.io/api-types/backendtlspolicy/"],
  },

  *check({ mesh }) {
    for (const on of mesh.list("BackendTLSPolicy")) {
      const { targetRefs = [], validation } = on.spec;
      for (const [i, { group = "", kind, name = "", sectionName }] of targetRefs.entries()) {
        if (group !== "" || kind !== "Service") continue;
        const service = mesh.get("Service", on.namespace, name);
        const at = ["spec", "targetRefs", i];
        if (!service) {
          const missing = missingService(mesh, on, at, { namespace: on.namespace, name });
          if (missing) yield missing;
        } else if (sectionName !== undefined) {
          const names = (service.spec.ports ?? []).map((port) => port.name ?? "");
          if (names.includes(sectionName)) continue;
          yield {
            on,
            at: [...at, "sectionName"],
            message: `Service ${on.namespace}/${name} has no port named "${sectionName}"`,
          };
        }
      }
      for (const [i, ref] of (validation?.caCertificateRefs ?? []).entries()) {
        const { group = "", kind, name = "" } = ref;
        if (group !== "" || kind !== "ConfigMap") continue;
        if (mesh.get("ConfigMap", on.namespace, name)) continue;
        if (!isComplete(mesh, "ConfigMap", on, on.namespace)) continue;
        yield {
          on,
          at: ["spec", "validation", "caCertificateRefs", i],
          message: `There is no ConfigMap ${on.namespace}/${name}`,
        };
      }
    }
  },
});
