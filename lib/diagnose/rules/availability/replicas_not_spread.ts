import { isRecord } from "../../../core/mod.ts";
import { type Mesh, podInstances, type PodSpec } from "../../../mesh/mod.ts";
import { setting } from "../../analysis/fix.ts";
import { defineRule } from "../../analysis/rule.ts";
import { type Component, COMPONENT_KINDS, components, lossOf } from "./_components.ts";

/** The pods of the control plane and of gateways do not share a node. */
export const replicasNotSpread = defineRule({
  code: "MM1304",
  name: "replicas-not-spread",
  title: "Nothing keeps the pods of the control plane or a gateway apart",
  severity: "info",
  since: "0.1.0",
  inputs: ["Deployment"],
  reads: [...COMPONENT_KINDS, "Pod"],
  mode: "default",
  docs: {
    why: "Several pods on one node, or in one zone, are lost together.",
    remedy:
      "Set `topologySpreadConstraints` over `kubernetes.io/hostname` and `topology.kubernetes.io/zone`, " +
      "or a `podAntiAffinity`.",
    links: [
      "https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/",
    ],
  },

  *check({ mesh }) {
    const nodesOf = mesh.once(nodesOfPods);
    for (const component of mesh.once(components)) {
      const { on, replicas, spec } = component;
      if (replicas < 2 || isSpread(spec)) continue;
      const nodes = nodesOf(component);
      const [node] = nodes;
      const now = nodes.length > 1 && new Set(nodes).size === 1
        ? ` (all ${nodes.length} are on node ${node})`
        : "";
      yield {
        on,
        at: ["spec", "template", "spec"],
        message: `Its pods may share a node${now}; when that is lost, ${lossOf(component)}`,
        fix: setting(
          on.object,
          ["spec", "template", "spec", "topologySpreadConstraints"],
          [{
            maxSkew: 1,
            topologyKey: "kubernetes.io/hostname",
            whenUnsatisfiable: "ScheduleAnyway",
            labelSelector: on.spec.selector ?? { matchLabels: component.labels },
          }],
          "Spread its pods over the nodes",
        ),
      };
    }
  },
});

function isSpread({ affinity, topologySpreadConstraints }: PodSpec): boolean {
  return isRecord(affinity) && isRecord(affinity.podAntiAffinity) ||
    Array.isArray(topologySpreadConstraints) && topologySpreadConstraints.length > 0;
}

function nodesOfPods(mesh: Mesh): (component: Component) => readonly string[] {
  const pods = mesh.once(podInstances);
  return ({ on: { namespace, cluster }, labels }) =>
    pods.select(labels, namespace).flatMap(({ resource, spec: { nodeName } }) =>
      resource.cluster === cluster && nodeName ? [nodeName] : []
    );
}
