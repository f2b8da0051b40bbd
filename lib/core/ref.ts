/** Names one object of one cluster. */
export interface ResourceRef {
  /** Name of the cluster; `""` where there is only one and it has no name. */
  readonly cluster: string;
  /** Group and version, such as `networking.istio.io/v1`. */
  readonly apiVersion: string;
  /** Kind as written in manifests, such as `VirtualService`. */
  readonly kind: string;
  /** Namespace; `""` for cluster-scoped kinds. */
  readonly namespace: string;
  /** Name inside the namespace. */
  readonly name: string;
}

/** `Kind namespace/name`, the way istioctl prints an object; `document` for one that has no name at all. */
export function formatRef(
  { kind, namespace, name }: Omit<ResourceRef, "cluster" | "apiVersion">,
): string {
  const path = namespace === "" ? name : `${namespace}/${name}`;
  return `${kind} ${path}`.trim() || "document";
}
