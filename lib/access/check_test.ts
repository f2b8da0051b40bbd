import assert from "node:assert/strict";
import { meshOf } from "../../tests/mesh_of.ts";
import { signer } from "../../tests/tokens.ts";
import { parseQuestion } from "../connectivity/mod.ts";
import { Failure } from "../core/mod.ts";
import { accessMatrix, checkAccess } from "./mod.ts";

const NOW = new Date("2026-01-01T00:00:00Z");
const idp = await signer("one");

const MESH = `
apiVersion: v1
kind: Service
metadata: {name: web, namespace: shop}
spec: {selector: {app: web}, ports: [{name: http, port: 80, targetPort: 8080}]}
---
apiVersion: v1
kind: Pod
metadata: {name: web-1, namespace: shop, labels: {app: web, security.istio.io/tlsMode: istio}}
spec: {serviceAccountName: web, containers: [{name: istio-proxy, image: proxy}]}
status: {podIP: 10.0.0.1}
---
apiVersion: v1
kind: Pod
metadata: {name: web-2, namespace: shop, labels: {app: web, security.istio.io/tlsMode: istio}}
spec: {serviceAccountName: web, containers: [{name: istio-proxy, image: proxy}]}
status: {podIP: 10.0.0.2}
---
apiVersion: v1
kind: Pod
metadata: {name: client, namespace: front, labels: {app: client}}
spec: {serviceAccountName: client, containers: [{name: istio-proxy, image: proxy}]}
status: {podIP: 10.0.1.1}
---
apiVersion: v1
kind: Pod
metadata: {name: legacy, namespace: front, labels: {app: legacy}}
spec: {containers: [{name: app}]}
status: {podIP: 10.0.1.2}
`;

function policy(spec: string): string {
  return `
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: p, namespace: shop}
spec: ${spec}
`;
}

async function check(
  yaml: string,
  request: { from?: string; path?: string; jwt?: string; to?: string } = {},
) {
  const { from = "client.front", to = "web.shop:80", ...rest } = request;
  const question = parseQuestion({ from, to, method: "GET", namespace: "default", ...rest });
  return await checkAccess(question, { mesh: meshOf(MESH + yaml), now: NOW });
}

Deno.test("checkAccess() allows what nothing forbids, and joins pods that agree", async () => {
  const { answer, servers } = await check("");
  assert.equal(answer, "allow");
  assert.deepEqual(servers.map(({ pods, port }) => [pods, port]), [[
    ["shop/web-1", "shop/web-2"],
    8080,
  ]]);
});

Deno.test("checkAccess() names the gate, the object and the field that deny", async () => {
  const rule = "from: [{source: {principals: [cluster.local/ns/front/sa/client]}}]";
  const { answer, servers } = await check(policy(`{action: DENY, rules: [{${rule}}]}`));
  assert.equal(answer, "deny");
  const [gate] = servers[0]!.gates.filter((gate) => gate.answer === "deny");
  assert.equal(gate?.gate, "authorization");
  assert.deepEqual(
    gate?.objects.map(({ resource, path }) => [resource.kind, resource.name, path]),
    [["AuthorizationPolicy", "p", "spec.rules[0]"]],
  );
});

Deno.test("checkAccess() gives no identity to a caller without proxy", async () => {
  const allow = policy("{rules: [{from: [{source: {namespaces: [front]}}]}]}");
  assert.equal((await check(allow)).answer, "allow");
  assert.equal((await check(allow, { from: "legacy.front" })).answer, "deny");
});

Deno.test("checkAccess() leaves open what the question leaves open", async () => {
  const { answer, reason } = await check(policy("{rules: [{to: [{operation: {paths: [/a]}}]}]}"));
  assert.equal(answer, "unknown");
  assert.match(reason, /request\.path/);
});

Deno.test("checkAccess() sees a NetworkPolicy and a refused handshake first", async () => {
  const network = `
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: closed, namespace: shop}
spec: {podSelector: {}}
`;
  const { servers } = await check(network);
  assert.deepEqual(servers[0]!.gates.map(({ gate, answer }) => `${gate} ${answer}`), [
    "network deny",
    "tls allow",
    "token allow",
    "authorization allow",
  ]);
  const strict = `
---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: {name: default, namespace: shop}
spec: {mtls: {mode: STRICT}}
`;
  assert.match((await check(strict, { from: "legacy.front" })).reason, /takes only mTLS/);
});

