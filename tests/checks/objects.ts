/** What checks say of objects that cannot be read, and of versions that do not go together. @module */
import type { Row } from "./row.ts";

/** The rows. */
export const rows: readonly Row[] = [
  {
    check: "api-servers-answer",
    when: "where one of several clusters gives no answer",
    change: (mesh) => mesh.gaps.push({ what: "cluster south", reason: "Cannot reach it" }),
    status: "error",
    says: /Cannot reach it/,
  },
  {
    check: "api-servers-answer",
    when: "of a recording",
    change: (mesh) => mesh.source = { type: "snapshot", detail: "mesh.tar.gz" },
    status: "unknown",
    says: /cannot be asked/,
  },
  {
    check: "objects-readable",
    when: "where a kind is forbidden",
    change: (mesh) => mesh.gaps.push({ what: "secrets", reason: "forbidden" }),
    status: "warning",
    says: /1 kind forbidden/,
  },
  {
    check: "pods-askable",
    when: "where neither port-forward nor exec is allowed",
    change({ forbidden }) {
      forbidden.add("create pods/portforward").add("create pods/exec");
    },
    status: "warning",
    says: /not allowed/,
  },
  {
    check: "pods-askable",
    when: "where exec is allowed in the place of port-forward",
    change: ({ forbidden }) => forbidden.add("create pods/portforward"),
    status: "ok",
    says: /pods\/exec is allowed/,
  },
  {
    check: "istio-kinds-defined",
    when: "where a definition was deleted",
    change: (mesh) => mesh.remove("CustomResourceDefinition virtualservices.networking.istio.io"),
    status: "error",
    says: /virtualservices\.networking\.istio\.io is not defined/,
  },
  {
    check: "definitions-established",
    when: "where names are taken",
    change(mesh) {
      mesh.get("CustomResourceDefinition gateways.networking.istio.io").status.conditions = [
        { type: "NamesAccepted", status: "False", reason: "PluralConflict", message: "taken" },
      ];
    },
    status: "error",
    says: /NamesAccepted is False: PluralConflict taken/,
  },
  {
    check: "definitions-established",
    when: "where no state was recorded",
    change(mesh) {
      for (const [id, { value }] of mesh.objects) {
        if (id.startsWith("CustomResourceDefinition")) delete value.status;
      }
    },
    status: "unknown",
    says: /0 of \d+ definitions tell/,
  },
  {
    check: "gateway-api-recent",
    when: "where the Gateway API is old",
    change(mesh) {
      const { metadata } = mesh.get(
        "CustomResourceDefinition tlsroutes.gateway.networking.k8s.io",
      );
      metadata.annotations["gateway.networking.k8s.io/bundle-version"] = "v1.2.0";
    },
    status: "warning",
    says: /IST0176/,
  },
  {
    check: "kubernetes-supported",
    when: "where Kubernetes is too old for istiod",
    change: (mesh) => mesh.manifest["kubernetesVersion"] = "v1.27.9-gke.100",
    status: "warning",
    says: /v1\.27\.9-gke\.100 is older than 1\.31, the oldest for Istio 1\.32\.0/,
  },
  {
    check: "kubernetes-supported",
    when: "where Kubernetes is newer than what istiod knows",
    change(mesh) {
      mesh.manifest["kubernetesVersion"] = "v1.36.0";
      mesh.files.set("istiod/version.json", "1.29.1-abc-Clean");
    },
    status: "info",
    says: /newer than 1\.35/,
  },
  {
    check: "istiod-replicas-agree",
    when: "in the middle of a rollout",
    change(mesh) {
      const other = structuredClone(mesh.get("Pod istio-system/istiod-1"));
      other.metadata.name = "istiod-2";
      other.spec.containers[0].image = "istio/pilot:1.31.0";
      mesh.add("east", other);
    },
    status: "warning",
    says: /1 × 1\.31\.0, 1 × 1\.32\.0/,
  },
  {
    check: "proxies-not-skewed",
    when: "where a proxy is much older than istiod",
    change: (mesh) => mesh.get("Pod shop/web-1").spec.containers[1].image = "istio/proxyv2:1.24.0",
    status: "warning",
    says: /MM1307/,
  },
  {
    check: "proxies-not-skewed",
    when: "where a proxy is newer than istiod",
    change: (mesh) => mesh.get("Pod shop/web-1").spec.containers[1].image = "istio/proxyv2:1.33.0",
    status: "warning",
    says: /MM1307/,
  },
  {
    check: "proxies-not-skewed",
    when: "where a proxy is one minor version older",
    change: (mesh) => mesh.get("Pod shop/web-1").spec.containers[1].image = "istio/proxyv2:1.31.4",
    status: "ok",
    says: /1 rule found nothing/,
  },
];
