import type { MeshView, Resource } from "../../mesh/mod.ts";
import { defineCheck, trouble } from "../check.ts";

/** The Services of istiod lead to ready pods. */
export const istiodService = defineCheck({
  name: "istiod-service-has-endpoints",
  stage: "Control plane",
  title: "The Services of istiod lead to ready pods",
  after: ["istiod-installed", "istiod-ready"],
  inputs: ["Service", "EndpointSlice"],
  waits: true,
  docs: {
    why:
      "Proxies reach istiod through its Service on port 15012, and the API server its webhooks on 443. " +
      "A Service that selects no ready pod cuts both off.",
    remedy: "Compare the Service's selector with the labels of istiod's pods.",
  },

  run({ mesh }) {
    const services = mesh.list("Service", mesh.istioNamespace).filter(({ name, labels, spec }) =>
      (labels["app"] === "istiod" || /^istiod(?:-|$)/.test(name)) &&
      Object.keys(spec.selector ?? {}).length > 0
    );
    if (services.length === 0) return { skip: "no Service of istiod selects pods" };
    const counts = services.map((service) => ({ service, ready: readyEndpoints(mesh, service) }));
    return {
      saw: counts.map(({ service: { namespace, name }, ready }) =>
        `${namespace}/${name} has ${ready} ready`
      ).join(", "),
      troubles: counts.filter(({ ready }) => ready === 0).map(({ service }) =>
        trouble("error", service, "it has no ready endpoint", "endpoints")
      ),
    };
  },
});

function readyEndpoints(
  mesh: MeshView<"EndpointSlice">,
  { cluster, namespace, name }: Resource<"Service">,
): number {
  return mesh.select("EndpointSlice", { "kubernetes.io/service-name": name }, namespace)
    .filter((slice) => slice.cluster === cluster)
    .flatMap(({ object: { endpoints = [] } }) => endpoints)
    .filter(({ conditions }) => conditions?.ready !== false).length;
}
