import assert from "node:assert/strict";
import { formatPath } from "../core/mod.ts";
import { meshOf } from "../../tests/mesh_of.ts";
import { announcesMtls, effectiveMtls } from "./mod.ts";

const WEB = { namespace: "shop", labels: { app: "web", "security.istio.io/tlsMode": "istio" } };

function policy(
  { name, namespace = "shop", age = 5, spec }: {
    name: string;
    namespace?: string;
    age?: number;
    spec: string;
  },
): string {
  return `
---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: {name: ${name}, namespace: ${namespace}, creationTimestamp: "202${
    9 - age
  }-01-01T00:00:00Z"}
spec: ${spec}
`;
}

const MESH_STRICT = policy({
  name: "mesh",
  namespace: "istio-system",
  spec: "{mtls: {mode: STRICT}}",
});
const NS_PERMISSIVE = policy({ name: "ns", spec: "{mtls: {mode: PERMISSIVE}}" });
const WORKLOAD = "selector: {matchLabels: {app: web}}";

const CASES: readonly [name: string, yaml: string, port: number | undefined, expected: string][] = [
  ["nothing", "", undefined, "PERMISSIVE by default"],
  ["the mesh", MESH_STRICT, undefined, "STRICT by mesh spec.mtls.mode"],
  [
    "the namespace over the mesh",
    MESH_STRICT + NS_PERMISSIVE,
    80,
    "PERMISSIVE by ns spec.mtls.mode",
  ],
  [
    "the oldest of two",
    policy({ name: "a-new", age: 1, spec: "{mtls: {mode: DISABLE}}" }) +
    policy({ name: "b-old", age: 9, spec: "{mtls: {mode: STRICT}}" }),
    undefined,
    "STRICT by b-old spec.mtls.mode",
  ],
  [
    "an older UNSET hides a newer policy and inherits",
    MESH_STRICT + policy({ name: "old", age: 9, spec: "{mtls: {mode: UNSET}}" }) + NS_PERMISSIVE,
    undefined,
    "STRICT by mesh spec.mtls.mode",
  ],
  [
    "the workload over the namespace",
    NS_PERMISSIVE + policy({ name: "web", spec: `{${WORKLOAD}, mtls: {mode: STRICT}}` }),
    undefined,
    "STRICT by web spec.mtls.mode",
  ],
  [
    "a selector in the root namespace reaches nobody",
    policy({ name: "web", namespace: "istio-system", spec: `{${WORKLOAD}, mtls: {mode: STRICT}}` }),
    undefined,
    "PERMISSIVE by default",
  ],
  [
    "another workload's policy",
    policy({ name: "db", spec: "{selector: {matchLabels: {app: db}}, mtls: {mode: STRICT}}" }),
    undefined,
    "PERMISSIVE by default",
  ],
  [
    "a port of the workload",
    MESH_STRICT +
    policy({ name: "web", spec: `{${WORKLOAD}, portLevelMtls: {8080: {mode: DISABLE}}}` }),
    8080,
    'DISABLE by web spec.portLevelMtls["8080"].mode',
  ],
  [
    "another port of the workload",
    MESH_STRICT +
    policy({ name: "web", spec: `{${WORKLOAD}, portLevelMtls: {8080: {mode: DISABLE}}}` }),
    9090,
    "STRICT by mesh spec.mtls.mode",
  ],
  [
    "an UNSET port inherits from its workload",
    policy({
      name: "web",
      spec: `{${WORKLOAD}, mtls: {mode: STRICT}, portLevelMtls: {8080: {mode: UNSET}}}`,
    }),
    8080,
    "STRICT by web spec.mtls.mode",
  ],
  [
    "ports without a selector have no effect",
    policy({ name: "ns", spec: "{portLevelMtls: {8080: {mode: DISABLE}}}" }),
    8080,
    "PERMISSIVE by default",
  ],
  [
    "an empty selector is none",
    policy({ name: "ns", spec: "{selector: {matchLabels: {}}, mtls: {mode: STRICT}}" }),
    undefined,
    "STRICT by ns spec.mtls.mode",
  ],
];

Deno.test("effectiveMtls() follows the tiers of PeerAuthentication", async (t) => {
  for (const [name, yaml, port, expected] of CASES) {
    await t.step(name, () => {
      const { mode, from, path } = effectiveMtls(meshOf(yaml), WEB, port);
      const actual = from ? `${mode} by ${from.name} ${formatPath(path)}` : `${mode} by default`;
      assert.equal(actual, expected);
    });
  }
});

Deno.test("effectiveMtls() says of each policy why it counts or not", () => {
  const yaml = NS_PERMISSIVE + policy({ name: "newer", age: 1, spec: "{mtls: {mode: STRICT}}" }) +
    policy({
      name: "root",
      namespace: "istio-system",
      spec: `{${WORKLOAD}, mtls: {mode: STRICT}}`,
    });
  assert.deepEqual(
    effectiveMtls(meshOf(yaml), WEB).considered.map((c) => [c.policy.name, c.isUsed, c.reason]),
    [
      ["ns", true, "it is the oldest for this namespace"],
      ["newer", false, "ns is older and wins"],
      ["root", false, "a selector has no effect in the root namespace"],
    ],
  );
});

Deno.test("effectiveMtls() takes the root namespace's policy as the mesh's also for its own pods", () => {
  const pod = { namespace: "istio-system", labels: {} };
  assert.equal(effectiveMtls(meshOf(MESH_STRICT), pod).mode, "STRICT");
});

Deno.test("announcesMtls() wants the label and no DISABLE", () => {
  const off = policy({
    name: "web",
    spec: `{${WORKLOAD}, portLevelMtls: {8080: {mode: DISABLE}}}`,
  });
  assert.equal(announcesMtls(meshOf(off), WEB, 9090), true);
  assert.equal(announcesMtls(meshOf(off), WEB, 8080), false);
  assert.equal(announcesMtls(meshOf(off), { namespace: "shop", labels: {} }, 9090), false);
});
