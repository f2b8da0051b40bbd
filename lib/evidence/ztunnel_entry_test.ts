import { deepStrictEqual, strictEqual, throws } from "node:assert/strict";
import fc from "fast-check";
import { ztunnelLine } from "../../tests/cases/ztunnel_line.ts";
import type { AccessLogEntry } from "./access_log.ts";
import { parseProxyLog } from "./proxy_log.ts";
import { parseZtunnelConfig } from "./ztunnel_config.ts";
import { parseZtunnelLine } from "./ztunnel_line.ts";

function entryOf(line: string): AccessLogEntry | undefined {
  return parseProxyLog(line).requests[0];
}

Deno.test("a connection of ztunnel is an entry of the log, from the side that wrote it", () => {
  const sent = entryOf(ztunnelLine())!;
  deepStrictEqual(
    [sent.authority, sent.upstreamHost, sent.downstreamLocal, sent.upstreamCluster],
    ["web.shop.svc.cluster.local", "10.0.0.2:8080", "", ""],
  );
  const identity = "spiffe://cluster.local/ns/client/sa/default";
  const received = entryOf(ztunnelLine({ direction: "inbound" }))!;
  deepStrictEqual(
    [received.downstreamRemote, received.downstreamLocal, received.upstreamCluster],
    ["10.0.0.1:40000", "10.0.0.2:8080", "inbound|8080||"],
  );
  deepStrictEqual([sent.peerIdentity, received.peerIdentity], ["", identity]);
});

Deno.test("what goes to a waypoint names the Service's address, and the pod that got it", () => {
  const { authority, downstreamLocal, upstreamHost } = entryOf(
    ztunnelLine({ destination: "10.0.0.5:15008", tunnelled: "10.1.0.1:80" }),
  )!;
  deepStrictEqual(
    [authority, downstreamLocal, upstreamHost],
    ["web.shop.svc.cluster.local:80", "10.1.0.1:80", "10.0.0.5:15008"],
  );
});

Deno.test("only connections that were refused or did not come about have failed", () => {
  const denied = "connection closed due to policy rejection: explicitly denied by: shop/no";
  strictEqual(entryOf(ztunnelLine({ error: denied }))?.transportFailure, denied);
  const cut = ztunnelLine().replace(/$/, ' error="io error: Connection reset by peer"');
  const { transportFailure, termination } = entryOf(cut)!;
  deepStrictEqual([transportFailure, termination], ["", "io error: Connection reset by peer"]);
});

Deno.test("ztunnel's other messages and the beginnings of connections are no entries", () => {
  const opened = ztunnelLine().replace("connection complete", "connection opened");
  deepStrictEqual(
    parseProxyLog(`2026-01-01T12:00:00Z\tinfo\tztunnel\tready\n${opened}`).requests,
    [],
  );
});

Deno.test("parseZtunnelConfig() reads Services and addresses, and leaves odd values out", () => {
  const { services, workloadIps } = parseZtunnelConfig(JSON.stringify({
    services: [{ hostname: "web.shop.svc.cluster.local" }, { hostname: 1 }, null],
    workloads: [{ workloadIps: ["10.0.0.2", 3] }, { workloadIps: "10.0.0.3" }],
  }));
  deepStrictEqual([[...services], [...workloadIps]], [
    ["web.shop.svc.cluster.local"],
    ["10.0.0.2"],
  ]);
  for (const text of ["", "{}", '{"configs": []}']) throws(() => parseZtunnelConfig(text));
});

Deno.test("no line whatever makes the parser fail", () => {
  fc.assert(fc.property(fc.string({ unit: "binary" }), fc.nat(), (text, at) => {
    const line = ztunnelLine();
    parseZtunnelLine(line.slice(0, at % line.length) + text + line.slice(at % line.length));
  }));
});
