import { deepStrictEqual, match, strictEqual } from "node:assert/strict";
import { parseSyncz } from "../../evidence/mod.ts";
import { ConfigDump } from "../dump/config_dump.ts";
import { levelOf, proxyStatus, type ProxyStatusInput } from "./proxy_status.ts";
import { rejectionsIn } from "./rejections.ts";
import { formatProxyStatus } from "./status_text.ts";

const NOW = new Date("2026-01-01T00:10:00Z");
const TYPE = "type.googleapis.com/envoy.config";

const SYNCS = parseSyncz(JSON.stringify([
  {
    proxy: "cart.shop",
    cluster_id: "c1",
    istio_version: "1.32.0",
    resources: {
      [`${TYPE}.cluster.v3.Cluster`]: { sent: "1", acked: "1", sentTime: "2026-01-01T00:09:30Z" },
      [`${TYPE}.listener.v3.Listener`]: { sent: "2", acked: "1", sentTime: "2026-01-01T00:05:00Z" },
      [`${TYPE}.route.v3.RouteConfiguration`]: {},
      [`${TYPE}.endpoint.v3.ClusterLoadAssignment`]: {
        sent: "3",
        acked: "1",
        sentTime: "2025-12-31T20:10:00Z",
        lastError: "no such thing\nline two",
      },
    },
  },
  {
    proxy: "old.shop",
    cluster_id: "c1",
    istio_version: "1.30.2",
    cluster_sent: "1",
    cluster_acked: "1",
  },
  { proxy: "debug.default", resources: {} },
]));

const INPUT: ProxyStatusInput = {
  syncs: SYNCS,
  rejections: new Map(),
  pods: ["shop/cart", "shop/lost"],
  controlPlaneVersion: "1.32.0",
  gaps: [],
  now: NOW,
};

Deno.test("every proxy has a state for every type, and clients that take nothing are no proxies", () => {
  const { proxies } = proxyStatus(INPUT);
  deepStrictEqual(proxies.map(({ pod, isConnected, isSkewed }) => [pod, isConnected, isSkewed]), [
    ["lost", false, false],
    ["cart", true, false],
    ["old", true, true],
  ]);
  deepStrictEqual(proxies[1]?.types.map(({ type, state, ageMs }) => [type, state, ageMs]), [
    ["CDS", "SYNCED", 30_000],
    ["LDS", "STALE", 300_000],
    ["EDS", "REJECTED", 14_400_000],
    ["RDS", "NOT SENT", undefined],
    ["ECDS", "IGNORED", undefined],
  ]);
});

Deno.test("what a proxy rejected also comes from its own dump", () => {
  const dump = new ConfigDump({
    configs: [{
      "@type": "type.googleapis.com/envoy.admin.v3.ListenersConfigDump",
      dynamic_listeners: [{ name: "0.0.0.0_80", error_state: { details: "script error" } }],
    }],
  });
  const { proxies } = proxyStatus({
    ...INPUT,
    rejections: new Map([["shop/cart", rejectionsIn(dump)]]),
  });
  deepStrictEqual(proxies[1]?.types[1], {
    type: "LDS",
    state: "REJECTED",
    ageMs: 300_000,
    rejection: "0.0.0.0_80: script error",
  });
});

Deno.test("where istiod could not be asked, a proxy is not called unconnected", () => {
  const rejections = new Map([["shop/cart", new Map([["LDS", "bad script"]] as const)]]);
  const gaps = [{ what: "istiod/debug/syncz.json", reason: "forbidden" }];
  const report = proxyStatus({ ...INPUT, syncs: undefined, rejections, gaps });
  deepStrictEqual(report.proxies.map(levelOf), ["error", undefined]);
  const text = formatProxyStatus(report);
  match(text, /cart\.shop +- +UNKNOWN +REJECTED +UNKNOWN/);
  match(text, /lost\.shop +- +UNKNOWN +UNKNOWN/);
  match(text, /\nNot seen: istiod\/debug\/syncz\.json: forbidden\n$/);
});

Deno.test("a rejection is an error; a stale, skewed or missing proxy is a warning", () => {
  deepStrictEqual(proxyStatus(INPUT).proxies.map(levelOf), ["warning", "error", "warning"]);
});

Deno.test("the table shows states with their age, and below it what was rejected", () => {
  const text = formatProxyStatus(proxyStatus(INPUT));
  match(text, /^NAME +CLUSTER +CDS +LDS +EDS +RDS +ECDS +VERSION\n/);
  match(
    text,
    /cart\.shop +c1 +SYNCED \(30s\) +STALE \(5m\) +REJECTED \(4h\) +NOT SENT +IGNORED +1\.32\.0\n/,
  );
  match(text, /lost\.shop +- +NOT CONNECTED/);
  match(text, /1\.30\.2 \(istiod 1\.32\.0\)\n/);
  strictEqual(text.split("\n\n")[1], "cart.shop EDS REJECTED\n  no such thing\n  line two\n");
});
