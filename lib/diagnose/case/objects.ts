import type { CauseResource } from "../../core/mod.ts";
import { type Mesh, type Resource, workloadOf } from "../../mesh/mod.ts";

/** A resource as it stands in a finding, with the field that makes the decision. */
export function resourceOf(resource: Resource, path?: string): CauseResource {
  const { cluster, kind, namespace, name } = resource;
  return { ...(cluster ? { cluster } : {}), kind, namespace, name, ...(path ? { path } : {}) };
}

/** The command that opens an object in an editor. */
export function edit(object: CauseResource): string {
  const { kind, namespace, name } = object;
  const type = kubectlType({ group: groupOf(object), kind });
  return `kubectl ${namespace ? `-n ${namespace} ` : ""}edit ${type} ${name}`;
}

/** The type as kubectl needs it: two APIs have Gateways, and `gateway` alone is one or the other. */
export function kubectlType(
  { group, kind }: { readonly group: string; readonly kind: string },
): string {
  return kind === "Gateway" && group !== "" ? `gateways.${group}` : kind.toLowerCase();
}

/** A finding names no API; the field that it is about tells. */
function groupOf({ path = "" }: CauseResource): string {
  if (/^spec\.(?:servers|selector)/.test(path)) return "networking.istio.io";
  return /^spec\.(?:listeners|gatewayClassName)/.test(path) ? "gateway.networking.k8s.io" : "";
}

/** `Kind namespace/name` for sentences. */
export function label({ kind, namespace, name }: CauseResource): string {
  return namespace ? `${kind} ${namespace}/${name}` : `${kind} ${name}`;
}

/** The workloads behind some pods, without repetition. */
export function workloadsOf(mesh: Mesh, pods: readonly Resource<"Pod">[]): CauseResource[] {
  const workloads = new Map<string, CauseResource>();
  for (const pod of pods) {
    const { kind, namespace, name } = workloadOf(mesh, pod);
    workloads.set(`${kind}/${namespace}/${name}`, { kind, namespace, name });
  }
  return [...workloads.values()];
}
