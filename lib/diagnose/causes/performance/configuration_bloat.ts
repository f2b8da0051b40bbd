import type { ProxyObservation } from "../../../connectivity/mod.ts";
import { resourceOf, workloadsOf } from "../../case/objects.ts";
import { patchOf } from "../../case/patch.ts";
import { definePerformanceCause } from "../../performance/cause.ts";
import { proxiesOf, proxyMemoryShortage } from "../../performance/memory.ts";

/** Clusters from which a proxy knows more than an application calls. */
const MANY_CLUSTERS = 500;

/** A proxy holds the configuration of services that its application never calls, and runs out of memory. */
export const configurationBloat = definePerformanceCause({
  id: "MM-P07",
  name: "configuration-bloat",
  title: "A proxy is near its memory limit, with configuration that it does not need",
  category: "configuration",
  severity: "medium",
  docs: {
    why:
      "Without Sidecar resources every proxy gets every service of the mesh. Memory and start-up time grow with " +
      "the mesh, in each pod.",
    symptom: "The proxy's memory is near its limit; it has hundreds of clusters and uses few.",
    remedy: "Send it only the hosts that it calls, with a Sidecar.",
    verify: "server.memory_allocated falls after the next push.",
  },

  *consider(of) {
    for (const proxy of proxiesOf(of)) {
      const { pod, dump } = proxy;
      const clusters = dump?.clusters.length ?? 0;
      if (!pod || clusters < MANY_CLUSTERS) continue;
      const full = proxyMemoryShortage(of, proxy);
      if (full.length === 0) continue;
      const [workload] = workloadsOf(of.mesh, [pod]);
      yield {
        isSilent: true,
        objects: [...(workload ? [workload] : []), resourceOf(pod)],
        title:
          `the proxy of ${pod.namespace}/${pod.name} is near its memory limit and knows ${clusters} clusters`,
        facts: [...full, {
          weight: "likely",
          source: `${proxy.folder}/config_dump.json`,
          detail: `${clusters} clusters${usedOf(proxy)}`,
        }],
        remedy: {
          title: "Scope what the proxy gets with a Sidecar",
          description:
            "List the namespaces that it calls beside its own; what is not listed it can no longer reach by name.",
          patch: patchOf({
            apiVersion: "networking.istio.io/v1",
            kind: "Sidecar",
            metadata: { name: "default", namespace: pod.namespace },
            spec: { egress: [{ hosts: ["./*", `${of.mesh.istioNamespace}/*`] }] },
          }),
        },
      };
    }
  },
});

/** How many of its Envoy clusters a proxy ever sent something to. */
function usedOf({ envoyClusters }: ProxyObservation): string {
  if (!envoyClusters) return "";
  const used = [...envoyClusters.values()].filter(({ hosts }) =>
    hosts.some(({ stats }) => (stats["cx_total"] ?? 0) > 0)
  );
  return `, ${used.length} of which were ever used`;
}
