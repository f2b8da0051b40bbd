import {
  type AccessDecision,
  type AccessRequest,
  authorize,
  policiesFor,
} from "../lib/auth/mod.ts";
import { meshOf } from "./mesh_of.ts";

/** The workload to be reached. */
export const WEB = { namespace: "shop", labels: { app: "web" } };
/** Who calls it. */
export const CART = "cluster.local/ns/shop/sa/cart";

/** A request of which everything is known. */
export const REQUEST: AccessRequest = {
  source: { principal: CART, ip: "10.0.0.7", remoteIp: "203.0.113.9", isMtls: true },
  isHttp: true,
  method: "GET",
  path: "/items/7?debug=1",
  host: "Web.shop:8080",
  headers: { "X-Team": "blue" },
  port: 8080,
  destinationIp: "10.0.0.9",
  sni: "outbound_.80_._.web.shop.svc.cluster.local",
  jwt: {
    iss: "https://issuer",
    sub: "ann",
    aud: ["a", "b"],
    groups: ["dev"],
    scope: "read write",
    n: 1,
  },
};

/** An AuthorizationPolicy with this spec. */
export function policy(
  spec: string,
  { name = "p", namespace = "shop", annotations = "{}" } = {},
): string {
  return `
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: ${name}, namespace: ${namespace}, annotations: ${annotations}}
spec: ${spec}
`;
}

/** What the policies of {@linkcode WEB} say to {@linkcode REQUEST}, some of it changed. */
export function decide(
  yaml: string,
  request: Partial<AccessRequest> = {},
  meshConfig?: unknown,
): AccessDecision {
  const mesh = meshOf(yaml, meshConfig === undefined ? {} : { meshConfig });
  return authorize(policiesFor(mesh, WEB), { ...REQUEST, ...request });
}

/** Decision and the rule behind it, on one line. */
export function brief({ decision, by }: AccessDecision): string {
  return by ? `${decision} by ${by.policy.name}[${by.ruleIndex}]` : decision;
}
