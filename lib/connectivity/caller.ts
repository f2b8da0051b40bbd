import { Failure } from "../core/mod.ts";
import { hasProxy, isAmbient, type Mesh, podsNamed, type Resource } from "../mesh/mod.ts";
import type { SourceName } from "./question.ts";

/** Who asks, as the mesh knows it. */
export interface Caller {
  /** Name for sentences: `sleep`, or `a client outside the mesh`. */
  readonly label: string;
  /** Whether it is outside and comes in through a gateway. */
  readonly isExternal: boolean;
  /** Its namespace; `""` outside. */
  readonly namespace: string;
  /** Its pods. */
  readonly pods: readonly Resource<"Pod">[];
  /** Addresses of its pods. */
  readonly addresses: ReadonlySet<string>;
  /** How its requests enter the mesh. */
  readonly dataPlane: "sidecar" | "ambient" | "none" | "gateway";
}

/** Kinds by which a user may narrow a source. */
const OWNER_KINDS: ReadonlyMap<string, string> = new Map([
  ["deploy", "Deployment"],
  ["deployment", "Deployment"],
  ["sts", "StatefulSet"],
  ["statefulset", "StatefulSet"],
  ["ds", "DaemonSet"],
  ["daemonset", "DaemonSet"],
  ["job", "Job"],
  ["po", "Pod"],
  ["pod", "Pod"],
  ["svc", "Service"],
  ["service", "Service"],
]);

/** Finds the pods that a source names. Throws a `Failure` `USAGE` where there are none. */
export function resolveCaller(mesh: Mesh, source: SourceName): Caller {
  if (source === "external") {
    return {
      label: "a client outside the mesh",
      isExternal: true,
      namespace: "",
      pods: [],
      addresses: new Set(),
      dataPlane: "gateway",
    };
  }
  const { kind, name, namespace, cluster } = source;
  if (kind !== undefined && !OWNER_KINDS.has(kind)) {
    throw new Failure("USAGE", `Cannot use source kind "${kind}"`, {
      hint: `Use one of ${[...OWNER_KINDS.keys()].join(", ")}`,
    });
  }
  const pods = podsNamed(mesh, name, namespace)
    .filter((pod) => cluster === undefined || pod.cluster === cluster)
    .sort((a, b) => Number(isRunning(b)) - Number(isRunning(a)));
  const [pod] = pods;
  if (!pod) throw notFound(mesh, name, namespace);
  return callerOf(pods, name === pod.name ? pod.labels["app"] ?? name : name);
}

/** The caller that some pods of one workload are. */
export function callerOf(pods: readonly Resource<"Pod">[], label: string): Caller {
  const [pod] = pods;
  return {
    label,
    isExternal: false,
    namespace: pod?.namespace ?? "",
    pods,
    addresses: new Set(
      pods.flatMap((p) => (p.status.podIPs ?? []).flatMap(({ ip }) => ip ?? []))
        .concat(pods.flatMap((p) => p.status.podIP ?? [])),
    ),
    dataPlane: pod && hasProxy(pod) ? "sidecar" : pod && isAmbient(pod) ? "ambient" : "none",
  };
}

/** The clients outside that come in through a gateway, where that one was named as the source. */
export function clientsOf(gateway: Caller): Caller {
  return {
    ...gateway,
    label: `a client of ${gateway.label}`,
    isExternal: true,
    addresses: new Set(),
    dataPlane: "gateway",
  };
}

function isRunning(pod: Resource<"Pod">): boolean {
  return pod.status.phase === "Running";
}

function notFound(mesh: Mesh, name: string, namespace: string): Failure {
  const elsewhere = [...new Set(mesh.list("Pod").map((pod) => pod.namespace))]
    .filter((other) => other !== namespace && podsNamed(mesh, name, other).length > 0);
  const here = [
    ...new Set(mesh.list("Pod", namespace).map((pod) => pod.labels["app"] ?? pod.name)),
  ];
  return new Failure("USAGE", `Cannot find source "${name}" in namespace "${namespace}"`, {
    hint: elsewhere.length > 0
      ? `Did you mean ${elsewhere.map((other) => `${name}.${other}`).join(" or ")}?`
      : here.length > 0
      ? `There is ${here.slice(0, 8).sort().join(", ")}`
      : `No pods are known in that namespace`,
  });
}
