import type { Case } from "../../../connectivity/mod.ts";
import { isOpaque, isReady, type MeshService, type MeshServicePort } from "../../../mesh/mod.ts";
import { ownCluster, remoteEndpoints, remoteServices } from "../../case/clusters.ts";
import { hasUsableEndpoint } from "../../case/case_facts.ts";
import { defineCause, type Fact } from "../../cause.ts";
import { label, resourceOf } from "../../case/objects.ts";
import { logged } from "../../case/signs.ts";

/** The Services of one name declare the asked port differently, so that the other cluster's pods do not fit. */
export const serviceDiffers = defineCause({
  id: "MM-M12",
  name: "service-differs-between-clusters",
  title: "The Service is another one in the cluster of the pods",
  category: "configuration",
  severity: "high",
  explains: ["MM-C01", "MM-C02", "MM-C09", "MM-C54"],
  docs: {
    why:
      "Services of one name are one service of the mesh: callers get the ports of their own cluster's, and " +
      "the endpoints of all. An endpoint belongs to a port by the port's name, and speaks the protocol that " +
      "its own cluster's Service declares.",
    symptom: "503 UH although the other cluster has ready pods, or errors at its endpoints alone.",
    remedy: "Give the Service the same ports, names and protocols in all clusters.",
    verify: "meshmedic analyze reports no IST0170.",
    links: ["https://istio.io/latest/docs/ops/deployment/deployment-models/#namespace-tenancy"],
  },

  *consider(of) {
    const { ofObjects } = ownCluster(of);
    const declarations = of.mesh.services.declarations(of.destination.host);
    const own = declarations.find(({ resource }) =>
      resource.identifier === "Service" && resource.cluster === ofObjects
    );
    const port = own?.ports.find((each) => each.port === of.destination.port);
    if (!own || !port) return;
    for (const { cluster, service, pods } of remoteServices(of)) {
      const other = declarations.find(({ resource }) => resource === service);
      if (!other || !pods.some(isReady)) continue;
      const difference = differenceOf(port, other);
      const harm = difference && harmOf(of, difference, cluster);
      if (!difference || !harm) continue;
      const [here, there] = [
        resourceOf(own.resource, "spec.ports"),
        resourceOf(service, "spec.ports"),
      ];
      yield {
        objects: [there, here],
        title: `${label(there)} of cluster ${cluster} ${difference.what}`,
        facts: [
          {
            weight: "proven",
            source: `${label(there)} spec.ports`,
            detail: `${portsOf(other)} in ${cluster}, ${portsOf(own)} in ${
              ofObjects || "the caller's"
            }`,
          },
          ...harm,
        ],
        remedy: {
          title: "Make the ports equal",
          action:
            `kubectl --context=${cluster} -n ${service.namespace} edit service ${service.name}`,
        },
      };
    }
  },
});

interface Difference {
  readonly kind: "name" | "protocol";
  readonly what: string;
}

function differenceOf(port: MeshServicePort, { ports }: MeshService): Difference | undefined {
  const named = ports.find(({ name }) => name === port.name);
  if (!named) {
    return { kind: "name", what: `has no port named "${port.name}", by which endpoints are found` };
  }
  return isOpaque(named.protocol) === isOpaque(port.protocol) ? undefined : {
    kind: "protocol",
    what: `declares port "${port.name}" as ${named.protocol}, not as ${port.protocol}`,
  };
}

/** What shows that the request suffers from a difference; `undefined` where it cannot. */
function harmOf(of: Case, { kind }: Difference, cluster: string): Fact[] | undefined {
  if (kind === "name") {
    return hasUsableEndpoint(of) ? undefined : logged(of, { side: "client", flags: ["UH"] });
  }
  const hosts = new Set(
    remoteEndpoints(of).filter((each) => each.cluster === cluster).map(({ address }) => address),
  );
  const facts = logged(of, { side: "client", flags: ["UC", "UPE", "DPE", "UF", "UR"], hosts });
  return facts.length > 0 ? facts : undefined;
}

function portsOf({ ports }: MeshService): string {
  return ports.map(({ name, port, protocol }) => `${name || "unnamed"} ${port} ${protocol}`).join(
    ", ",
  );
}