Deno.test("checkAccess() hands the claims of the token to the policies", async () => {
  const yaml = `
---
apiVersion: security.istio.io/v1
kind: RequestAuthentication
metadata: {name: jwt, namespace: shop}
spec: {jwtRules: [{issuer: idp, jwks: '${JSON.stringify({ keys: [idp.jwk] })}'}]}
` + policy("{rules: [{when: [{key: 'request.auth.claims[team]', values: [blue]}]}]}");
  const token = (claims: Record<string, unknown>) =>
    idp.sign({ iss: "idp", sub: "ann", ...claims });
  assert.equal((await check(yaml, { jwt: await token({ team: "blue" }) })).answer, "allow");
  assert.equal((await check(yaml, { jwt: await token({ team: "red" }) })).answer, "deny");
  assert.equal((await check(yaml)).answer, "deny");
  const { reason } = await check(yaml, { jwt: await token({ team: "blue", exp: 1 }) });
  assert.match(reason, /^Jwt is expired/);
});

Deno.test("checkAccess() asks a waypoint first and ztunnel after it", async () => {
  const ambient = `
---
apiVersion: v1
kind: Service
metadata: {name: amb, namespace: shop, labels: {istio.io/use-waypoint: wp}}
spec: {selector: {app: amb}, ports: [{name: http, port: 80}]}
---
apiVersion: v1
kind: Pod
metadata: {name: amb, namespace: shop, labels: {app: amb}, annotations: {ambient.istio.io/redirection: enabled}}
spec: {containers: [{name: app}]}
---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: wp, namespace: shop}
spec: {gatewayClassName: istio-waypoint, listeners: [{name: mesh, port: 15008, protocol: HBONE}]}
---
apiVersion: v1
kind: Pod
metadata:
  name: wp
  namespace: shop
  labels: {gateway.networking.k8s.io/gateway-name: wp, gateway.istio.io/managed: istio.io-mesh-controller}
spec: {serviceAccountName: wp, containers: [{name: istio-proxy, image: proxy}]}
---
apiVersion: v1
kind: Pod
metadata: {name: caller, namespace: shop, labels: {app: caller}, annotations: {ambient.istio.io/redirection: enabled}}
spec: {containers: [{name: app}]}
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: l7, namespace: shop}
spec: {targetRefs: [{kind: Service, group: '', name: amb}], rules: [{to: [{operation: {methods: [GET]}}]}]}
`;
  const only = (sa: string) => `
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: l4, namespace: shop}
spec: {selector: {matchLabels: {app: amb}}, rules: [{from: [{source: {principals: ['*/sa/${sa}']}}]}]}
`;
  const asked = { from: "caller.shop", to: "amb.shop:80" };
  const { answer, servers } = await check(ambient + only("wp"), asked);
  assert.equal(answer, "allow", JSON.stringify(servers));
  assert.match(servers[0]!.gates.at(-2)!.reason, /at the waypoint shop\/wp/);
  const denied = await check(ambient + only("default"), asked);
  assert.match(denied.reason, /\(at ztunnel\)$/);
  const cells = accessMatrix(meshOf(ambient + only("wp")), NOW).cells.filter(({ destination }) =>
    destination.startsWith("amb.")
  );
  assert.deepEqual(cells.map(({ source, answer }) => `${source} ${answer}`), [
    "shop/default unknown",
    "shop/wp allow",
  ]);
  const direct = ambient.replaceAll("istio.io/use-waypoint: wp", "istio.io/use-waypoint: none");
  assert.equal((await check(direct + only("default"), asked)).answer, "allow");
});

Deno.test("checkAccess() refuses questions that it cannot answer", async () => {
  for (
    const request of [{ from: "external" }, { to: "absent.shop:80" }, { from: "nobody.front" }]
  ) {
    await assert.rejects(
      check("", request),
      (error) => error instanceof Failure && error.code === "USAGE",
    );
  }
});

Deno.test("accessMatrix() decides for every service account and port, whatever is asked", () => {
  const allow = policy(
    "{rules: [{from: [{source: {namespaces: [front]}}], to: [{operation: {methods: [GET]}}]}]}",
  );
  const { cells } = accessMatrix(meshOf(MESH + allow), NOW);
  assert.deepEqual(
    cells.map(({ source, destination, answer }) => `${source} ${destination} ${answer}`),
    [
      "front/client web.shop.svc.cluster.local:80 unknown",
      "front/default (no proxy) web.shop.svc.cluster.local:80 deny",
      "shop/web web.shop.svc.cluster.local:80 deny",
    ],
  );
  assert.match(cells[0]!.reason, /request\.method/);
  assert.deepEqual(accessMatrix(meshOf(MESH), NOW, { namespace: "front" }).cells, []);
});
