import type { Case } from "../../../connectivity/mod.ts";
import { parseCertificateChain } from "../../../core/mod.ts";
import type { Resource } from "../../../mesh/mod.ts";
import { ownCluster, remoteEndpoints, unconnected } from "../../case/clusters.ts";
import { defineCause } from "../../cause.ts";
import { resourceOf } from "../../case/objects.ts";
import { VERIFY_FAILED } from "../../case/tls_modes.ts";

const ROOT = "istio-ca-root-cert";

/** The clusters' control planes sign with certificates under different roots. */
export const clusterRootsDiffer = defineCause({
  id: "MM-M04",
  name: "cluster-roots-differ",
  title: "The clusters do not share a root certificate",
  category: "security",
  severity: "critical",
  explains: ["MM-T08", "MM-T13", "MM-C20"],
  docs: {
    why:
      "Unless all are given a common root, every istiod makes a root of its own. Workloads of one cluster " +
      "then refuse the certificates of the other, through east-west gateways too, which pass TLS on.",
    symptom: "503 UF with CERTIFICATE_VERIFY_FAILED, only at endpoints in the other cluster.",
    remedy:
      "Create the Secret cacerts in every cluster with an intermediate CA under the same root, then " +
      "restart istiod and the workloads.",
    verify: "istioctl proxy-config rootca-compare finds the same root in both clusters.",
    links: ["https://istio.io/latest/docs/tasks/security/cert-management/plugin-ca-cert/"],
  },

  *consider(of) {
    const own = rootOf(of, ownCluster(of).ofObjects);
    const remote = Map.groupBy(remoteEndpoints(of), ({ cluster }) => cluster);
    for (const [cluster, endpoints] of remote) {
      const told = unconnected(of, endpoints, VERIFY_FAILED);
      const other = rootOf(of, cluster);
      const isSame = own && other && other.prints.some((print) => own.prints.includes(print));
      if (isSame || told.length === 0) continue;
      const roots = own && other
        ? [{
          weight: "proven" as const,
          source: `ConfigMaps ${own.map.namespace}/${ROOT}`,
          detail: `root ${own.prints.join(", ")} here, ${other.prints.join(", ")} in ${cluster}`,
        }]
        : [];
      yield {
        objects: [
          ...[other, own].flatMap((root) =>
            root ? [resourceOf(root.map, "data.root-cert.pem")] : []
          ),
          { kind: "Secret", namespace: of.mesh.istioNamespace, name: "cacerts" },
        ],
        title: `certificates of cluster ${cluster} are not accepted here` +
          (roots.length > 0 ? ": the clusters have different roots" : ""),
        facts: [...told, ...roots],
        remedy: { title: "Give all clusters intermediate CAs under one root, then restart" },
      };
    }
  },
});

interface Root {
  readonly map: Resource<"ConfigMap">;
  readonly prints: readonly string[];
}

/** The root that the workloads of a cluster trust, as istiod distributes it. */
function rootOf({ allClusters: mesh }: Case, cluster: string): Root | undefined {
  const map = mesh.list("ConfigMap", mesh.istioNamespace)
    .find((each) => each.name === ROOT && each.cluster === cluster);
  const chain = parseCertificateChain(map?.object.data?.["root-cert.pem"] ?? "");
  return map && chain && {
    map,
    prints: chain.map(({ fingerprint }) => fingerprint.replaceAll(":", "").slice(0, 16)),
  };
}
