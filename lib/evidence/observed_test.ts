import { deepStrictEqual, strictEqual } from "node:assert/strict";
import { parseCertificates } from "./certificates.ts";
import { parseClusterStatuses } from "./host_status.ts";
import { parseProxyLog } from "./proxy_log.ts";
import { parseServerInfo } from "./server_info.ts";
import { parseSyncz } from "./sync.ts";

Deno.test("parseProxyLog() parts requests from messages, and joins messages of several lines", () => {
  const { requests, messages } = parseProxyLog(
    "2026-01-01T12:00:00Z\tinfo\tstarted\n" +
      "2026-01-01T12:00:01Z\twarning\trejected: a\nsecond line\n" +
      '{"response_code":200,"method":"GET","path":"/","start_time":"2026-01-01T12:00:02Z"}\n\n',
  );
  deepStrictEqual(requests.map(({ code }) => code), [200]);
  deepStrictEqual(messages.map(({ level, text }) => [level, text]), [
    ["info", "started"],
    ["warning", "rejected: a\nsecond line"],
  ]);
});

Deno.test("parseClusterStatuses() reads hosts, ejections, counters and limits of the default priority", () => {
  const statuses = parseClusterStatuses(JSON.stringify({
    cluster_statuses: [{
      name: "outbound|80||web.shop.svc.cluster.local",
      host_statuses: [{
        address: { socket_address: { address: "10.0.0.2", port_value: 8080 } },
        stats: [{ name: "cx_connect_fail", value: "3" }, { name: "rq_total" }],
        health_status: { eds_health_status: "HEALTHY", failed_outlier_check: true },
        locality: { region: "r", zone: "z" },
      }],
      circuit_breakers: {
        thresholds: [{ max_connections: 1 }, { priority: "HIGH", max_connections: 9 }],
      },
    }],
  }));
  const status = statuses.get("outbound|80||web.shop.svc.cluster.local");
  deepStrictEqual(status?.limits, { maxConnections: 1 });
  deepStrictEqual(status.hosts, [{
    address: "10.0.0.2:8080",
    edsHealth: "HEALTHY",
    isEjected: true,
    failsHealthCheck: false,
    priority: 0,
    weight: 1,
    locality: "r/z",
    stats: { cx_connect_fail: 3, rq_total: 0 },
  }]);
});

Deno.test("parseCertificates() tells own certificates and roots apart, each once", () => {
  const chain = [{
    serial_number: "1",
    subject_alt_names: [{ uri: "spiffe://cluster.local/ns/a/sa/b" }],
    valid_from: "2026-01-01T00:00:00Z",
    expiration_time: "2026-01-02T00:00:00Z",
  }, { serial_number: "intermediate" }];
  const certificates = [
    { ca_cert: [{ serial_number: "9" }], cert_chain: chain },
    { ca_cert: [{ serial_number: "9" }], cert_chain: chain },
  ];
  const { own, roots } = parseCertificates(JSON.stringify({ certificates }));
  deepStrictEqual(own.map(({ serial, names }) => [serial, ...names]), [
    ["1", "spiffe://cluster.local/ns/a/sa/b"],
  ]);
  deepStrictEqual(roots.map(({ serial }) => serial), ["9"]);
});

Deno.test("parseSyncz() reads resources by type URL, and the fields of older istiods", () => {
  const [proxy] = parseSyncz(JSON.stringify([{
    proxy: "web-1.shop",
    listener_sent: "a",
    listener_acked: "b",
    resources: {
      "type.googleapis.com/envoy.config.cluster.v3.Cluster": {
        sent: "1",
        acked: "1",
        lastError: "no",
      },
    },
  }]));
  strictEqual(proxy?.pod, "web-1");
  strictEqual(proxy.namespace, "shop");
  strictEqual(proxy.types.get("CDS")?.rejection, "no");
  strictEqual(proxy.types.get("LDS")?.acked, "b");
  deepStrictEqual(parseSyncz("null"), []);
});

Deno.test("parseServerInfo() tells version, type and cluster of a proxy", () => {
  const info = parseServerInfo(JSON.stringify({
    state: "LIVE",
    version: "abc/1.40.0/Clean/RELEASE/BoringSSL",
    node: { id: "router~10.0.0.1~gw-1.edge~edge", metadata: { CLUSTER_ID: "west" } },
  }));
  deepStrictEqual([info.state, info.version, info.type, info.cluster], [
    "LIVE",
    "1.40.0",
    "router",
    "west",
  ]);
});
