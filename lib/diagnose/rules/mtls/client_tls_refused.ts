import { hasSidecar, WORKLOAD_KINDS } from "../../../mesh/mod.ts";
import { replacement } from "../../analysis/fix.ts";
import { defineRule } from "../../analysis/rule.ts";
import { formatName } from "../_names.ts";
import { servicesFor } from "../destinationrule/_host.ts";
import { reachedPorts, tlsSettings } from "./_settings.ts";

/** Clients speak Istio's mutual TLS to workloads that take nothing else. */
export const clientTlsRefused = defineRule({
  code: "MM0501",
  name: "client-tls-refused",
  title: "DestinationRule makes clients speak what a STRICT workload refuses",
  severity: "error",
  since: "0.1.0",
  inputs: ["DestinationRule", "PeerAuthentication", "Service", "ServiceEntry", "Namespace", "Pod"],
  reads: WORKLOAD_KINDS,
  equivalents: ["IST0113", "KIA0207", "KIA0505", "KIA0506"],
  mode: "default",
  docs: {
    why:
      "The proxies of clients open plaintext connections, or TLS without Istio's certificates, as " +
      "the DestinationRule says; the proxy of the workload takes only mutual TLS, as its " +
      "PeerAuthentication says. It resets the connections: 503 with the flag UC or UF.",
    remedy: "Remove `tls` from the DestinationRule, so that Istio chooses (auto mTLS), or set " +
      "`ISTIO_MUTUAL`. If plaintext is meant, make the PeerAuthentication PERMISSIVE for the port.",
    links: ["https://istio.io/latest/docs/ops/common-problems/network-issues/"],
  },

  *check({ mesh }) {
    const reach = mesh.once(reachedPorts);
    for (const dr of mesh.list("DestinationRule")) {
      for (const setting of tlsSettings(dr)) {
        if (setting.mode === "ISTIO_MUTUAL") continue;
        for (const service of servicesFor(mesh, dr)) {
          const refused = reach(service, setting).find(({ instance, mtls }) =>
            mtls.mode === "STRICT" && hasSidecar(mesh, instance)
          );
          if (!refused) continue;
          const { instance, port, mtls } = refused;
          const policy = mtls.from ? `PeerAuthentication ${formatName(mtls.from)}` : "its policy";
          yield {
            on: dr,
            at: [...setting.at, "mode"],
            message: `Clients reach ${service.host}:${port.port} with TLS mode ${setting.mode}, ` +
              `but ${policy} lets ${formatName(instance.resource)} take only mutual TLS (STRICT)`,
            fix: replacement(setting.at, { mode: "ISTIO_MUTUAL" }, "Use Istio's mutual TLS"),
          };
          break;
        }
      }
    }
  },
});
