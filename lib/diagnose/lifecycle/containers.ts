import type { ContainerStatus, Resource } from "../../mesh/mod.ts";
import { PROXY_CONTAINER } from "../../mesh/mod.ts";

/** The states of all containers of a pod, init containers first. */
export function containerStatuses({ status }: Resource<"Pod">): readonly ContainerStatus[] {
  return [...status.initContainerStatuses ?? [], ...status.containerStatuses ?? []];
}

/** The state of a pod's proxy, also of a native sidecar; `undefined` where nothing is known of it. */
export function proxyStatus(pod: Resource<"Pod">): ContainerStatus | undefined {
  return containerStatuses(pod).find(({ name }) => name === PROXY_CONTAINER);
}

/** The states of the application's containers. */
export function applicationStatuses({ status }: Resource<"Pod">): readonly ContainerStatus[] {
  return (status.containerStatuses ?? []).filter(({ name }) => name !== PROXY_CONTAINER);
}
