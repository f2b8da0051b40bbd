/** Kinds that no source describes: aggregated APIs and kinds without a schema. @module */
import { ANY, type KindSource, type Schema } from "./schema.ts";

const text = (description: string): Schema => ({ type: "string", description });
const object = (description: string, properties: Record<string, Schema>): Schema => ({
  type: "object",
  description,
  properties,
});
const list = (description: string, items: Schema): Schema => ({
  type: "array",
  description,
  items,
});

const POD_METRICS = object("What the containers of a pod use at the moment.", {
  timestamp: text("End of the window."),
  window: text("Length of the time the usage was measured over."),
  containers: list(
    "Usage by container.",
    object("Usage of a container.", {
      name: text("Name of the container."),
      usage: {
        type: "object",
        additionalProperties: { "x-kubernetes-int-or-string": true },
        description: "Quantity by resource.",
      },
    }),
  ),
});

const ISTIO_OPERATOR = object("What istioctl installs.", {
  spec: object("The installation.", {
    profile: text("Name of the profile the rest is laid over."),
    namespace: text("Namespace of the control plane."),
    revision: text("Revision of the control plane."),
    hub: text("Registry of the images."),
    tag: { "x-kubernetes-int-or-string": true, description: "Tag of the images." },
    meshConfig: { ...ANY, description: "Mesh-wide settings." },
    components: { ...ANY, description: "Settings by component." },
    values: { ...ANY, description: "Values of the charts." },
  }),
});

const SERVICE_IMPORT = object("A service that other clusters export.", {
  spec: object("How clients reach it.", {
    type: text("ClusterSetIP or Headless."),
    ips: list("Addresses in the cluster set.", { type: "string" }),
    ports: list(
      "Ports of the service.",
      object("A port.", {
        name: text("Name of the port."),
        protocol: text("TCP, UDP or SCTP."),
        appProtocol: text("Application protocol."),
        port: { type: "integer", description: "Number of the port." },
      }),
    ),
    sessionAffinity: text("None or ClientIP."),
  }),
});

/** Kinds described by hand, from their documentation. */
export const DESCRIBED: readonly KindSource[] = [
  kind("PodMetrics", "metrics.k8s.io", ["v1beta1"], "pods", POD_METRICS),
  kind("IstioOperator", "install.istio.io", ["v1alpha1"], "istiooperators", ISTIO_OPERATOR),
  kind(
    "ServiceImport",
    "multicluster.x-k8s.io",
    ["v1beta1", "v1alpha1"],
    "serviceimports",
    SERVICE_IMPORT,
  ),
  kind(
    "ServiceExport",
    "multicluster.x-k8s.io",
    ["v1beta1", "v1alpha1"],
    "serviceexports",
    object("Exports the service of the same name to other clusters.", {}),
  ),
];

function kind(
  name: string,
  group: string,
  versions: string[],
  plural: string,
  schema: Schema,
): KindSource {
  const schemas = new Map(versions.map((version) => [version, schema]));
  return { identifier: name, group, versions, kind: name, plural, namespaced: true, schemas };
}
