import { nearest } from "../../../core/mod.ts";
import { WORKLOAD_KINDS } from "../../../mesh/mod.ts";
import { replacement } from "../../analysis/fix.ts";
import { defineRule } from "../../analysis/rule.ts";
import { formatName } from "../_names.ts";
import { selectingServices } from "./_selected.ts";

/** The port of a container that a Service names is there. */
export const targetPortNameUnknown = defineRule({
  code: "MM1401",
  name: "target-port-name-unknown",
  title: "Service leads to a port name that its pods do not have",
  severity: "error",
  since: "0.1.0",
  inputs: ["Service", "Pod"],
  reads: WORKLOAD_KINDS,
  equivalents: ["KIA0701"],
  mode: "default",
  docs: {
    why:
      "Kubernetes looks a `targetPort` with a name up among the ports of the containers. Pods that " +
      "have none of that name are no endpoints of the port: requests fail with 503 and the flag UH.",
    remedy: "Correct the name, or name the port of the container.",
    links: ["https://kubernetes.io/docs/concepts/services-networking/service/#field-spec-ports"],
  },

  *check({ mesh }) {
    for (const { service: on, pods } of mesh.once(selectingServices)) {
      const [pod] = pods;
      if (!pod) continue;
      const names = new Set(
        pods.flatMap(({ spec: { containers = [], initContainers = [] } }) =>
          [...containers, ...initContainers].flatMap(({ ports = [] }) =>
            ports.flatMap(({ name }) => name === undefined ? [] : [name])
          )
        ),
      );
      for (const [i, { targetPort }] of (on.spec.ports ?? []).entries()) {
        if (typeof targetPort !== "string" || /^\d+$/.test(targetPort)) continue;
        if (targetPort === "" || names.has(targetPort)) continue;
        const at = ["spec", "ports", i, "targetPort"];
        const meant = nearest(targetPort, names);
        yield {
          on,
          at,
          message: `No container of ${formatName(pod.resource)} has a port named "${targetPort}"`,
          fix: meant === undefined ? undefined : replacement(at, meant, `Lead to port "${meant}"`),
        };
      }
    }
  },
});
