import assert from "node:assert/strict";
import { meshOf } from "../../tests/mesh_of.ts";
import { edgeTls } from "./mod.ts";

const HOST = "web.shop.svc.cluster.local";

function pod(name: string, kind: "sidecar" | "ambient" | "plain"): string {
  const containers = kind === "sidecar"
    ? "[{name: app}, {name: istio-proxy, image: proxy}]"
    : "[{name: app}]";
  const labels = kind === "sidecar"
    ? `{app: ${name}, security.istio.io/tlsMode: istio}`
    : `{app: ${name}}`;
  const annotations = kind === "ambient" ? "{ambient.istio.io/redirection: enabled}" : "{}";
  return `
---
apiVersion: v1
kind: Pod
metadata: {name: ${name}, namespace: shop, labels: ${labels}, annotations: ${annotations}}
spec: {containers: ${containers}}
`;
}

const SERVICE = `
---
apiVersion: v1
kind: Service
metadata: {name: web, namespace: shop}
spec: {selector: {app: web}, ports: [{name: http, port: 80}]}
`;

function rule(mode: string): string {
  return `
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: web, namespace: shop}
spec: {host: web, trafficPolicy: {tls: {mode: ${mode}}}}
`;
}

function peers(mode: string): string {
  return `
---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: {name: default, namespace: shop}
spec: {mtls: {mode: ${mode}}}
`;
}

type Kind = Parameters<typeof pod>[1];

const CASES: readonly [client: Kind, server: Kind, config: string, outcome: string][] = [
  ["sidecar", "sidecar", "", "mTLS"],
  ["sidecar", "sidecar", peers("STRICT"), "mTLS"],
  ["sidecar", "sidecar", peers("DISABLE"), "plaintext"],
  ["sidecar", "sidecar", rule("DISABLE"), "plaintext"],
  ["sidecar", "sidecar", rule("DISABLE") + peers("STRICT"), "refused"],
  ["sidecar", "sidecar", rule("ISTIO_MUTUAL"), "mTLS"],
  ["sidecar", "sidecar", rule("ISTIO_MUTUAL") + peers("DISABLE"), "refused"],
  ["sidecar", "sidecar", rule("SIMPLE") + peers("STRICT"), "refused"],
  ["sidecar", "sidecar", rule("SIMPLE"), "unknown"],
  ["sidecar", "plain", "", "plaintext"],
  ["sidecar", "plain", rule("ISTIO_MUTUAL"), "refused"],
  ["plain", "sidecar", "", "plaintext"],
  ["plain", "sidecar", rule("ISTIO_MUTUAL"), "plaintext"],
  ["plain", "sidecar", peers("STRICT"), "refused"],
  ["plain", "plain", peers("STRICT"), "plaintext"],
  ["ambient", "ambient", peers("STRICT"), "mTLS"],
  ["plain", "ambient", "", "plaintext"],
  ["plain", "ambient", peers("STRICT"), "refused"],
  ["sidecar", "ambient", "", "unknown"],
];

Deno.test("edgeTls() puts both ends together", () => {
  for (const [client, server, config, outcome] of CASES) {
    const mesh = meshOf(SERVICE + pod("client", client) + pod("web", server) + config);
    const [a, b] = [mesh.get("Pod", "shop", "client"), mesh.get("Pod", "shop", "web")];
    assert.ok(a && b);
    const edge = { client: a, server: b, host: HOST, port: 80, containerPort: 8080 };
    assert.equal(edgeTls(mesh, edge).outcome, outcome, `${client} → ${server} ${config}`);
  }
});
