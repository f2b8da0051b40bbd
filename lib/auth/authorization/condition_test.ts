import assert from "node:assert/strict";
import { brief, CART, decide, policy } from "../../../tests/authorization.ts";

/** Conditions of one rule, and whether {@linkcode REQUEST} meets it. */
const RULES: readonly [rule: string, isMet: boolean][] = [
  ["{}", true],
  ["{from: [], to: []}", true],
  ["{from: [{}], to: [{operation: {}}]}", true],
  ["{from: [{source: {principals: []}}]}", true],
  // principals
  [`{from: [{source: {principals: [${CART}]}}]}`, true],
  ["{from: [{source: {principals: [cluster.local/ns/shop/sa/other]}}]}", false],
  ["{from: [{source: {principals: ['*/sa/cart']}}]}", true],
  ["{from: [{source: {principals: ['cluster.local/ns/shop/*']}}]}", true],
  ["{from: [{source: {principals: ['*']}}]}", true],
  ["{from: [{source: {principals: ['spiffe://cluster.local/ns/shop/sa/cart']}}]}", false],
  [`{from: [{source: {notPrincipals: [${CART}]}}]}`, false],
  ["{from: [{source: {notPrincipals: [x]}}]}", true],
  // other parts of the identity
  ["{from: [{source: {namespaces: [shop]}}]}", true],
  ["{from: [{source: {namespaces: ['s*p']}}]}", true],
  ["{from: [{source: {namespaces: [sho]}}]}", false],
  ["{from: [{source: {notNamespaces: [shop]}}]}", false],
  ["{from: [{source: {serviceAccounts: [cart]}}]}", true],
  ["{from: [{source: {serviceAccounts: [shop/cart]}}]}", true],
  ["{from: [{source: {serviceAccounts: [other/cart]}}]}", false],
  ["{from: [{source: {notServiceAccounts: [cart]}}]}", false],
  ["{from: [{source: {trustDomains: ['cluster.*']}}]}", true],
  // addresses
  ["{from: [{source: {ipBlocks: [10.0.0.0/24]}}]}", true],
  ["{from: [{source: {ipBlocks: [203.0.113.9]}}]}", false],
  ["{from: [{source: {remoteIpBlocks: [203.0.113.9]}}]}", true],
  ["{from: [{source: {notRemoteIpBlocks: [203.0.113.0/24]}}]}", false],
  // fields are ANDed, sources are ORed
  [`{from: [{source: {principals: [${CART}], namespaces: [other]}}]}`, false],
  [`{from: [{source: {principals: [${CART}]}}, {source: {namespaces: [other]}}]}`, true],
  // operations
  ["{to: [{operation: {methods: [GET]}}]}", true],
  ["{to: [{operation: {methods: [get]}}]}", false],
  ["{to: [{operation: {methods: [POST]}}, {operation: {paths: ['/items/*']}}]}", true],
  ["{to: [{operation: {paths: [/items/7]}}]}", true],
  ["{to: [{operation: {paths: ['*7']}}]}", true],
  ["{to: [{operation: {paths: [/items]}}]}", false],
  ["{to: [{operation: {paths: ['/{*}/7']}}]}", true],
  ["{to: [{operation: {paths: ['/{*}']}}]}", false],
  ["{to: [{operation: {paths: ['/{**}']}}]}", true],
  ["{to: [{operation: {notPaths: ['/items/*']}}]}", false],
  ["{to: [{operation: {hosts: ['web.SHOP:8080']}}]}", true],
  ["{to: [{operation: {hosts: ['web.shop']}}]}", false],
  ["{to: [{operation: {hosts: ['web.shop*']}}]}", true],
  ["{to: [{operation: {ports: ['8080']}}]}", true],
  ["{to: [{operation: {ports: ['80']}}]}", false],
  ["{to: [{operation: {notPorts: ['8080', '80']}}]}", false],
  ["{to: [{operation: {methods: [GET], ports: ['80']}}]}", false],
  // token
  ["{from: [{source: {requestPrincipals: ['*']}}]}", true],
  ["{from: [{source: {requestPrincipals: ['https://issuer/ann']}}]}", true],
  ["{from: [{source: {requestPrincipals: ['https://issuer/*']}}]}", true],
  ["{from: [{source: {requestPrincipals: ['*/ann']}}]}", true],
  ["{from: [{source: {requestPrincipals: ['https://issuer']}}]}", false],
  ["{from: [{source: {notRequestPrincipals: ['*']}}]}", false],
  ["{when: [{key: 'request.auth.principal', values: ['https://issuer/ann']}]}", true],
  ["{when: [{key: 'request.auth.audiences', values: [b]}]}", true],
  ["{when: [{key: 'request.auth.presenter', values: [b]}]}", false],
  ["{when: [{key: 'request.auth.claims[groups]', values: [dev, ops]}]}", true],
  ["{when: [{key: 'request.auth.claims[groups]', notValues: [dev]}]}", false],
  ["{when: [{key: 'request.auth.claims[scope]', values: [write]}]}", true],
  ["{when: [{key: 'request.auth.claims[n]', values: ['1']}]}", false],
  ["{when: [{key: 'request.auth.claims[absent][x]', values: ['*']}]}", false],
  // other conditions
  ["{when: [{key: 'request.headers[x-team]', values: [blue]}]}", true],
  ["{when: [{key: 'request.headers[x-none]', values: ['*']}]}", false],
  ["{when: [{key: 'request.headers[x-none]', notValues: ['*']}]}", true],
  ["{when: [{key: source.ip, values: [10.0.0.7]}]}", true],
  ["{when: [{key: remote.ip, notValues: [203.0.113.9]}]}", false],
  ["{when: [{key: source.namespace, values: [shop]}]}", true],
  ["{when: [{key: source.principal, values: ['*/cart']}]}", true],
  ["{when: [{key: destination.ip, values: [10.0.0.0/8]}]}", true],
  ["{when: [{key: destination.port, values: ['8080']}]}", true],
  ["{when: [{key: connection.sni, values: ['outbound_.80_*']}]}", true],
  ["{when: [{key: connection.sni, values: ['*']}, {key: source.ip, values: [10.9.9.9]}]}", false],
];

Deno.test("authorize() evaluates every kind of condition, for ALLOW and DENY alike", () => {
  for (const [rule, isMet] of RULES) {
    const allow = brief(decide(policy(`{rules: [${rule}]}`)));
    assert.equal(allow, isMet ? "allow by p[0]" : "deny", rule);
    const deny = brief(decide(policy(`{action: DENY, rules: [${rule}]}`)));
    assert.equal(deny, isMet ? "deny by p[0]" : "allow", rule);
  }
});
