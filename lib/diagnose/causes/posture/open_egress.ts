import { resourceOf } from "../../case/objects.ts";
import { definePostureCause } from "../../security/case.ts";

/** Workloads may call any address outside. */
export const openEgress = definePostureCause({
  id: "MM-C16",
  name: "open-egress",
  title: "Workloads may call any host outside, past all policies",
  category: "security",
  severity: "low",
  docs: {
    why:
      "outboundTrafficPolicy ALLOW_ANY, the default, passes what no service declares straight through: no " +
      "route, no policy and no name in the metrics. A workload that is taken over may send data anywhere.",
    symptom: "Requests to PassthroughCluster.",
    remedy: "Declare the hosts that are needed as ServiceEntries, then set REGISTRY_ONLY.",
    verify: "No request goes to PassthroughCluster.",
    links: ["https://istio.io/latest/docs/tasks/traffic-management/egress/egress-control/"],
  },

  *consider({ mesh, survey }) {
    const mode = mesh.config.outboundTrafficPolicy?.mode ?? "ALLOW_ANY";
    if (mode === "REGISTRY_ONLY") return;
    const outside = survey.edges.filter((edge) =>
      edge.source !== "external" && edge.routedTo.size === 0 && edge.failures < edge.requests &&
      mesh.services.declarations(edge.host).length === 0
    );
    const [config] = mesh.list("ConfigMap", mesh.istioNamespace)
      .filter(({ name }) => name === "istio");
    yield {
      isSilent: true,
      ...(outside.length > 0 ? { severity: "medium" as const } : {}),
      objects: config ? [resourceOf(config, "data.mesh")] : [],
      title: outside.length > 0
        ? `workloads call ${outside.length} hosts that nobody declared: ${
          [...new Set(outside.map(({ host }) => host))].slice(0, 3).join(", ")
        }`
        : "workloads may call any host outside (ALLOW_ANY)",
      facts: [
        {
          weight: "proven",
          source: config ? `ConfigMap ${config.namespace}/istio` : "Istio's default",
          detail: `outboundTrafficPolicy.mode is ${mode}`,
        },
        ...outside.slice(0, 5).map(({ source, host, requests }) => ({
          weight: "decisive" as const,
          source: "access logs",
          detail: `${requests} requests of ${
            source === "external" ? source : `${source.name}.${source.namespace}`
          } to ${host}`,
        })),
      ],
      remedy: { title: "Declare what is needed, then set REGISTRY_ONLY" },
    };
  },
});
