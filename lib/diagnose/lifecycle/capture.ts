import {
  hasProxy,
  isAmbient,
  isAmbientNamespace,
  isWaypoint,
  isZtunnel,
  type Mesh,
  type Resource,
} from "../../mesh/mod.ts";

/** Why ambient does not capture a pod that its labels, or those of its namespace, enrol. */
export type Uncaptured =
  /** It shares the network of its node. */
  | "host-network"
  /** Its own label says so. */
  | "opted-out"
  /** istio-cni has begun and not finished. */
  | "pending"
  /** Nothing says why: istio-cni was not there, or could not. */
  | "not-captured";

/** Why an enrolled pod is not captured; `undefined` where it is, or nobody enrolled it. */
export function uncaptured(mesh: Mesh, pod: Resource<"Pod">): Uncaptured | undefined {
  if (isAmbient(pod) || hasProxy(pod) || isWaypoint(pod) || isZtunnel(pod)) return undefined;
  if (pod.status.phase === "Succeeded" || pod.status.phase === "Failed") return undefined;
  const namespace = mesh.get("Namespace", "", pod.namespace);
  const own = pod.labels["istio.io/dataplane-mode"];
  const isEnrolled = own === "ambient" || namespace !== undefined && isAmbientNamespace(namespace);
  if (!isEnrolled) return undefined;
  if (pod.spec.hostNetwork) return "host-network";
  if (own === "none") return "opted-out";
  return pod.annotations["ambient.istio.io/redirection"] === "pending" ? "pending" : "not-captured";
}
