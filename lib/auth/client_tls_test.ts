import assert from "node:assert/strict";
import { formatPath } from "../core/mod.ts";
import { meshOf } from "../../tests/mesh_of.ts";
import { clientTls } from "./mod.ts";

const HOST = "web.shop.svc.cluster.local";
const CLIENT = { namespace: "front", labels: {} };
const SERVICE = `
apiVersion: v1
kind: Service
metadata: {name: web, namespace: shop}
spec: {ports: [{name: http, port: 80}, {name: admin, port: 81}]}
`;

function rule(spec: string, name = "web", created = "2024-01-01T00:00:00Z"): string {
  return `
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: ${name}, namespace: shop, creationTimestamp: "${created}"}
spec: {host: web, ${spec}}
`;
}

const PORTS = `trafficPolicy:
  {tls: {mode: ISTIO_MUTUAL}, portLevelSettings: [{port: {number: 81}, tls: {mode: DISABLE}}]}`;
const BARE_PORT =
  `trafficPolicy: {tls: {mode: ISTIO_MUTUAL}, portLevelSettings: [{port: {number: 81}}]}`;
const SUBSETS = `trafficPolicy: {tls: {mode: SIMPLE}}, subsets: [
  {name: v1}, {name: v2, trafficPolicy: {tls: {mode: DISABLE}}},
  {name: v3, trafficPolicy: {tls: {mode: MUTUAL},
    portLevelSettings: [{port: {number: 81}, tls: {mode: ISTIO_MUTUAL}}]}},
  {name: v4, trafficPolicy: {portLevelSettings: [{port: {number: 81}}]}}]`;

const CASES: readonly [yaml: string, port: number, subset: string | undefined, expected: string][] =
  [
    ["", 80, undefined, "auto"],
    [rule("trafficPolicy: {}"), 80, undefined, "auto"],
    [rule("trafficPolicy: {tls: {}}"), 80, undefined, "DISABLE spec.trafficPolicy.tls"],
    [rule(PORTS), 80, undefined, "ISTIO_MUTUAL spec.trafficPolicy.tls"],
    [rule(PORTS), 81, undefined, "DISABLE spec.trafficPolicy.portLevelSettings[0].tls"],
    // Settings of a port inherit nothing.
    [rule(BARE_PORT), 81, undefined, "auto"],
    [rule(SUBSETS), 80, undefined, "SIMPLE spec.trafficPolicy.tls"],
    [rule(SUBSETS), 80, "v1", "SIMPLE spec.trafficPolicy.tls"],
    [rule(SUBSETS), 80, "absent", "SIMPLE spec.trafficPolicy.tls"],
    [rule(SUBSETS), 80, "v2", "DISABLE spec.subsets[1].trafficPolicy.tls"],
    [rule(SUBSETS), 80, "v3", "MUTUAL spec.subsets[2].trafficPolicy.tls"],
    [
      rule(SUBSETS),
      81,
      "v3",
      "ISTIO_MUTUAL spec.subsets[2].trafficPolicy.portLevelSettings[0].tls",
    ],
    [rule(SUBSETS), 81, "v4", "auto"],
    [
      rule("trafficPolicy: {tls: {mode: DISABLE}}", "a-newer", "2025-01-01T00:00:00Z") +
      rule("trafficPolicy: {tls: {mode: SIMPLE}}", "b-older"),
      80,
      undefined,
      "SIMPLE spec.trafficPolicy.tls",
    ],
  ];

Deno.test("clientTls() takes the narrowest setting of the client's DestinationRules", () => {
  for (const [yaml, port, subset, expected] of CASES) {
    const { mode, path } = clientTls(meshOf(SERVICE + yaml), CLIENT, HOST, port, subset);
    assert.equal(`${mode} ${formatPath(path)}`.trim(), expected, `${yaml} ${port} ${subset}`);
  }
});

Deno.test("clientTls() is plaintext without auto mTLS and to hosts outside the mesh", () => {
  const off = meshOf(SERVICE, { meshConfig: { enableAutoMtls: false } });
  assert.equal(clientTls(off, CLIENT, HOST, 80).mode, "DISABLE");
  const external = meshOf(`
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: api, namespace: front}
spec: {hosts: [api.example.com], ports: [{number: 443, name: tls, protocol: TLS}]}
`);
  assert.equal(clientTls(external, CLIENT, "api.example.com", 443).mode, "DISABLE");
});
