/** Fixed reports for the renderers' tests. @module */
import type { AnalysisReport, DiagnosisReport, Manual } from "../mod.ts";

/** The file that the analysis looked at. */
export const MANIFEST = `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata:
  name: reviews
spec:
  hosts: [reviews]
  http:
    - route:
        - destination:
            host: "reviewz" # misspelt
`;

/** The manual of one of the rules. */
export const RULES: readonly Manual[] = [{
  code: "IST0101",
  name: "referenced-resource-not-found",
  title: "A referenced object does not exist",
  kind: "rule",
  severity: "error",
  why: "istiod builds no cluster for an unknown host.",
  remedy: "Correct the host.",
}];

/** An analysis with everything that a finding may have, and with what a hostile name may hold. */
export const ANALYSIS: AnalysisReport = {
  kind: "AnalysisReport",
  version: 1,
  takenAt: "2026-01-01T00:00:00.000Z",
  source: { type: "files", detail: "mesh.yaml" },
  summary: { error: 1, warning: 1, info: 1, suppressed: 1, resources: 42, rules: 70 },
  findings: [
    {
      code: "IST0101",
      name: "referenced-resource-not-found",
      severity: "error",
      message: 'Referenced host not found: "reviewz"',
      resource: {
        cluster: "",
        apiVersion: "networking.istio.io/v1",
        kind: "VirtualService",
        namespace: "default",
        name: "reviews",
      },
      path: "spec.http[0].route[0].destination.host",
      location: { file: "mesh.yaml", line: 10, column: 19 },
      documentation: "https://istio.io/latest/docs/reference/config/analysis/ist0101/",
      fingerprint: "1f0e",
      fix: {
        applicability: "unsafe",
        title: 'Use the host "reviews"',
        patch: [{
          op: "replace",
          path: "/spec/http/0/route/0/destination/host",
          value: "reviews",
        }],
      },
    },
    {
      code: "MM0201",
      name: "odd-name",
      severity: "warning",
      message: "A | name with <markup> & \u001b[31mcolour\nin two lines, 100%: bad",
      resource: {
        cluster: "west",
        apiVersion: "v1",
        kind: "Service",
        namespace: "shop",
        name: "a`b",
      },
      documentation: "https://example.com/MM0201",
      fingerprint: "2f0e",
    },
    {
      code: "IST0118",
      name: "port-name-is-not-under-naming-convention",
      severity: "info",
      message: "Port name foo (port: 80) does not follow the naming convention",
      resource: { cluster: "", apiVersion: "v1", kind: "Node", namespace: "", name: "n1" },
      path: "spec.ports[0]",
      documentation: "https://example.com/IST0118",
      fingerprint: "3f0e",
    },
  ],
  suppressed: [{
    code: "IST0109",
    name: "conflicting-hosts",
    severity: "error",
    message: "Two VirtualServices claim the host",
    resource: {
      cluster: "",
      apiVersion: "networking.istio.io/v1",
      kind: "VirtualService",
      namespace: "shop",
      name: "cart",
    },
    documentation: "https://example.com/IST0109",
    fingerprint: "4f0e",
    suppression: { by: "annotation", reason: "migration until May" },
  }],
  ignored: [{
    kind: "Kustomization",
    name: "",
    location: { file: "kustomization.yaml", line: 1, column: 1 },
    reason: "no kind that a rule knows",
  }],
  gaps: [{ what: "secrets", reason: "forbidden" }],
  skipped: [{ rule: "certificate-expires", reason: "needs proxies" }],
};

/** An analysis of a healthy mesh. */
export const CLEAN_ANALYSIS: AnalysisReport = {
  ...ANALYSIS,
  summary: { error: 0, warning: 0, info: 0, suppressed: 0, resources: 1, rules: 70 },
  findings: [],
  suppressed: [],
  ignored: [],
  gaps: [],
  skipped: [],
};

