import type { Case } from "../../../connectivity/mod.ts";
import { controlPlaneOf, covers, fqdn, type Resource } from "../../../mesh/mod.ts";
import { ownCluster } from "../../case/clusters.ts";
import { defineCause } from "../../cause.ts";
import { missingCluster } from "../../case/missing_cluster.ts";
import { resourceOf } from "../../case/objects.ts";
import { logged } from "../../case/signs.ts";

/** What the request needs is configured in another cluster, whose control plane is not the caller's. */
export const configurationElsewhere = defineCause({
  id: "MM-M13",
  name: "configuration-in-other-cluster",
  title: "What the request needs is configured in another cluster only",
  category: "configuration",
  severity: "high",
  explains: ["MM-R01", "MM-G01", "MM-C15", "MM-R32", "MM-C40"],
  docs: {
    why:
      "Every istiod reads Services and pods of all clusters, but Istio's objects only of its own. A " +
      "DestinationRule, VirtualService or ServiceEntry that was applied in one cluster does not exist for " +
      "callers in the others.",
    symptom:
      "The same request works from one cluster, and fails from another with 503 NC or 404 NR.",
    remedy: "Apply the object in every cluster that has a control plane.",
    verify: "meshmedic snapshot diff shows no difference between the clusters' Istio objects.",
    links: ["https://istio.io/latest/docs/ops/deployment/deployment-models/#multiple-clusters"],
  },

  *consider(of) {
    const found = [...subsetsElsewhere(of), ...gatewayRoutesElsewhere(of), ...hostsElsewhere(of)];
    for (const object of new Set(found)) {
      const { kind, namespace, name, cluster } = object;
      const own = ownCluster(of).inMesh || "the caller's cluster";
      yield {
        objects: [resourceOf(object)],
        title: `${kind} ${namespace}/${name} is in cluster ${cluster}, not in ${own}`,
        facts: [
          {
            weight: "proven",
            source: `clusters/${cluster}: ${kind} ${namespace}/${name}`,
            detail: `the control plane of ${own} does not read it`,
          },
          ...logged(of, { side: "client", flags: ["NC", "NR"] }),
        ],
        remedy: {
          title: `Apply ${kind} ${name} in ${own} too`,
          action:
            `kubectl --context=${cluster} -n ${namespace} get ${kind.toLowerCase()} ${name} ` +
            "-o yaml | kubectl apply -f -",
        },
      };
    }
  },
});

/** Objects of a kind that only control planes of other clusters read. */
function elsewhere<K extends "DestinationRule" | "ServiceEntry" | "VirtualService">(
  { allClusters, mesh }: Case,
  kind: K,
): readonly Resource<K>[] {
  if (allClusters.clusters.length < 2) return [];
  return allClusters.list(kind).filter(({ cluster, namespace, name }) =>
    cluster !== mesh.home && controlPlaneOf(allClusters, cluster).config === cluster &&
    mesh.get(kind, namespace, name) === undefined
  );
}

function* subsetsElsewhere(of: Case) {
  for (const { parsed } of missingCluster(of)) {
    if (parsed.subset === "") continue;
    yield* elsewhere(of, "DestinationRule").filter(({ spec, namespace }) =>
      fqdn(spec.host ?? "", namespace) === parsed.host &&
      spec.subsets?.some(({ name }) => name === parsed.subset)
    );
  }
}

function* gatewayRoutesElsewhere(of: Case) {
  const { caller, walk: { verdict, virtualHost }, question: { target: { host } } } = of;
  const isUnserved = ["no_virtual_host", "no_route", "no_listener"].includes(verdict);
  if (!caller.isExternal || !isUnserved || virtualHost && !virtualHost.domains.includes("*")) {
    return;
  }
  yield* elsewhere(of, "VirtualService").filter(({ spec, namespace }) =>
    spec.hosts?.some((each) => covers(fqdn(each, namespace), host))
  );
}

function* hostsElsewhere(of: Case) {
  const { walk: { verdict }, destination: { service, host } } = of;
  if (service || verdict !== "blackhole") return;
  yield* elsewhere(of, "ServiceEntry").filter(({ spec }) =>
    spec.hosts?.some((each) => covers(each, host))
  );
}
