import { fqdn, type Mesh, WORKLOAD_KINDS, workloadInstances } from "../../../mesh/mod.ts";
import { defineRule } from "../../analysis/rule.ts";

/** A DestinationRule lies where proxies look for it. */
export const offLookupPath = defineRule({
  code: "MM0203",
  name: "destination-rule-off-lookup-path",
  title: "DestinationRule lies in a namespace where no client looks for it",
  severity: "warning",
  since: "0.1.0",
  inputs: ["DestinationRule", "Service", "Pod"],
  reads: ["ServiceEntry", ...WORKLOAD_KINDS],
  equivalents: ["KIA0212"],
  mode: "default",
  docs: {
    why:
      "For each client istiod looks for DestinationRules of a host in the client's namespace, in the " +
      "service's and in the root namespace. One in a namespace of its own, without workloads, is " +
      "used by nobody, whatever it is exported to.",
    remedy: "Move it to the namespace of the service.",
    links: [
      "https://istio.io/latest/docs/ops/best-practices/traffic-management/#cross-namespace-configuration",
    ],
  },

  *check({ mesh }) {
    const populated = mesh.once(populatedNamespaces);
    const root = mesh.config.rootNamespace;
    for (const on of mesh.list("DestinationRule")) {
      const { namespace } = on;
      const host = fqdn(on.spec.host ?? "", namespace);
      if (namespace === root || populated.has(namespace) || host.startsWith("*")) continue;
      const service = mesh.services.find(host, namespace);
      // Manifests that lack the service's own workloads may lack those of clients too.
      if (!service || service.namespace === namespace || !populated.has(service.namespace)) {
        continue;
      }
      yield {
        on,
        at: ["metadata", "namespace"],
        message:
          `No proxy uses it: namespace ${namespace} has no workloads, and ${service.host} is ` +
          `a service of namespace ${service.namespace}`,
      };
    }
  },
});

function populatedNamespaces(mesh: Mesh): ReadonlySet<string> {
  return new Set(mesh.once(workloadInstances).select({}).map(({ namespace }) => namespace));
}
