/** What checks say of a mesh of several clusters that is broken in one place, or nearly. @module */
import { OTHER_ROOT, type Row } from "./row.ts";

/** The rows. */
export const rows: readonly Row[] = [
  {
    check: "remote-clusters-synced",
    when: "where a cluster cannot be reached",
    change: (mesh) => mesh.files.get("istiod/debug/clusterz.json")[1].syncStatus = "timeout",
    status: "error",
    says: /cluster west .* is timeout/,
  },
  {
    check: "clusters-known",
    when: "where istiod was not given the other cluster",
    change(mesh) {
      mesh.files.get("istiod/debug/clusterz.json").pop();
      mesh.remove("Secret istio-system/istio-remote-secret-west");
    },
    status: "error",
    says: /istiod of east does not read cluster west/,
  },
  {
    check: "clusters-known",
    when: "where a remote secret is of no use",
    change(mesh) {
      const other = structuredClone(mesh.get("Secret istio-system/istio-remote-secret-west"));
      other.metadata.name = "istio-remote-secret-north";
      mesh.add("east", other);
    },
    status: "warning",
    says: /reads no cluster by it/,
  },
  {
    check: "clusters-share-root",
    when: "where each cluster has a root of its own",
    change(mesh) {
      mesh.get("west ConfigMap istio-system/istio-ca-root-cert").data["root-cert.pem"] = OTHER_ROOT;
    },
    status: "error",
    says: /cluster west has no root in common with east/,
  },
  {
    check: "networks-joined",
    when: "where a network has no gateway",
    change: (mesh) => mesh.remove("west Service istio-system/eastwest"),
    status: "error",
    says: /network net-west has no gateway/,
  },
];