/** A diagnosis of a broken request. */
export const DIAGNOSIS: DiagnosisReport = {
  kind: "DiagnosisReport",
  version: 1,
  issueType: "connectivity",
  timestamp: "2026-01-01T00:00:00.000Z",
  context: {
    source: "client/sleep-58fc88fbf7-lbwpl",
    destination: "reviews.bookinfo.svc.cluster.local:9080",
    request: { method: "GET", path: "/reviews/0" },
  },
  verdict: "broken",
  headline:
    "sleep cannot reach reviews: the route sends 100 % to subset v4, which no DestinationRule defines",
  findings: [{
    cause: "MM-R01",
    name: "subset-not-defined",
    category: "configuration",
    severity: "critical",
    confidence: 0.98,
    title: "The route of reviews leads to subset v4, which no DestinationRule defines",
    description: "Envoy knows no cluster of that name, so it answers 503 NC itself.",
    resources: [{
      kind: "VirtualService",
      namespace: "bookinfo",
      name: "reviews",
      path: "spec.http[0].route[0].destination.subset",
    }, { kind: "DestinationRule", namespace: "bookinfo", name: "reviews" }],
    evidence: [{
      supports: true,
      source: "proxies/client/sleep-58fc88fbf7-lbwpl/access.log",
      detail: "41 × 503 NC cluster_not_found",
    }, {
      supports: false,
      source: "proxies/client/sleep-58fc88fbf7-lbwpl/clusters.json",
      detail: "the cluster answered 12 requests earlier",
    }],
  }],
  recommendations: [{
    for: "MM-R01",
    title: "Route to a subset that exists, or define v4",
    description: "Afterwards the access log of the client shows 200.",
    action: "kubectl -n bookinfo edit virtualservice reviews",
    patch: "spec:\n  subsets:\n    - name: v4\n      labels:\n        version: v4\n",
  }],
  hops: [
    {
      at: "listener",
      proxy: "client/sleep-58fc88fbf7-lbwpl",
      outcome: "ok",
      detail: "0.0.0.0:9080 takes the request",
    },
    {
      at: "route",
      proxy: "client/sleep-58fc88fbf7-lbwpl",
      outcome: "ok",
      detail: "route 9080, domain reviews.bookinfo, sends 100 % to subset v4",
      object: "VirtualService bookinfo/reviews",
    },
    {
      at: "cluster",
      proxy: "client/sleep-58fc88fbf7-lbwpl",
      outcome: "fail",
      detail: "outbound|9080|v4|reviews.bookinfo.svc.cluster.local does not exist",
    },
    { at: "endpoint", proxy: "", outcome: "unknown", detail: "not reached" },
  ],
  gaps: [{ what: "istiod/istiod.log", reason: "not in the snapshot" }],
  checked: ["routes", "subsets", "mutual TLS <both ends>"],
};

/** A diagnosis that finds nothing. */
export const HEALTHY_DIAGNOSIS: DiagnosisReport = {
  ...DIAGNOSIS,
  verdict: "healthy",
  headline: "sleep reaches reviews",
  findings: [],
  recommendations: [],
  hops: DIAGNOSIS.hops.map((hop) => ({ ...hop, outcome: "ok" as const })),
  gaps: [],
};

/** A diagnosis of a slow service. */
export const SLOW_DIAGNOSIS: DiagnosisReport = {
  ...DIAGNOSIS,
  issueType: "performance",
  context: { destination: "reviews.bookinfo.svc.cluster.local" },
  verdict: "degraded",
  headline: "reviews.bookinfo is slow: Deployment bookinfo/reviews-v3 itself takes 3002 ms",
  findings: [{
    ...DIAGNOSIS.findings[0]!,
    affects: ["sleep.client → reviews.bookinfo:9080", "outside → shop.example.com:80"],
  }],
  recommendations: [],
  hops: [],
  capacity: {
    containers: [
      {
        pod: "shop/reviews-1",
        container: "istio-proxy",
        cpu: 0.095,
        cpuLimit: 0.1,
        memory: 64 * 2 ** 20,
        throttled: 0.4,
      },
      { pod: "shop/reviews-1", container: "app", memory: 90 * 2 ** 20, memoryLimit: 100 * 2 ** 20 },
    ],
    pools: [{
      at: "sleep.client → reviews.shop.svc.cluster.local:9080",
      limit: "maxConnections",
      allowed: 1,
      peak: 40,
      needed: 52,
      refused: 12,
    }],
    controlPlane: {
      convergenceP99Ms: 480,
      queueP99Ms: 12,
      pushes: { cds: 3, eds: 40 },
      rejects: 1,
      proxies: 7,
      from: "istiod",
    },
  },
  latency: [{
    source: "productpage-v1.bookinfo",
    destination: "reviews.bookinfo.svc.cluster.local:9080",
    workload: "Deployment bookinfo/reviews-v3",
    requests: 7,
    p50Ms: 3004,
    p90Ms: 3052,
    p99Ms: 3052,
    parts: {
      clientProxy: 0,
      network: 0,
      serverProxy: 0,
      application: 0.98,
      downstream: 0.01,
      transfer: 0.01,
    },
    from: "access-log",
  }, {
    source: "a<b>",
    destination: "reviews.bookinfo.svc.cluster.local",
    p99Ms: 48,
    from: "prometheus",
  }],
};

/** A diagnosis of security. */
export const SECURITY_DIAGNOSIS: DiagnosisReport = {
  ...DIAGNOSIS,
  issueType: "security",
  context: {},
  verdict: "degraded",
  headline: "1 of 2 pairs that talk use mTLS; the root certificate ends in 12 days",
  findings: ["a", "b"].map((name) => ({
    ...DIAGNOSIS.findings[0]!,
    title: `Policy ${name} is in dry run`,
  })),
  recommendations: ["a", "b"].map((name) => ({
    for: "MM-R01",
    title: `Enforce policy ${name}`,
    description: "",
  })),
  hops: [],
  security: {
    edges: [
      {
        source: "sleep.client",
        destination: "reviews.bookinfo:9080",
        requests: 4,
        protection: "mTLS",
        from: "access-log",
      },
      {
        source: "old.legacy",
        destination: "a<b>:80",
        requests: 1,
        protection: "plaintext",
        from: "configuration",
      },
    ],
    services: [{
      service: "reviews.bookinfo",
      mtls: "PERMISSIVE",
      callers: "anybody",
      policies: ["bookinfo/deny"],
      dryRun: ["bookinfo/try"],
      checksTokens: true,
    }],
  },
};
