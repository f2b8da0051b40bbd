import assert from "node:assert/strict";
import { meshOf } from "../../tests/mesh_of.ts";
import { policiesFor } from "./mod.ts";

const GATEWAY = "gateway.networking.k8s.io";

function policy(name: string, namespace: string, spec: string): string {
  return `
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: ${name}, namespace: ${namespace}}
spec: ${spec}
`;
}

function names(
  yaml: string,
  ...args: Parameters<typeof policiesFor> extends [unknown, ...infer R] ? R : never
) {
  return policiesFor(meshOf(yaml), ...args).allow.map(({ name }) => name);
}

Deno.test("policiesFor() attaches to gateways of the Gateway API by name or selector", () => {
  const yaml =
    policy("here", "edge", `{targetRefs: [{group: ${GATEWAY}, kind: Gateway, name: gw}]}`) +
    policy("legacy", "edge", `{targetRef: {group: ${GATEWAY}, kind: Gateway, name: gw}}`) +
    policy("other-name", "edge", `{targetRefs: [{group: ${GATEWAY}, kind: Gateway, name: gw2}]}`) +
    policy("far", "istio-system", `{targetRefs: [{group: ${GATEWAY}, kind: Gateway, name: gw}]}`) +
    policy("selected", "edge", "{selector: {matchLabels: {a: b}}}") +
    policy("namespace", "edge", "{}");
  const gateway = { namespace: "edge", labels: { a: "b", [`${GATEWAY}/gateway-name`]: "gw" } };
  assert.deepEqual(names(yaml, gateway), ["here", "legacy", "namespace", "selected"]);
});

Deno.test("policiesFor() attaches to waypoints by service and class, never by selector", () => {
  const yaml = policy("service", "shop", "{targetRefs: [{kind: Service, group: '', name: web}]}") +
    policy("core", "shop", "{targetRefs: [{kind: Service, group: core, name: web}]}") +
    policy("other", "shop", "{targetRefs: [{kind: Service, group: '', name: db}]}") +
    policy(
      "class",
      "istio-system",
      `{targetRefs: [{group: ${GATEWAY}, kind: GatewayClass, name: istio-waypoint}]}`,
    ) +
    policy(
      "class-here",
      "shop",
      `{targetRefs: [{group: ${GATEWAY}, kind: GatewayClass, name: istio-waypoint}]}`,
    ) +
    policy("selected", "shop", "{}");
  const labels = {
    [`${GATEWAY}/gateway-name`]: "waypoint",
    "gateway.istio.io/managed": "istio.io-mesh-controller",
  };
  const web = { kind: "Service", namespace: "shop", name: "web" };
  assert.deepEqual(names(yaml, { namespace: "shop", labels }, [web]), ["class", "core", "service"]);
});
