import { type Mesh, type Resource, workloadOf } from "../../../mesh/mod.ts";
import { isGateway } from "../../../connectivity/mod.ts";
import type { Cause } from "../../cause.ts";
import { label, resourceOf } from "../../case/objects.ts";
import { weaknesses } from "../../lifecycle/availability.ts";
import { istiodDeployments } from "../../lifecycle/istiod.ts";
import { definePostureCause, type PostureCase } from "../../security/case.ts";

/** What distinguishes the workloads whose loss is felt by everybody. */
interface Part {
  readonly id: `MM-${string}`;
  readonly name: string;
  readonly title: string;
  readonly what: string;
  readonly loss: string;
  deployments(mesh: Mesh): readonly Resource<"Deployment">[];
}

const PARTS: readonly Part[] = [
  {
    id: "MM-G17",
    name: "single-gateway-replica",
    title: "A gateway fails as a whole when one node is drained",
    what: "the gateway",
    loss: "Everything that comes in through a gateway waits until its pod runs elsewhere.",
    deployments: (mesh) => mesh.once(gatewayDeployments),
  },
  {
    id: "MM-X12",
    name: "single-istiod-replica",
    title: "istiod fails as a whole when one node is drained",
    what: "istiod",
    loss:
      "Without istiod new pods get no proxy, and proxies no new endpoints or certificates, until it runs again.",
    deployments: istiodDeployments,
  },
];

/** Parts of the mesh of which there is one replica, or that nothing keeps up while nodes are drained. */
export const singleReplicas: readonly Cause<PostureCase>[] = PARTS.map((part) =>
  definePostureCause({
    id: part.id,
    name: part.name,
    title: part.title,
    category: "resources",
    severity: "medium",
    docs: {
      why: `${part.loss} One replica, or several without PodDisruptionBudget, end together when ` +
        "their nodes are drained.",
      symptom: "An outage for as long as an upgrade of the nodes takes.",
      remedy: "Run at least two replicas on different nodes, with a PodDisruptionBudget.",
      verify: "kubectl get deployment,pdb shows two replicas and one disruption allowed.",
    },

    *consider({ mesh }) {
      for (const deployment of part.deployments(mesh)) {
        const facts = weaknesses(mesh, deployment);
        if (facts.length === 0) continue;
        const object = resourceOf(deployment, "spec.replicas");
        yield {
          isSilent: true,
          objects: [object],
          title: `${part.what} ${label(object)} fails as a whole when a node is drained: ${
            facts.map(({ detail }) => detail).join(", ")
          }`,
          facts,
          remedy: {
            title: "Run two replicas on different nodes, with a PodDisruptionBudget",
            action: `kubectl -n ${object.namespace} scale deployment ${object.name} --replicas=2`,
          },
        };
      }
    },
  })
);

function gatewayDeployments(mesh: Mesh): readonly Resource<"Deployment">[] {
  const found = mesh.list("Pod").filter(isGateway).flatMap((pod) => {
    const { kind, namespace, name } = workloadOf(mesh, pod);
    return kind === "Deployment" ? mesh.get("Deployment", namespace, name) ?? [] : [];
  });
  return [...new Set(found)];
}
