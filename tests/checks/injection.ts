/** What checks say of injection that is broken in one place, or nearly. @module */
import { INJECTOR, OTHER_ROOT, type Row } from "./row.ts";

const VALIDATOR = "ValidatingWebhookConfiguration istio-validator-istio-system";

function refusal(lastTimestamp: string): object {
  return {
    apiVersion: "v1",
    kind: "Event",
    metadata: { namespace: "shop", name: "web.1" },
    involvedObject: { kind: "ReplicaSet", namespace: "shop", name: "web" },
    reason: "FailedCreate",
    message: "Error creating: Internal error occurred: failed calling webhook " +
      '"namespace.sidecar-injector.istio.io": x509: certificate signed by unknown authority',
    lastTimestamp,
  };
}

/** The rows. */
export const rows: readonly Row[] = [
  {
    check: "injector-reachable",
    when: "where the revision is gone",
    change: (mesh) => mesh.get(INJECTOR).webhooks[0].clientConfig.service.name = "istiod-old",
    status: "error",
    says: /istio-system\/istiod-old/,
  },
  {
    check: "injectors-disjoint",
    when: "where two revisions take the same namespace",
    change(mesh) {
      const other = structuredClone(mesh.get(INJECTOR));
      other.metadata.name = "istio-sidecar-injector-canary";
      mesh.add("east", other);
    },
    status: "error",
    says: /overlaps/,
  },
  {
    check: "webhooks-trust-istiod",
    when: "where a tool took the CA away",
    change: (mesh) => mesh.get(INJECTOR).webhooks[0].clientConfig.caBundle = "",
    status: "error",
    says: /namespace\.sidecar-injector\.istio\.io: it has no CA yet/,
  },
  {
    check: "webhooks-trust-istiod",
    when: "where the CA is another",
    change: (mesh) => mesh.get(INJECTOR).webhooks[0].clientConfig.caBundle = btoa(OTHER_ROOT),
    status: "warning",
    says: /none of the mesh's roots/,
  },
  {
    check: "webhooks-trust-istiod",
    when: "where the CA has ended",
    change: (mesh) => mesh.now = new Date("2036-12-01T00:00:00Z"),
    status: "error",
    says: /the CA expired/,
  },
  {
    check: "webhooks-trust-istiod",
    when: "where the CA is nonsense",
    change: (mesh) => mesh.get(INJECTOR).webhooks[0].clientConfig.caBundle = "%%%",
    status: "error",
    says: /no certificate/,
  },
  {
    check: "validator-enforces",
    when: "where istiod never came to Fail",
    change: (mesh) => mesh.get(VALIDATOR).webhooks[0].failurePolicy = "Ignore",
    status: "warning",
    says: /is Ignore/,
  },
  {
    check: "revisions-served",
    when: "where a namespace asks for a revision that is not there",
    change: (mesh) => mesh.get("Namespace shop").metadata.labels = { "istio.io/rev": "canary" },
    status: "error",
    says: /no webhook takes istio\.io\/rev=canary/,
  },
  {
    check: "pods-created",
    when: "where the API server could not call the injector",
    change: (mesh) => mesh.add("east", refusal("2026-12-01T11:30:00Z")),
    status: "error",
    says: /ReplicaSet shop\/web: .*failed calling webhook/,
  },
  {
    check: "pods-created",
    when: "where that was yesterday",
    change: (mesh) => mesh.add("east", refusal("2026-11-30T11:30:00Z")),
    status: "ok",
    says: /0 refusals/,
  },
  {
    check: "pods-injected",
    when: "where a pod is older than the label",
    change: (mesh) => mesh.get("Pod shop/web-1").spec.containers.pop(),
    status: "warning",
    says: /IST0103/,
  },
  {
    check: "proxy-images-current",
    when: "where istiod was upgraded and pods were not",
    change: (mesh) => mesh.get("Pod shop/web-1").spec.containers[1].image = "istio/proxyv2:1.31.0",
    status: "warning",
    says: /IST0158/,
  },
];
