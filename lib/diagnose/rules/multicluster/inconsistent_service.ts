import { compare } from "../../../core/mod.ts";
import { byName, type Resource } from "../../../mesh/mod.ts";
import { defineRule } from "../../analysis/rule.ts";

/** A Service that several clusters have is the same in all of them. */
export const inconsistentService = defineRule({
  code: "IST0170",
  name: "inconsistent-service",
  title: "Service differs between clusters",
  severity: "warning",
  since: "0.1.0",
  inputs: ["Service"],
  spansClusters: true,
  peer: "services.MultiClusterServiceAnalyzer",
  docs: {
    why:
      "The mesh takes Services of one name and namespace for one service. Clients get ports and type " +
      "of one cluster and endpoints of all, so that some requests fail.",
    remedy: "Make the Services equal, or give them different names.",
    links: ["https://istio.io/latest/docs/ops/deployment/deployment-models/#namespace-tenancy"],
  },

  *check({ mesh, compat }) {
    const namesakes = Map.groupBy(mesh.list("Service"), (s) => `${s.namespace}/${s.name}`);
    for (const services of namesakes.values()) {
      const [first, ...others] = services.toSorted(byName);
      if (!first) continue;
      const found = others.map((other) => ({ other, reasons: differences(first, other, compat) }))
        .filter(({ reasons }) => reasons.length > 0);
      if (found.length === 0) continue;
      const reasons = [...new Set(found.flatMap((one) => one.reasons))].sort(compare).join("; ");
      const clusters = [first, ...found.map(({ other }) => other)].map(({ cluster }) => cluster);
      yield {
        on: first,
        at: ["spec"],
        message: `The service ${first.name} in namespace "${first.namespace}" is inconsistent ` +
          `across clusters ${JSON.stringify(clusters).replaceAll(",", " ")}, which can lead to ` +
          `undefined behaviors. The inconsistent behaviors are: ${reasons}.`,
      };
    }
  },
});

function differences(
  a: Resource<"Service">,
  b: Resource<"Service">,
  compat: boolean,
): string[] {
  const found: string[] = [];
  if ((a.spec.clusterIP === "None") !== (b.spec.clusterIP === "None")) {
    found.push("service has mixed mode like headless and clusterIP");
  }
  const typeOf = ({ spec: { type } }: Resource<"Service">) => type ?? (compat ? "" : "ClusterIP");
  if (typeOf(a) !== typeOf(b)) found.push("service type is inconsistent");
  if (portsOf(a, compat) !== portsOf(b, compat)) found.push("service ports are inconsistent");
  return found;
}

/** The ports as text; the port of the nodes is each cluster's own affair, but not for istioctl. */
function portsOf({ spec: { ports = [] } }: Resource<"Service">, compat: boolean): string {
  return ports.toSorted((a, b) => compare(a.name ?? "", b.name ?? "")).map((declared) => {
    const { name, port, targetPort, protocol, appProtocol, nodePort } = declared;
    return JSON.stringify(
      compat
        ? [name, port, targetPort, protocol, appProtocol, nodePort]
        : [name, port, targetPort ?? port, protocol ?? "TCP", appProtocol],
    );
  }).join();
}
