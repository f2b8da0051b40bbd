import { deepStrictEqual, strictEqual } from "node:assert/strict";
import { diagnoseConnectivity } from "../../mod.ts";
import { type CaseParts, inputOf, questionOf } from "./case_of.ts";
import { pod, service } from "./objects.ts";

const HEALTHY: CaseParts = {
  objects: [
    pod("client/sleep-1", { ip: "10.0.0.1" }),
    pod("shop/web-1", { ip: "10.0.0.2" }),
    service("shop/web"),
  ],
  logs: { "client/sleep-1": [{}, {}], "shop/web-1": [{}, {}] },
};

Deno.test("a small case without a fault is healthy, all the way to the application", async () => {
  const report = await diagnoseConnectivity(questionOf(HEALTHY), inputOf(HEALTHY));
  deepStrictEqual(report.findings, []);
  strictEqual(report.verdict, "healthy");
  strictEqual(
    report.headline,
    "sleep → web.shop.svc.cluster.local:80 is healthy: 2 requests, none failed",
  );
  deepStrictEqual(report.hops.map(({ at, outcome }) => `${at} ${outcome}`), [
    "listener ok",
    "route ok",
    "cluster ok",
    "endpoint ok",
    "tls ok",
    "app ok",
  ]);
});

Deno.test("a change of the caller's proxy shows on the way", async () => {
  const parts = { ...HEALTHY, proxy: ({ clusters }) => clusters.clear() } satisfies CaseParts;
  const { hops } = await diagnoseConnectivity(questionOf(parts), inputOf(parts));
  strictEqual(
    hops.find(({ outcome }) => outcome === "fail")?.detail,
    "outbound|80||web.shop.svc.cluster.local: the proxy has no such cluster",
  );
});
