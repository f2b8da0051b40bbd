import { ok, strictEqual } from "node:assert/strict";
import { CHECK_FORMATS, checkRenderers, type CheckReport } from "../mod.ts";
import { matchesSnapshot } from "./snapshot.ts";

const PLAIN = { color: false, columns: 80 };
const PAGE = "https://github.com/meshmedic/meshmedic/blob/main/docs/checks.md";

/** One check of each status, and what a hostile name may hold. */
const REPORT: CheckReport = {
  kind: "CheckReport",
  version: 1,
  takenAt: "2026-01-01T00:00:00.000Z",
  source: { type: "cluster", detail: "production" },
  summary: { error: 1, warning: 1, info: 1, unknown: 1, skipped: 1, ok: 1 },
  looks: 2,
  checks: [
    {
      name: "istiod-ready",
      stage: "Control plane",
      title: "Every replica of istiod is ready",
      status: "ok",
      saw: "istio-system/istiod has 2 of 2 ready",
      troubles: [],
      gaps: [],
      documentation: `${PAGE}#istiod-ready`,
    },
    {
      name: "configuration-accepted",
      stage: "Proxies",
      title: "No proxy rejects the configuration that it is sent",
      status: "error",
      saw: "8 proxies",
      troubles: Array.from({ length: 7 }, (_, i) => ({
        level: "error",
        source: `proxies/shop/web-${i}/config_dump.json`,
        detail: `the proxy of shop/web-${i} rejects LDS: \u001b[31m<no> | "such"\nfilter`,
      })),
      gaps: [],
      hint: "Read what Envoy says.",
      documentation: `${PAGE}#configuration-accepted`,
    },
    {
      name: "gateways-addressed",
      stage: "Gateways",
      title: "Every load balancer in front of a gateway has an address",
      status: "warning",
      saw: "istio-system/gateway has none",
      troubles: [{
        level: "warning",
        resource: {
          cluster: "",
          apiVersion: "v1",
          kind: "Service",
          namespace: "istio-system",
          name: "gateway",
        },
        source: "Service istio-system/gateway status.loadBalancer",
        detail: "it waits for an address",
      }],
      gaps: [],
      hint: "Read `kubectl describe service`.",
      documentation: `${PAGE}#gateways-addressed`,
    },
    {
      name: "loss-of-a-pod-survived",
      stage: "Gateways",
      title: "The control plane and gateways outlive the loss of one of their pods",
      status: "info",
      saw: "1 finding",
      troubles: [{ level: "info", source: "Deployment shop/gateway", detail: "1 replica" }],
      gaps: [],
      hint: "Set `replicaCount: 2`.",
      documentation: `${PAGE}#loss-of-a-pod-survived`,
    },
    {
      name: "pods-created",
      stage: "Injection",
      title: "No pod was refused in the last hour",
      status: "unknown",
      saw: "cannot see events: forbidden",
      troubles: [],
      gaps: [{ what: "events", reason: "forbidden" }],
      documentation: `${PAGE}#pods-created`,
    },
    {
      name: "proxies-in-sync",
      stage: "Proxies",
      title: "Every proxy has taken what istiod sent it last",
      status: "skipped",
      saw: "istiod-ready failed",
      troubles: [],
      gaps: [],
      after: "istiod-ready",
      documentation: `${PAGE}#proxies-in-sync`,
    },
  ],
  gaps: [{ what: "events", reason: "forbidden" }],
};

for (const format of CHECK_FORMATS) {
  Deno.test(`a check as ${format} looks as agreed`, async () => {
    await matchesSnapshot(`check/all.${format}`, checkRenderers[format](REPORT, PLAIN));
  });
}

Deno.test("tables of checks colour only when asked, and never pass on control characters", () => {
  for (const color of [false, true]) {
    const text = checkRenderers.table(REPORT, { ...PLAIN, color });
    strictEqual(text.includes("\u001b["), color);
    ok(!text.includes("\u001b[31m<no>"));
  }
});
