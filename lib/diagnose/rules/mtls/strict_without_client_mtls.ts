import { clientTls } from "../../../auth/mod.ts";
import { hasSidecar, type Mesh, type MeshService, WORKLOAD_KINDS } from "../../../mesh/mod.ts";
import { defineRule } from "../../analysis/rule.ts";
import { formatName } from "../_names.ts";
import { reachedPorts } from "./_settings.ts";

const EVERY_PORT = { mode: "DISABLE", at: [], labels: {}, isFor: () => true } as const;

/** Where clients do not encrypt by themselves, a DestinationRule makes them. */
export const strictWithoutClientMtls = defineRule({
  code: "MM0520",
  name: "strict-without-client-mtls",
  title: "STRICT workload without a DestinationRule, though auto mTLS is off",
  severity: "error",
  since: "0.1.0",
  inputs: ["Service", "PeerAuthentication", "DestinationRule", "Pod"],
  reads: [...WORKLOAD_KINDS, "Namespace", "ServiceEntry"],
  equivalents: ["KIA0401", "KIA0501"],
  mode: "default",
  docs: {
    why:
      "With `enableAutoMtls: false` the proxies of clients speak plaintext unless a DestinationRule " +
      "says otherwise. A STRICT workload resets such connections: 503 with the flag UC.",
    remedy: "Add a DestinationRule with TLS mode ISTIO_MUTUAL, or leave auto mTLS on.",
    links: ["https://istio.io/latest/docs/ops/configuration/traffic-management/tls-configuration/"],
  },

  *check({ mesh }) {
    if (mesh.config.enableAutoMtls) return;
    const reach = mesh.once(reachedPorts);
    const isLeftOpen = mesh.once(withoutTlsSetting);
    for (const service of mesh.services.all) {
      const refused = reach(service, EVERY_PORT).find(({ instance, port, mtls }) =>
        mtls.mode === "STRICT" && hasSidecar(mesh, instance) &&
        isLeftOpen(service, port.port)
      );
      if (!refused) continue;
      yield {
        on: service.resource,
        at: [],
        message:
          `Clients reach ${service.host}:${refused.port.port} in plaintext, as auto mTLS is ` +
          `off and no DestinationRule sets TLS, but ${
            formatName(refused.instance.resource)
          } takes ` +
          "only mutual TLS (STRICT)",
      };
    }
  },
});

/** Whether no DestinationRule tells clients beside the service how to speak to a port of it. */
function withoutTlsSetting(mesh: Mesh): (service: MeshService, port: number) => boolean {
  return ({ host, namespace }, port) =>
    clientTls(mesh, { namespace, labels: {} }, host, port).from === undefined;
}
