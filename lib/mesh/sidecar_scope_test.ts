import assert from "node:assert/strict";
import { meshOf } from "../../tests/mesh_of.ts";
import { formatPath } from "../core/mod.ts";
import { sidecarScopeOf } from "./mod.ts";

const WEB = { namespace: "front", labels: { app: "web" } };

const SERVICES = ["front/api", "shop/cart", "shop/stock"].map((key) => {
  const [namespace, name] = key.split("/");
  return `
---
apiVersion: v1
kind: Service
metadata: {name: ${name}, namespace: ${namespace}}
spec: {ports: [{name: http, port: 80}, {name: admin, port: 81}]}
`;
}).join("") + `
---
apiVersion: v1
kind: Service
metadata: {name: private, namespace: shop, annotations: {networking.istio.io/exportTo: .}}
spec: {ports: [{name: http, port: 80}]}
`;

interface Options {
  readonly name?: string;
  readonly namespace?: string;
  readonly created?: string;
}

function sidecar(spec: string, options: Options = {}): string {
  const { name = "default", namespace = "front", created = "2024-01-01T00:00:00Z" } = options;
  return `
---
apiVersion: networking.istio.io/v1
kind: Sidecar
metadata: {name: ${name}, namespace: ${namespace}, creationTimestamp: "${created}"}
spec: ${spec}
`;
}

function scope(yaml: string) {
  return sidecarScopeOf(meshOf(SERVICES + yaml), WEB);
}

function visibility(yaml: string, host: string, port?: number): string {
  const mesh = meshOf(SERVICES + yaml);
  const [service] = mesh.services.declarations(`${host}.svc.cluster.local`);
  assert.ok(service);
  const { isVisible, reason, path } = sidecarScopeOf(mesh, WEB).visibilityOf(service, port);
  assert.equal(isVisible, !reason.startsWith("not "));
  return path ? `${reason} ${formatPath(path)}` : reason;
}

const ROUTE = `
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: api, namespace: front}
spec: {hosts: [api], http: [{route: [{destination: {host: stock.shop.svc.cluster.local}}]}]}
`;

const CASES: readonly [
  sidecar: string,
  host: string,
  port: number | undefined,
  expected: string,
][] = [
  ["", "cart.shop", undefined, "exported"],
  ["", "private.shop", undefined, "not exported"],
  [sidecar("{}"), "cart.shop", undefined, "exported"],
  [
    sidecar("{egress: [{hosts: ['./*']}]}"),
    "api.front",
    undefined,
    "listed spec.egress[0].hosts[0]",
  ],
  [sidecar("{egress: [{hosts: ['./*']}]}"), "cart.shop", undefined, "not listed"],
  [
    sidecar("{egress: [{hosts: ['./*', 'shop/*']}]}"),
    "cart.shop",
    80,
    "listed spec.egress[0].hosts[1]",
  ],
  [sidecar("{egress: [{hosts: ['*/*']}]}"), "private.shop", undefined, "not exported"],
  [
    sidecar("{egress: [{hosts: ['*/cart.shop.svc.cluster.local']}]}"),
    "cart.shop",
    undefined,
    "listed spec.egress[0].hosts[0]",
  ],
  [
    sidecar("{egress: [{hosts: ['shop/*.shop.svc.cluster.local']}]}"),
    "stock.shop",
    undefined,
    "listed spec.egress[0].hosts[0]",
  ],
  [
    sidecar("{egress: [{hosts: ['front/*.shop.svc.cluster.local']}]}"),
    "stock.shop",
    undefined,
    "not listed",
  ],
  [sidecar("{egress: [{hosts: ['~/*']}]}"), "api.front", undefined, "not listed"],
  [
    sidecar("{egress: [{port: {number: 80, protocol: HTTP}, hosts: ['shop/*']}]}"),
    "cart.shop",
    80,
    "listed spec.egress[0].hosts[0]",
  ],
  [
    sidecar("{egress: [{port: {number: 80, protocol: HTTP}, hosts: ['shop/*']}]}"),
    "cart.shop",
    81,
    "not listed",
  ],
  [
    sidecar("{egress: [{port: {number: 3128, protocol: HTTP_PROXY}, hosts: ['shop/*']}]}"),
    "cart.shop",
    81,
    "listed spec.egress[0].hosts[0]",
  ],
  // A Sidecar of the root namespace speaks of the proxy's namespace.
  [
    sidecar("{egress: [{hosts: ['./*']}]}", { namespace: "istio-system" }),
    "api.front",
    undefined,
    "listed spec.egress[0].hosts[0]",
  ],
  // What an imported VirtualService routes to is known too.
  [
    sidecar("{egress: [{hosts: ['./*']}]}") + ROUTE,
    "stock.shop",
    80,
    "routed spec.egress[0].hosts[0]",
  ],
  [
    sidecar("{egress: [{hosts: ['shop/cart.shop.svc.cluster.local']}]}") + ROUTE,
    "stock.shop",
    80,
    "not listed",
  ],
];

Deno.test("sidecarScopeOf() limits services by egress hosts and exportTo", () => {
  for (const [yaml, host, port, expected] of CASES) {
    assert.equal(visibility(yaml, host, port), expected, `${host}:${port} ${yaml}`);
  }
});

Deno.test("sidecarScopeOf() takes the selecting, then the namespace's, then the mesh's Sidecar", () => {
  const mesh = sidecar("{}", { name: "mesh", namespace: "istio-system" });
  const own = sidecar("{}", { name: "own" });
  const older = sidecar("{}", { name: "older", created: "2023-01-01T00:00:00Z" });
  const selects = sidecar("{workloadSelector: {labels: {app: web}}}", { name: "selects" });
  const other = sidecar("{workloadSelector: {labels: {app: db}}}", { name: "other" });
  assert.equal(scope("").sidecar, undefined);
  assert.equal(scope(mesh).sidecar?.name, "mesh");
  assert.equal(scope(mesh + other).sidecar?.name, "mesh");
  assert.equal(scope(mesh + own).sidecar?.name, "own");
  assert.equal(scope(own + older).sidecar?.name, "older");
  assert.equal(scope(mesh + own + older + selects).sidecar?.name, "selects");
});

Deno.test("sidecarScopeOf() knows what happens to other traffic, and who says so", () => {
  const policy = (yaml: string, mode?: string) => {
    const options = mode === undefined ? {} : { meshConfig: { outboundTrafficPolicy: { mode } } };
    const { mode: effective, from } = sidecarScopeOf(meshOf(yaml, options), WEB).outboundPolicy;
    return `${effective} by ${from?.name ?? "the mesh"}`;
  };
  assert.equal(policy(""), "ALLOW_ANY by the mesh");
  assert.equal(policy("", "REGISTRY_ONLY"), "REGISTRY_ONLY by the mesh");
  assert.equal(policy(sidecar("{}"), "REGISTRY_ONLY"), "REGISTRY_ONLY by the mesh");
  const open = sidecar("{outboundTrafficPolicy: {mode: ALLOW_ANY}}");
  assert.equal(policy(open, "REGISTRY_ONLY"), "ALLOW_ANY by default");
  assert.equal(policy(sidecar("{outboundTrafficPolicy: {}}")), "REGISTRY_ONLY by default");
});
