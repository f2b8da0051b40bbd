import { deepStrictEqual, match, ok, strictEqual } from "node:assert/strict";
import { diagnoseMesh, type Recording } from "../mod.ts";
import { type CaseParts, inputOf } from "./cases/case_of.ts";
import { object, pod, service } from "./cases/objects.ts";

const SLEEP = pod("client/sleep-1", { ip: "10.0.0.1" });
const TO_API = {
  authority: "api.shop",
  upstreamCluster: "outbound|80||api.shop.svc.cluster.local",
  downstreamLocal: "10.1.0.2:80",
  upstreamHost: "10.0.0.3:8080",
};
const OBJECTS = [
  SLEEP,
  pod("shop/web-1", { ip: "10.0.0.2" }),
  pod("shop/api-1", { ip: "10.0.0.3" }),
  service("shop/api", { clusterIP: "10.1.0.2" }),
];

Deno.test("two independent faults give two root causes, each with whom it harms", async () => {
  const denied = {
    code: 403,
    details: "rbac_access_denied_matched_policy[ns[shop]-policy[deny]-rule[0]]",
    downstreamLocal: "10.0.0.3:8080",
  };
  const unserved = { code: 503, flags: ["UH"], details: "no_healthy_upstream" };
  const report = await diagnoseMesh(
    { issueType: "connectivity" },
    inputOf({
      objects: [
        ...OBJECTS,
        service("shop/web", { selector: { app: "wbe" } }),
        object("security.istio.io/v1 AuthorizationPolicy shop/deny", {
          action: "DENY",
          rules: [{ to: [{ operation: { methods: ["GET"] } }] }],
        }),
      ],
      logs: {
        "client/sleep-1": [unserved, unserved, { ...TO_API, code: 403, details: "via_upstream" }],
        "shop/api-1": [{ requestId: "request-2", ...denied }],
      },
    }),
  );
  strictEqual(report.verdict, "broken");
  deepStrictEqual(report.findings.map(({ cause, affects }) => [cause, affects]), [
    ["MM-C02", ["sleep.client → web.shop.svc.cluster.local:80"]],
    ["MM-A01", ["sleep.client → api.shop.svc.cluster.local:80"]],
  ]);
  match(report.headline, /; and 1 more root cause$/);
});

Deno.test("an error that an application only passes on is no finding beside its cause", async () => {
  const failed = { code: 503, flags: ["UH"], details: "no_healthy_upstream", durationMs: 2 };
  const parts: CaseParts = {
    objects: [...OBJECTS, service("shop/web", { selector: { app: "wbe" } })],
    logs: {
      "client/sleep-1": [{ ...TO_API, code: 500, durationMs: 20 }],
      "shop/api-1": [
        { code: 500, durationMs: 18, downstreamLocal: "10.0.0.3:8080" },
        {
          ...failed,
          requestId: "request-0",
          startMs: Date.parse("2026-01-01T11:59:00.005Z"),
          authority: "web",
          upstreamCluster: "outbound|80||web.shop.svc.cluster.local",
          downstreamLocal: "10.1.0.1:80",
          downstreamRemote: "10.0.0.3:40000",
        },
      ],
    },
  };
  const report = await diagnoseMesh({ issueType: "all" }, inputOf(parts));
  deepStrictEqual(report.findings.map(({ cause }) => cause), ["MM-C02"]);
  deepStrictEqual(report.findings[0]?.affects, ["api.shop → web.shop.svc.cluster.local:80"]);
});

Deno.test("requests that an application refuses, and a mesh at peace, are no findings", async () => {
  const objects = [...OBJECTS, service("shop/web")];
  const refused = { code: 404, details: "via_upstream" };
  const logs = {
    "client/sleep-1": [{ upstreamHost: "10.0.0.2:8080" }, { ...TO_API, ...refused }],
    "shop/web-1": [{}],
    "shop/api-1": [{ requestId: "request-1", ...refused, downstreamLocal: "10.0.0.3:8080" }],
  };
  const report = await diagnoseMesh({ issueType: "all" }, inputOf({ objects, logs }));
  deepStrictEqual(report.findings, []);
});

Deno.test("a failure that nothing explains is said, and is no health", async () => {
  const objects = [...OBJECTS, service("shop/web")];
  const failed = { code: 503, flags: ["UNKNOWN"], details: "odd" };
  const logs = { "client/sleep-1": [failed] };
  const report = await diagnoseMesh({ issueType: "connectivity" }, inputOf({ objects, logs }));
  strictEqual(report.verdict, "inconclusive");
  ok(report.gaps.some(({ what }) => what === "sleep.client → web.shop.svc.cluster.local:80"));
});

Deno.test("a mesh is not called healthy whose callers may have failed unseen", async () => {
  const parts: CaseParts = {
    objects: OBJECTS,
    logs: {
      "shop/api-1": [{ downstreamLocal: "10.0.0.3:8080", downstreamRemote: "10.0.0.1:4000" }],
    },
  };
  const { mesh, recording, ...input } = inputOf(parts);
  const withoutCaller: Recording = {
    ...recording,
    list: async (folder, signal) =>
      (await recording.list(folder, signal)).filter((name) => name !== "sleep-1"),
  };
  const report = await diagnoseMesh({ issueType: "all" }, {
    ...input,
    mesh,
    recording: withoutCaller,
  });
  deepStrictEqual([report.verdict, report.findings], ["inconclusive", []]);
  match(report.headline, /the access logs of client\/sleep-1 were not recorded$/);
  deepStrictEqual(report.gaps[0]?.what, "access log of client/sleep-1");
  const whole = await diagnoseMesh({ issueType: "all" }, { ...input, mesh, recording });
  strictEqual(whole.verdict, "healthy");
});
