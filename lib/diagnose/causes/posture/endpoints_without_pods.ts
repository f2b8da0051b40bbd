import type { Resource } from "../../../mesh/mod.ts";
import { resourceOf } from "../../case/objects.ts";
import { definePostureCause, type PostureCase } from "../../security/case.ts";
import type { Fact } from "../../cause.ts";

/** A Service with a selector has endpoints that somebody wrote, and that no pod has. */
export const endpointsWithoutPods = definePostureCause({
  id: "MM-X10",
  name: "endpoints-without-pods",
  title: "A Service has endpoints that no pod has",
  category: "control-plane",
  severity: "medium",
  docs: {
    why:
      "Proxies send requests to all addresses of a Service's EndpointSlices, also of those that another than " +
      "Kubernetes' controller wrote. An address that no pod has any more takes its share of the requests.",
    symptom: "503 UF for a share of the requests; istiod counts endpoints without pods.",
    remedy: "Delete the slice, or correct its addresses.",
    verify: "The slices of the Service name its pods only.",
  },

  *consider(of) {
    const { mesh } = of;
    if (mesh.list("Pod").length === 0) return;
    for (const slice of mesh.list("EndpointSlice")) {
      const service = slice.labels["kubernetes.io/service-name"];
      const owner = service && mesh.get("Service", slice.namespace, service);
      // Without a selector addresses outside the cluster are what the slice is for.
      if (!owner || Object.keys(owner.spec.selector ?? {}).length === 0) continue;
      const gone = addressesOf(slice).filter((ip) => mesh.whole.podAt(ip) === undefined);
      if (gone.length === 0 || isManaged(slice)) continue;
      yield {
        isSilent: true,
        objects: [resourceOf(slice, "endpoints"), resourceOf(owner)],
        title: `EndpointSlice ${slice.namespace}/${slice.name} sends requests for ${service} to ` +
          `${gone.slice(0, 3).join(", ")}, which no pod has`,
        facts: [
          {
            weight: "proven",
            source: `EndpointSlice ${slice.namespace}/${slice.name}`,
            detail: `${gone.length} of ${addressesOf(slice).length} addresses are no pod's`,
          },
          ...counted(of),
        ],
        remedy: {
          title: "Delete the slice, or correct it",
          action: `kubectl -n ${slice.namespace} delete endpointslice ${slice.name}`,
        },
      };
    }
  },
});

/** Slices of Kubernetes' own controller follow the pods by themselves. */
function isManaged({ labels }: Resource<"EndpointSlice">): boolean {
  return labels["endpointslice.kubernetes.io/managed-by"] === "endpointslice-controller.k8s.io";
}

function addressesOf({ object }: Resource<"EndpointSlice">): string[] {
  return (object.endpoints ?? []).flatMap(({ addresses = [] }) => addresses);
}

function counted({ istiod }: PostureCase): Fact[] {
  if (!istiod) return [];
  const { file, figures } = istiod;
  const count = figures.sum("pilot_k8s_endpoints_with_no_pods") ?? figures.sum("endpoint_no_pod");
  return count
    ? [{ weight: "likely", source: file, detail: `${count} endpoints without pods` }]
    : [];
}
