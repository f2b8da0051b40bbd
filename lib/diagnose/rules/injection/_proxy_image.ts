import { load } from "js-yaml";
import { valueAt } from "../../../core/mod.ts";
import { includesLabels, type Mesh, type WorkloadInstance } from "../../../mesh/mod.ts";
import { injectorValues } from "./_namespaces.ts";

/** The image that the injector of a revision gives to proxies, without variant; `undefined` where unknown. */
export function injectedImage(mesh: Mesh): (revision: string) => string | undefined {
  const valuesOf = mesh.once(injectorValues);
  return (revision) => {
    const values = valuesOf(revision);
    const image = textAt(values, ["global", "proxy", "image"]);
    if (image === undefined || image.includes("/")) return image;
    const [hub, tag] = [textAt(values, ["global", "hub"]), textAt(values, ["global", "tag"])];
    return `${hub ?? ""}/${image}:${tag ?? ""}`;
  };
}

function textAt(values: unknown, path: readonly string[]): string | undefined {
  const value = valueAt(values, path);
  return typeof value === "string" || typeof value === "number" ? String(value) : undefined;
}

/**
 * The variant of the image that a pod asks for, such as `distroless`; `""` for the default one. The pod's
 * own annotation wins over ProxyConfigs of the workload, the namespace and the root namespace, and these
 * over the mesh.
 */
export function imageVariant(
  mesh: Mesh,
  { compat }: { compat: boolean },
): (pod: WorkloadInstance) => string {
  const root = mesh.config.rootNamespace;
  const configs = mesh.list("ProxyConfig");
  const everywhere = configs.find(({ namespace, spec }) => namespace === root && !spec.selector);
  const meshWide = everywhere?.spec.image?.imageType ?? mesh.config.defaultConfig?.image?.imageType;
  return (pod: WorkloadInstance): string => {
    const own = configs.filter(({ namespace }) =>
      compat ? pod.namespace.startsWith(namespace) : namespace === pod.namespace
    );
    const inNamespace = own.find(({ spec }) => !spec.selector);
    const onWorkload = own.find(({ spec: { selector } }) =>
      selector && includesLabels(pod.labels, selector.matchLabels)
    );
    const variant = annotatedVariant(pod) ?? onWorkload?.spec.image?.imageType ??
      inNamespace?.spec.image?.imageType ?? meshWide ?? "";
    return variant === "default" ? "" : variant;
  };
}

function annotatedVariant({ annotations }: WorkloadInstance): string | undefined {
  const text = annotations["proxy.istio.io/config"];
  if (!text) return undefined;
  try {
    return textAt(load(text), ["image", "imageType"]);
  } catch {
    return undefined;
  }
}
