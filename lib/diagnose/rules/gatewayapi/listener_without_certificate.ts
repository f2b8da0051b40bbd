import { defineRule } from "../../analysis/rule.ts";
import { isOfIstio } from "./_attachment.ts";

/** A listener that ends TLS has a certificate. */
export const listenerWithoutCertificate = defineRule({
  code: "MM0309",
  name: "listener-without-certificate",
  title: "Listener is to end TLS and names no certificate",
  severity: "error",
  since: "0.1.0",
  inputs: ["KubernetesGateway"],
  reads: ["GatewayClass"],
  mode: "default",
  echoed: true,
  docs: {
    why:
      "An HTTPS listener, and a TLS listener unless its mode is Passthrough, shows clients its " +
      "certificate. Without one istiod marks the listener invalid, and no route attaches to it.",
    remedy:
      "Name a Secret in `tls.certificateRefs`, or set `tls.mode: Passthrough` for a TLSRoute.",
    links: ["https://gateway-api.sigs.k8s.io/guides/tls/"],
  },

  *check({ mesh }) {
    for (const on of mesh.list("KubernetesGateway")) {
      if (!isOfIstio(mesh, on)) continue;
      for (const [i, { name = "", protocol, tls }] of (on.spec.listeners ?? []).entries()) {
        if (protocol !== "HTTPS" && protocol !== "TLS" || tls?.mode === "Passthrough") continue;
        // Options say where else the certificate comes from.
        if ((tls?.certificateRefs ?? []).length > 0 || Object.keys(tls?.options ?? {}).length > 0) {
          continue;
        }
        yield {
          on,
          at: ["spec", "listeners", i, ...(tls ? ["tls"] : [])],
          message: `Listener "${name}" has no certificate to end ${protocol} with`,
        };
      }
    }
  },
});
