import assert from "node:assert/strict";
import { meshOf } from "../../tests/mesh_of.ts";
import type { Mesh, Resource } from "../mesh/mod.ts";
import { connectionAllowed, type NetworkEndpoint } from "./mod.ts";

const PODS = `
apiVersion: v1
kind: Namespace
metadata: {name: shop, labels: {team: blue}}
---
apiVersion: v1
kind: Pod
metadata: {name: web, namespace: shop, labels: {app: web}}
spec:
  initContainers:
    - {name: proxy, restartPolicy: Always, ports: [{name: proxy, containerPort: 15090}]}
    - {name: once, ports: [{name: once, containerPort: 9999}]}
  containers: [{name: web, ports: [{name: http, containerPort: 8080}, {name: dns, containerPort: 53, protocol: UDP}]}]
status: {hostIP: 192.168.0.1, podIP: 10.0.0.1, podIPs: [{ip: 10.0.0.1}, {ip: 'fd00::1'}]}
---
apiVersion: v1
kind: Pod
metadata: {name: client, namespace: shop, labels: {app: client}}
spec: {containers: [{name: client}]}
status: {hostIP: 192.168.0.2, podIP: 10.0.0.2}
---
apiVersion: v1
kind: Pod
metadata: {name: far, namespace: other, labels: {app: client}}
spec: {containers: [{name: client}]}
status: {podIP: 10.0.1.2}
---
apiVersion: v1
kind: Pod
metadata: {name: node, namespace: other, labels: {app: client}}
spec: {hostNetwork: true, containers: [{name: client}]}
status: {hostIP: 192.168.0.9, podIP: 192.168.0.9}
`;

function policy(spec: string, { name = "p", namespace = "shop" } = {}): string {
  return `
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: ${name}, namespace: ${namespace}}
spec: ${spec}
`;
}

function endpoint(mesh: Mesh, name: string): NetworkEndpoint {
  if (name === "anyone") return name;
  const pod = mesh.list("Pod").find((pod: Resource<"Pod">) => pod.name === name);
  return pod ?? { ip: name };
}

/** The connection as `from port to`, and whether the policies let it through. */
const CASES: readonly [policies: string, connection: string, allowed: boolean][] = [
  ["", "client 8080 web", true],
  [policy("{podSelector: {}}"), "client 8080 web", false],
  [policy("{podSelector: {}}"), "web 8080 far", true],
  [policy("{podSelector: {}, policyTypes: [Egress]}"), "web 8080 far", false],
  [policy("{podSelector: {}, policyTypes: [Egress]}"), "far 8080 web", true],
  [policy("{podSelector: {}, egress: []}"), "web 8080 far", true],
  [policy("{podSelector: {}, egress: [{}]}"), "web 8080 far", true],
  [policy("{podSelector: {}, egress: [{}]}"), "far 8080 web", false],
  [policy("{podSelector: {matchLabels: {app: db}}}"), "client 8080 web", true],
  [policy("{podSelector: {}}", { namespace: "other" }), "client 8080 web", true],
  [policy("{podSelector: {}}"), "web 8080 web", true],
  [policy("{podSelector: {}}"), "192.168.0.1 8080 web", true],
  [policy("{podSelector: {}}"), "192.168.0.7 8080 web", false],
  [policy("{podSelector: {}}", { namespace: "other" }), "web 8080 node", true],
  // Several policies add up.
  [
    policy("{podSelector: {}}") + policy("{podSelector: {}, ingress: [{}]}", { name: "q" }),
    "far 1 web",
    true,
  ],
  // peers
  [policy("{ingress: [{from: []}]}"), "far 8080 web", true],
  [policy("{ingress: [{from: [{podSelector: {}}]}]}"), "client 8080 web", true],
  [policy("{ingress: [{from: [{podSelector: {}}]}]}"), "far 8080 web", false],
  [policy("{ingress: [{from: [{namespaceSelector: {}}]}]}"), "far 8080 web", true],
  [policy("{ingress: [{from: [{namespaceSelector: {}}]}]}"), "203.0.113.1 8080 web", false],
  [policy("{ingress: [{from: [{namespaceSelector: {}}]}]}"), "node 8080 web", false],
  [
    policy(
      "{ingress: [{from: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: other}}}]}]}",
    ),
    "far 8080 web",
    true,
  ],
  [
    policy(
      "{ingress: [{from: [{namespaceSelector: {matchLabels: {team: blue}}, podSelector: {matchLabels: {app: client}}}]}]}",
    ),
    "client 8080 web",
    true,
  ],
  [
    policy(
      "{ingress: [{from: [{namespaceSelector: {matchLabels: {team: blue}}, podSelector: {matchLabels: {app: client}}}]}]}",
    ),
    "far 8080 web",
    false,
  ],
  [
    policy(
      "{ingress: [{from: [{namespaceSelector: {matchLabels: {team: blue}}}, {podSelector: {matchLabels: {app: x}}}]}]}",
    ),
    "client 8080 web",
    true,
  ],
  // addresses
  [
    policy("{ingress: [{from: [{ipBlock: {cidr: 203.0.113.0/24}}]}]}"),
    "203.0.113.1 8080 web",
    true,
  ],
  [
    policy("{ingress: [{from: [{ipBlock: {cidr: 203.0.113.0/24, except: [203.0.113.0/28]}}]}]}"),
    "203.0.113.1 8080 web",
    false,
  ],
  [policy("{ingress: [{from: [{ipBlock: {cidr: 10.0.0.0/8}}]}]}"), "far 8080 web", true],
  [
    policy("{ingress: [{from: [{ipBlock: {cidr: '2001:db8::/32'}}]}]}"),
    "2001:db8::7 8080 web",
    true,
  ],
  [
    policy("{policyTypes: [Egress], egress: [{to: [{ipBlock: {cidr: 'fd00::/8'}}]}]}"),
    "client 8080 web",
    true,
  ],
  [policy("{ingress: [{from: [{ipBlock: {cidr: nonsense}}]}]}"), "far 8080 web", false],
  // ports
  [policy("{ingress: [{ports: [{port: 8080}]}]}"), "client 8080 web", true],
  [policy("{ingress: [{ports: [{port: 8080}]}]}"), "client 8081 web", false],
  [policy("{ingress: [{ports: [{port: 8000, endPort: 8090}]}]}"), "client 8080 web", true],
  [policy("{ingress: [{ports: [{port: 8000, endPort: 8090}]}]}"), "client 8091 web", false],
  [policy("{ingress: [{ports: [{port: http}]}]}"), "client 8080 web", true],
  [policy("{ingress: [{ports: [{port: https}]}]}"), "client 8080 web", false],
  [policy("{ingress: [{ports: [{port: proxy}]}]}"), "client 15090 web", true],
  [policy("{ingress: [{ports: [{port: once}]}]}"), "client 9999 web", false],
  [policy("{ingress: [{ports: [{port: dns}]}]}"), "client 53 web", false],
  [policy("{ingress: [{ports: [{port: dns, protocol: UDP}]}]}"), "client 53/UDP web", true],
  [policy("{ingress: [{ports: [{protocol: TCP}]}]}"), "client 1 web", true],
  [policy("{ingress: [{ports: [{protocol: TCP}]}]}"), "client 1/UDP web", false],
  [policy("{policyTypes: [Egress], egress: [{ports: [{port: http}]}]}"), "client 8080 web", true],
  [
    policy("{policyTypes: [Egress], egress: [{ports: [{port: http}]}]}"),
    "client 8080 203.0.113.1",
    false,
  ],
  // One rule must fit as a whole.
  [
    policy(
      "{ingress: [{from: [{podSelector: {}}], ports: [{port: 80}]}, {from: [{podSelector: {matchLabels: {app: x}}}]}]}",
    ),
    "client 8080 web",
    false,
  ],
  [policy("{ingress: [{from: [{podSelector: {}}], ports: [{port: 80}]}]}"), "anyone 80 web", true],
  [policy("{ingress: [{from: [{podSelector: {}}], ports: [{port: 80}]}]}"), "anyone 81 web", false],
];

