import assert from "node:assert/strict";
import fc from "fast-check";
import { resourcesOf } from "../../tests/mesh_of.ts";
import { Mesh, type Resource } from "../mesh/mod.ts";
import { connectionAllowed } from "./mod.ts";

interface Selector {
  matchLabels?: Record<string, string>;
}

interface Rule {
  peers?: { podSelector?: Selector; namespaceSelector?: Selector; ipBlock?: { cidr: string } }[];
  ports?: { port?: number; endPort?: number; protocol?: "TCP" | "UDP" }[];
}

interface Policy {
  namespace: string;
  spec: {
    podSelector: Selector;
    policyTypes?: ("Ingress" | "Egress")[];
    ingress?: Rule[];
    egress?: Rule[];
  };
}

const PODS = ["a", "b"].flatMap((namespace, i) =>
  ["x", "y"].map((app, j) => ({ namespace, app, ip: `10.${i}.0.${j}` }))
);

const selector = (key: string, words: string[]) =>
  fc.oneof(
    fc.constant({}),
    fc.constantFrom(...words).map((word) => ({ matchLabels: { [key]: word } })),
  );
const podSelector = selector("app", ["x", "y", "z"]);
const namespaceSelector = selector("kubernetes.io/metadata.name", ["a", "b", "c"]);
const peer = fc.oneof(
  fc.record({ podSelector }),
  fc.record({ namespaceSelector }),
  fc.record({ podSelector, namespaceSelector }),
  fc.record({
    ipBlock: fc.record({ cidr: fc.constantFrom("10.0.0.0/16", "10.1.0.1/32", "0.0.0.0/0") }),
  }),
);
const port = fc.record({
  port: fc.constantFrom(1, 2),
  endPort: fc.constantFrom(2, 3),
  protocol: fc.constantFrom("TCP" as const, "UDP" as const),
}, { requiredKeys: [] }).filter(({ port, endPort }) => port !== undefined || endPort === undefined);
const rule: fc.Arbitrary<Rule> = fc.record({
  peers: fc.array(peer, { maxLength: 2 }),
  ports: fc.array(port, { maxLength: 2 }),
}, { requiredKeys: [] });
const policyOf: fc.Arbitrary<Policy> = fc.record({
  namespace: fc.constantFrom("a", "b"),
  spec: fc.record({
    podSelector,
    policyTypes: fc.subarray(["Ingress" as const, "Egress" as const]),
    ingress: fc.array(rule, { maxLength: 2 }),
    egress: fc.array(rule, { maxLength: 2 }),
  }, { requiredKeys: ["podSelector"] }),
});
const traffic = fc.record({
  from: fc.nat(PODS.length - 1),
  to: fc.nat(PODS.length - 1),
  port: fc.constantFrom(1, 2, 3),
  protocol: fc.constantFrom("TCP" as const, "UDP" as const),
}).filter(({ from, to }) => from !== to);

function meshWith(policies: readonly Policy[]): Mesh {
  const pods = PODS.map(({ namespace, app, ip }) => ({
    apiVersion: "v1",
    kind: "Pod",
    metadata: { name: app, namespace, labels: { app } },
    spec: { containers: [] },
    status: { podIP: ip },
  }));
  const objects = policies.map(({ namespace, spec }, i) => ({
    apiVersion: "networking.k8s.io/v1",
    kind: "NetworkPolicy",
    metadata: { name: `p${i}`, namespace },
    spec: {
      ...spec,
      ingress: spec.ingress?.map(({ peers, ports }) => ({ from: peers, ports })),
      egress: spec.egress?.map(({ peers, ports }) => ({ to: peers, ports })),
    },
  }));
  return new Mesh([...pods, ...objects].flatMap((object) => resourcesOf(JSON.stringify(object))));
}

type Pod = (typeof PODS)[number];

/** The definition of NetworkPolicy, as plainly as it can be said. */
function naive(
  policies: readonly Policy[],
  from: Pod,
  to: Pod,
  port: number,
  protocol: string,
): boolean {
  const meets = (labels: Record<string, string>, { matchLabels = {} }: Selector) =>
    Object.keys(matchLabels).every((key) => labels[key] === matchLabels[key]);
  const isOpen = (self: Pod, other: Pod, type: "Ingress" | "Egress") => {
    const selecting = policies.filter(({ namespace, spec }) => {
      const types = spec.policyTypes?.length
        ? spec.policyTypes
        : spec.egress?.length
        ? ["Ingress", "Egress"]
        : ["Ingress"];
      return namespace === self.namespace && types.includes(type) &&
        meets({ app: self.app }, spec.podSelector);
    });
    const isNamed = (
      { namespace }: Policy,
      { podSelector, namespaceSelector, ipBlock }: NonNullable<Rule["peers"]>[number],
    ) => {
      if (ipBlock?.cidr === "0.0.0.0/0") return true;
      if (ipBlock?.cidr === "10.1.0.1/32") return other.ip === "10.1.0.1";
      if (ipBlock) return other.ip.startsWith("10.0.");
      const inNamespace = namespaceSelector
        ? meets({ "kubernetes.io/metadata.name": other.namespace }, namespaceSelector)
        : other.namespace === namespace;
      return inNamespace && meets({ app: other.app }, podSelector ?? {});
    };
    return selecting.length === 0 ||
      selecting.some((policy) =>
        ((type === "Ingress" ? policy.spec.ingress : policy.spec.egress) ?? []).some((rule) =>
          (!rule.peers?.length || rule.peers.some((peer) => isNamed(policy, peer))) &&
          (!rule.ports?.length ||
            rule.ports.some((entry) =>
              (entry.protocol ?? "TCP") === protocol &&
              (entry.port === undefined ||
                (port >= entry.port && port <= (entry.endPort ?? entry.port)))
            ))
        )
      );
  };
  return isOpen(from, to, "Egress") && isOpen(to, from, "Ingress");
}

function podOf(mesh: Mesh, { namespace, app }: Pod): Resource<"Pod"> {
  const pod = mesh.get("Pod", namespace, app);
  assert.ok(pod);
  return pod;
}

Deno.test("connectionAllowed() agrees with the plain definition of NetworkPolicy", () => {
  fc.assert(
    fc.property(
      fc.array(policyOf, { maxLength: 4 }),
      traffic,
      (policies, { from, to, port, protocol }) => {
        const mesh = meshWith(policies);
        const [a, b] = [PODS[from]!, PODS[to]!];
        const verdict = connectionAllowed(mesh, {
          from: podOf(mesh, a),
          to: podOf(mesh, b),
          port,
          protocol,
        });
        assert.equal(verdict.allowed, naive(policies, a, b, port, protocol));
        assert.equal(verdict.blockedBy.length === 0, verdict.allowed);
      },
    ),
    { numRuns: 500 },
  );
});
