import type { Case } from "../../../connectivity/mod.ts";
import { ownCluster, remoteServices } from "../../case/clusters.ts";
import { defineCause } from "../../cause.ts";
import { resourceOf } from "../../case/objects.ts";
import { creating } from "../../case/cure.ts";
import { logged } from "../../case/signs.ts";

const CAPTURE = "ISTIO_META_DNS_CAPTURE";

/** The service exists, but not in the caller's cluster, whose DNS does not know the name. */
export const serviceNotInCluster = defineCause({
  id: "MM-M11",
  name: "service-not-in-callers-cluster",
  title: "The caller's cluster has no Service of that name",
  category: "configuration",
  severity: "high",
  explains: ["MM-C15", "MM-C39", "MM-C40", "MM-R32"],
  docs: {
    why:
      "The mesh knows the Services of all clusters; the DNS of a cluster knows its own. An application " +
      "whose cluster has no Service of the name cannot look it up, unless the sidecar answers for DNS.",
    symptom: "Name resolution fails in the application; no line in the access log of its proxy.",
    remedy:
      "Create the Service in the caller's cluster too, without pods, or set ISTIO_META_DNS_CAPTURE to true.",
    verify: "The name resolves in the caller's pod.",
    links: [
      "https://istio.io/latest/docs/ops/deployment/deployment-models/#dns-with-multiple-clusters",
    ],
  },

  *consider(of) {
    const { ofObjects } = ownCluster(of);
    const [elsewhere, ...others] = remoteServices(of);
    if (!elsewhere || of.caller.isExternal || answersDns(of)) return;
    const { namespace, name, spec } = elsewhere.service;
    const own = of.mesh.list("Service").filter((service) => service.cluster === ofObjects);
    if (
      own.length === 0 || own.some((each) => each.namespace === namespace && each.name === name)
    ) {
      return;
    }
    const clusters = [elsewhere, ...others].map(({ cluster }) => cluster).join(", ");
    yield {
      objects: [resourceOf(elsewhere.service)],
      title: `Service ${namespace}/${name} exists in cluster ${clusters}, not in the caller's`,
      facts: [
        {
          weight: "proven",
          source: `Services of ${ofObjects || "the caller's cluster"}`,
          detail: `${name} is not among the ${
            own.filter((each) => each.namespace === namespace).length
          } of namespace ${namespace}; ${CAPTURE} is not set`,
        },
        ...logged(of, { side: "client", codes: [404, 502, 503] }),
      ],
      remedy: {
        title: "Create the Service in the caller's cluster too",
        ...creating({
          apiVersion: "v1",
          kind: "Service",
          metadata: { name, namespace },
          spec: {
            selector: spec.selector,
            ports: spec.ports?.map(({ nodePort: _, ...port }) => port),
          },
        }, ofObjects),
      },
    };
  },
});

/** Whether the caller's sidecar answers name lookups from what istiod knows. */
function answersDns({ caller: { pods: [pod] }, mesh: { config } }: Case): boolean {
  const metadata = config.defaultConfig?.proxyMetadata ?? {};
  const { containers = [], initContainers = [] } = pod?.spec ?? {};
  const variables = [...containers, ...initContainers].flatMap(({ env = [] }) => env);
  const set = variables.find(({ name }) => name === CAPTURE)?.value ?? metadata[CAPTURE];
  return set === "true";
}
