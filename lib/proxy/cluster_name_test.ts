import { deepStrictEqual, strictEqual } from "node:assert/strict";
import { formatEnvoyClusterName, parseEnvoyClusterName } from "./cluster_name.ts";

Deno.test("parseEnvoyClusterName() reads outbound, inbound and server-name forms", () => {
  const rows: [string, [string, number, string, string]][] = [
    ["outbound|9080|v1|reviews.bookinfo.svc.cluster.local", [
      "outbound",
      9080,
      "v1",
      "reviews.bookinfo.svc.cluster.local",
    ]],
    ["inbound|9080||", ["inbound", 9080, "", ""]],
    ["inbound-vip|80|http|a.b.svc.cluster.local", [
      "inbound-vip",
      80,
      "",
      "a.b.svc.cluster.local",
    ]],
    ["inbound-vip|80|http/v1|a.b.svc", ["inbound-vip", 80, "v1", "a.b.svc"]],
    ["outbound_.9080_._.reviews.b.svc", ["outbound", 9080, "", "reviews.b.svc"]],
    ["outbound_.9080_.v1_.reviews.b.svc", ["outbound", 9080, "v1", "reviews.b.svc"]],
  ];
  for (const [name, [direction, port, subset, host]] of rows) {
    deepStrictEqual(parseEnvoyClusterName(name), { direction, port, subset, host }, name);
  }
});

Deno.test("parseEnvoyClusterName() leaves names alone that istiod does not write so", () => {
  for (
    const name of ["BlackHoleCluster", "PassthroughCluster", "xds-grpc", "a|b|c|d", "", "a_._b"]
  ) {
    strictEqual(parseEnvoyClusterName(name), undefined, name);
  }
});

Deno.test("formatEnvoyClusterName() is the way back", () => {
  const name = "outbound|80||a.b.svc.cluster.local";
  const parts = parseEnvoyClusterName(name);
  strictEqual(parts && formatEnvoyClusterName(parts), name);
});
