import { type ServicePort, WORKLOAD_KINDS, type WorkloadInstance } from "../../../mesh/mod.ts";
import { defineRule } from "../../analysis/rule.ts";
import { formatName } from "../_names.ts";
import { selectingServices } from "./_selected.ts";

/** A Service leads to a port that its pods declare. */
export const targetPortNotDeclared = defineRule({
  code: "MM1402",
  name: "target-port-not-declared",
  title: "Service leads to a port that its pods do not declare",
  severity: "info",
  since: "0.1.0",
  inputs: ["Service", "Pod"],
  reads: WORKLOAD_KINDS,
  equivalents: ["KIA0701"],
  optional: true,
  mode: "default",
  docs: {
    why:
      "Containers may listen on ports that they do not declare. Where they declare others, though, " +
      "the number is often wrong, and connections are refused: 503 with the flag UF.",
    remedy: "Correct `targetPort`, or declare the port of the container.",
  },

  *check({ mesh }) {
    for (const { service: on, pods } of mesh.once(selectingServices)) {
      const [pod] = pods;
      const declared = pods.map(declaredPorts);
      if (!pod || declared.some((ports) => ports.size === 0)) continue;
      for (const [i, port] of (on.spec.ports ?? []).entries()) {
        const target = targetOf(port);
        if (target === undefined || declared.some((ports) => ports.has(target))) continue;
        yield {
          on,
          at: ["spec", "ports", i],
          message: `${formatName(pod.resource)} declares the ports ` +
            `${[...declared[0]!].join(", ")}, not ${target}`,
        };
      }
    }
  },
});

/** Number of the port on the pods, where it is given as a number. */
function targetOf({ port, targetPort = port }: ServicePort): number | undefined {
  return /^\d+$/.test(String(targetPort)) ? Number(targetPort) : undefined;
}

function declaredPorts({ spec: { containers = [], initContainers = [] } }: WorkloadInstance) {
  const all = [...containers, ...initContainers].filter(({ name }) => name !== "istio-proxy");
  return new Set(
    all.flatMap(({ ports = [] }) => ports.map(({ containerPort }) => containerPort ?? 0)),
  );
}
