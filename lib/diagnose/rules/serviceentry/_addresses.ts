import type { EffectiveMeshConfig, Resource } from "../../../mesh/mod.ts";

const OPT_OUT = "networking.istio.io/enable-autoallocate-ip";

/** Whether the proxies get an address for a ServiceEntry that has none. */
export function isAutoAllocated(
  { spec: { resolution = "NONE", hosts = [] }, labels }: Resource<"ServiceEntry">,
): boolean {
  return resolution !== "NONE" && labels[OPT_OUT] !== "false" &&
    hosts.some((host) => !host.startsWith("*"));
}

/** Whether istioctl takes addresses to be allocated: the settings of the mesh's proxies say so outright. */
export function isAutoAllocatedForIstioctl({ defaultConfig }: EffectiveMeshConfig): boolean {
  const metadata = defaultConfig?.proxyMetadata ?? {};
  return metadata["ISTIO_META_DNS_CAPTURE"] === "true" &&
    (metadata["ISTIO_META_DNS_AUTO_ALLOCATE"] === "true" ||
      metadata["PILOT_ENABLE_IP_AUTOALLOCATE"] === "true");
}
