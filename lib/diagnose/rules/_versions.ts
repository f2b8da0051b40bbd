import { proxyContainers, type WorkloadInstance } from "../../mesh/mod.ts";

/** The release that the tag of an image names, such as `1.30.2`; `undefined` where it names none. */
export function versionOfImage(image: string): string | undefined {
  return /:v?(\d+\.\d+\.\d+)[^/]*$/.exec(image)?.[1];
}

/** The release of the proxy of a workload, as its image tells. */
export function proxyVersionOf(instance: Pick<WorkloadInstance, "spec">): string | undefined {
  const [proxy] = proxyContainers(instance);
  return versionOfImage(proxy?.image ?? "");
}
