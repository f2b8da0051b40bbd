import { type AnyResource, type Mesh, Resource } from "../mesh/mod.ts";

const PORTS = [80, 443, 31400, 15443];

/** What istioctl adds to files: the Pod and the Service of the ingress gateway that most meshes have. */
export function assumedResources({ config, istioNamespace }: Mesh): AnyResource[] {
  if (config.ingressControllerMode === "OFF") return [];
  const { ingressSelector, ingressService } = config;
  const selector = { istio: ingressSelector || "ingressgateway" };
  const name = ingressService || "istio-ingressgateway";
  return [
    new Resource("Service", "", istioNamespace, {
      apiVersion: "v1",
      kind: "Service",
      metadata: { name, namespace: istioNamespace },
      spec: { selector, ports: PORTS.map((port) => ({ port, protocol: "TCP" })) },
    }),
    new Resource("Pod", "", istioNamespace, {
      apiVersion: "v1",
      kind: "Pod",
      metadata: {
        name: "istio-ingressgateway-dummypod",
        namespace: istioNamespace,
        labels: selector,
      },
      spec: { containers: [{ name: "istio-proxy" }] },
    }),
  ];
}
