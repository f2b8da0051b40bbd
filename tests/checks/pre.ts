/** What checks say of a cluster before an install that is broken in one place, or nearly. @module */
import type { Row } from "./row.ts";

/** The rows. */
export const rows: readonly Row[] = [
  {
    check: "kubernetes-recent",
    when: "where Kubernetes is old",
    change: (mesh) => mesh.manifest["kubernetesVersion"] = "v1.29.3",
    status: "error",
    says: /older than 1\.32/,
  },
  {
    check: "may-install",
    when: "where a right is missing",
    change: ({ forbidden }) => forbidden.add("create clusterroles"),
    status: "error",
    says: /may not create clusterroles\.rbac\.authorization\.k8s\.io: no rule/,
  },
  {
    check: "may-install",
    when: "of a recording",
    change: (mesh) => mesh.source = { type: "snapshot", detail: "mesh/" },
    status: "unknown",
    says: /cannot be asked/,
  },
  {
    check: "gateway-api-served",
    when: "where only beta versions are served",
    change(mesh) {
      const { spec } = mesh.get("CustomResourceDefinition httproutes.gateway.networking.k8s.io");
      spec.versions = [{ name: "v1", served: false }, { name: "v1beta1", served: true }];
    },
    status: "warning",
    says: /serves v1beta1/,
  },
  {
    check: "no-control-plane-yet",
    when: "where one is there",
    change: () => {},
    status: "info",
    says: /control plane of revision default/,
  },
  {
    check: "webhooks-not-stale",
    when: "where the control plane was deleted and its webhooks were not",
    change: (mesh) => mesh.remove("Service istio-system/istiod"),
    status: "error",
    says: /rev\.validation\.istio\.io calls Service istio-system\/istiod, which is not there/,
  },
  {
    check: "definitions-not-stale",
    when: "where a kind of old releases is defined",
    change: (mesh) =>
      mesh.add("east", {
        apiVersion: "apiextensions.k8s.io/v1",
        kind: "CustomResourceDefinition",
        metadata: { name: "policies.authentication.istio.io" },
        spec: { group: "authentication.istio.io", names: { kind: "Policy" } },
      }),
    status: "info",
    says: /reads this kind/,
  },
  {
    check: "nodes-fit",
    when: "where no node takes pods",
    change: (mesh) => mesh.get("Node node-1").status.conditions[0].status = "False",
    status: "error",
    says: /0 of 1 node/,
  },
  {
    check: "nodes-fit",
    when: "where a node is of a platform without images",
    change(mesh) {
      const other = structuredClone(mesh.get("Node node-1"));
      other.metadata.name = "node-2";
      other.metadata.labels["kubernetes.io/arch"] = "s390x";
      mesh.add("east", other);
    },
    status: "warning",
    says: /no images for s390x/,
  },
  {
    check: "room-for-istiod",
    when: "where the nodes are full",
    change(mesh) {
      const { spec } = mesh.get("Pod istio-system/istiod-1");
      spec.containers[0].resources = { requests: { memory: "15Gi" } };
    },
    status: "warning",
    says: /4000m CPU and 1\.0 GiB free/,
  },
];
