import { isRecord, type Path, valueAt } from "../../../core/mod.ts";
import {
  hasSidecar,
  inAmbient,
  type MeshView,
  WORKLOAD_KINDS,
  type WorkloadInstance,
} from "../../../mesh/mod.ts";
import { removal } from "../../analysis/fix.ts";
import { defineRule } from "../../analysis/rule.ts";
import { formatName } from "../_names.ts";
import { servicesFor } from "../destinationrule/_host.ts";
import { type Reached, reachedPorts, tlsSettings } from "./_settings.ts";

/** Clients speak Istio's mutual TLS only to workloads that understand it. */
export const clientMtlsWithoutServer = defineRule({
  code: "MM0502",
  name: "client-mtls-without-server",
  title: "DestinationRule demands mutual TLS of a workload that has none",
  severity: "error",
  since: "0.1.0",
  inputs: ["DestinationRule", "PeerAuthentication", "Service", "ServiceEntry", "Namespace", "Pod"],
  reads: WORKLOAD_KINDS,
  equivalents: ["KIA0205", "KIA0206", "KIA0208"],
  mode: "default",
  docs: {
    why: "`ISTIO_MUTUAL` makes the proxies of clients start a TLS handshake. A workload without " +
      "proxy, or one whose PeerAuthentication says DISABLE, answers in plaintext: 503 with the flag " +
      "UF and a TLS error.",
    remedy:
      "Remove `tls` from the DestinationRule: Istio then encrypts only to workloads that can " +
      "(auto mTLS). Or bring the workload into the mesh.",
    links: ["https://istio.io/latest/docs/ops/configuration/traffic-management/tls-configuration/"],
  },

  *check({ mesh }) {
    const reach = mesh.once(reachedPorts);
    for (const dr of mesh.list("DestinationRule")) {
      for (const setting of tlsSettings(dr)) {
        if (setting.mode !== "ISTIO_MUTUAL") continue;
        for (const service of servicesFor(mesh, dr)) {
          const [plain, why] = firstPlain(mesh, reach(service, setting)) ?? [];
          if (!plain) continue;
          yield {
            on: dr,
            at: [...setting.at, "mode"],
            message: `Clients reach ${service.host}:${plain.port.port} with TLS mode ` +
              `ISTIO_MUTUAL, but ${formatName(plain.instance.resource)} ${why}`,
            fix: removal(emptied(dr.object, setting.at), "Leave TLS to Istio"),
          };
          break;
        }
      }
    }
  },
});

function firstPlain(
  mesh: MeshView<"Namespace">,
  reached: readonly Reached[],
): [Reached, string] | undefined {
  for (const one of reached) {
    if (isOutside(mesh, one.instance)) return [one, "has no proxy"];
    const { mode, from } = one.mtls;
    if (mode === "DISABLE" && from) {
      return [one, `takes only plaintext: PeerAuthentication ${formatName(from)} says DISABLE`];
    }
  }
  return undefined;
}

/** Manifests without the Namespace do not tell whether their pods get a proxy. */
function isOutside(mesh: MeshView<"Namespace">, instance: WorkloadInstance): boolean {
  const isKnown = instance.isPod && instance.resource.origin === undefined ||
    mesh.get("Namespace", "", instance.namespace) !== undefined;
  return isKnown && !hasSidecar(mesh, instance) && !inAmbient(mesh, instance);
}

/** The field to remove: with its parent, where the parent would be left empty, which istiod refuses. */
function emptied(object: unknown, at: Path): Path {
  const parent = at.slice(0, -1);
  const value = valueAt(object, parent);
  const isOnly = isRecord(value) && Object.keys(value).length === 1;
  return isOnly && parent.at(-1) === "trafficPolicy" ? parent : at;
}