Deno.test("connectionAllowed() evaluates NetworkPolicies as Kubernetes defines them", () => {
  for (const [policies, connection, allowed] of CASES) {
    const mesh = meshOf(PODS + policies);
    const [from = "", target = "", to = ""] = connection.split(" ");
    const [port, protocol = "TCP"] = target.split("/");
    const verdict = connectionAllowed(mesh, {
      from: endpoint(mesh, from),
      to: endpoint(mesh, to),
      port: Number(port),
      protocol: protocol === "UDP" ? "UDP" : "TCP",
    });
    assert.equal(verdict.allowed, allowed, `${connection}: ${policies}`);
    assert.equal(verdict.blockedBy.length > 0, !allowed);
  }
});

Deno.test("connectionAllowed() names the policies of the end that blocks, and why", () => {
  const mesh = meshOf(
    PODS + policy("{policyTypes: [Egress], egress: [{}]}", { name: "out" }) +
      policy("{podSelector: {matchLabels: {app: web}}}", { name: "nothing" }) +
      policy("{ingress: [{from: [{podSelector: {}}], ports: [{port: 80}]}]}", { name: "port" }) +
      policy(
        "{ingress: [{from: [{namespaceSelector: {matchLabels: {a: b}}}], ports: [{port: 8080}]}]}",
        {
          name: "peer",
        },
      ),
  );
  const from = endpoint(mesh, "client"), to = endpoint(mesh, "web");
  const { allowed, blockedBy, allowedBy, reason } = connectionAllowed(mesh, {
    from,
    to,
    port: 8080,
  });
  assert.equal(allowed, false);
  assert.deepEqual(allowedBy.map(({ policy, direction }) => [policy.name, direction]), [[
    "out",
    "egress",
  ]]);
  assert.deepEqual(
    blockedBy.map(({ policy, direction, reason }) => [policy.name, direction, reason]),
    [
      ["nothing", "ingress", "it has no ingress rule, so it allows nothing"],
      ["peer", "ingress", "its ingress rules for port TCP 8080 do not name shop/client"],
      ["port", "ingress", "its ingress rules from shop/client do not name port TCP 8080"],
    ],
  );
  assert.equal(
    reason,
    "NetworkPolicy shop/nothing blocks it: it has no ingress rule, so it allows nothing",
  );
});
