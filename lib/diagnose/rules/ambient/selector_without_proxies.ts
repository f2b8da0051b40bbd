import {
  inAmbient,
  proxyContainers,
  WORKLOAD_KINDS,
  workloadInstances,
} from "../../../mesh/mod.ts";
import { defineRule } from "../../analysis/rule.ts";

/** A DestinationRule for chosen clients is for some that have a proxy to carry it out. */
export const selectorWithoutProxies = defineRule({
  code: "MM1011",
  name: "destination-rule-selects-ambient-clients",
  title: "DestinationRule selects clients in ambient mode",
  severity: "warning",
  since: "0.1.0",
  inputs: ["DestinationRule", "Namespace", "Pod"],
  reads: WORKLOAD_KINDS,
  mode: "default",
  docs: {
    why:
      "`workloadSelector` chooses the proxies that a DestinationRule is for. Clients in ambient mode " +
      "have none of their own, and the waypoint of the service is not among their pods: the rule is " +
      "for nobody.",
    remedy:
      "Leave `workloadSelector` out, so that the waypoint of the service carries the rule out for " +
      "all its clients.",
    links: [
      "https://istio.io/latest/docs/reference/config/networking/destination-rule/#DestinationRule",
    ],
  },

  *check({ mesh }) {
    const instances = mesh.once(workloadInstances);
    for (const on of mesh.list("DestinationRule")) {
      const labels = on.spec.workloadSelector?.matchLabels ?? {};
      if (Object.keys(labels).length === 0) continue;
      const clients = instances.select(labels, on.namespace);
      const isForNobody = clients.length > 0 &&
        clients.every((each) => inAmbient(mesh, each) && proxyContainers(each).length === 0);
      if (!isForNobody) continue;
      yield {
        on,
        at: ["spec", "workloadSelector"],
        message:
          "The workloads that it selects are in ambient mode and have no proxy: it is for nobody",
      };
    }
  },
});
