import { compare } from "../../../core/mod.ts";
import {
  type Mesh,
  podInstances,
  PROXY_CONTAINER,
  revisionOf,
  type WorkloadInstance,
} from "../../../mesh/mod.ts";
import { defineRule } from "../../analysis/rule.ts";
import { formatList } from "../_names.ts";
import { imageVariant, injectedImage } from "./_proxy_image.ts";

/** The sidecars of a namespace run the image that the injector would give them today. */
export const proxyImageMismatch = defineRule({
  code: "IST0158",
  name: "proxy-image-mismatch",
  title: "Sidecars run another image than the injector gives",
  severity: "warning",
  since: "0.1.0",
  inputs: ["Namespace", "Pod", "ConfigMap"],
  reads: ["ProxyConfig"],
  peer: "injection.ImageAnalyzer",
  docs: {
    why:
      "The control plane was upgraded and the pods were not restarted since. They run an older " +
      "proxy, without its fixes, and at some point one that the control plane no longer supports.",
    remedy: "Restart the workloads: `kubectl -n NAMESPACE rollout restart deployment`.",
    links: ["https://istio.io/latest/docs/setup/upgrade/"],
  },

  *check({ mesh, compat }) {
    const imageOf = mesh.once(injectedImage);
    const variantOf = mesh.once(compat ? variantsAsIstioctl : variants);
    for (const namespace of mesh.list("Namespace")) {
      const revision = revisionOf(namespace);
      const image = revision === undefined ? undefined : imageOf(revision);
      if (image === undefined) continue;
      const names = mesh.once(podInstances).select({}, namespace.name)
        .filter((pod) => pod.resource.cluster === namespace.cluster)
        .filter((pod) => isOutdated(pod, image, variantOf(pod)))
        .map(({ resource }) => resource.name).sort(compare);
      if (names.length === 0) continue;
      yield {
        on: namespace,
        at: ["metadata", "name"],
        message:
          "The Istio proxy images of the pods running in the namespace do not match the image " +
          `defined in the injection configuration (pod names: ${formatList(names)}). This often ` +
          "happens after upgrading the Istio control-plane and can be fixed by redeploying the pods.",
      };
    }
  },
});

function variants(mesh: Mesh) {
  return imageVariant(mesh, { compat: false });
}

function variantsAsIstioctl(mesh: Mesh) {
  return imageVariant(mesh, { compat: true });
}

function isOutdated(
  { annotations, spec: { containers = [], initContainers = [] } }: WorkloadInstance,
  image: string,
  variant: string,
): boolean {
  if (annotations["sidecar.istio.io/proxyImage"]) return false;
  return [...containers, ...initContainers].some((container) =>
    container.name === PROXY_CONTAINER && container.image !== image &&
    container.image !== `${image}-${variant}`
  );
}
