import { clientTls } from "../../auth/mod.ts";
import type { Target, TargetEndpoint } from "../../connectivity/mod.ts";
import { type AccessObject, formatPath } from "../../core/mod.ts";
import type { Mesh, Resource } from "../../mesh/mod.ts";
import type { EnvoyCluster, RouteAction } from "../../proxy/mod.ts";
import { isOver, type Part, step, stop } from "../stop.ts";
import { objectsOf } from "./listener_steps.ts";

/** A cluster's part of the way, with the endpoints of which one is chosen. */
export interface ClusterPart extends Part {
  /** The endpoints of which one is chosen; `undefined` where they are not known. */
  readonly candidates: readonly TargetEndpoint[] | undefined;
}

const NOT_FOUND_CODES: ReadonlyMap<string, number> = new Map([
  ["NOT_FOUND", 404],
  ["INTERNAL_SERVER_ERROR", 500],
]);

/** Who chooses an endpoint. */
export interface Chooser {
  /** The objects. */
  readonly mesh: Mesh;
  /** The pod of the proxy; `undefined` where it is not known. */
  readonly pod: Resource<"Pod"> | undefined;
  /** What the route says; `undefined` for TCP. */
  readonly action: Pick<RouteAction, "clusterNotFoundResponseCode"> | undefined;
}

/** Which endpoints of a cluster may be chosen, and how the proxy speaks to them. */
export function clusterPart(target: Target, chooser: Chooser): ClusterPart {
  const { action } = chooser;
  const { name, isDefined, envoyCluster, object } = target;
  const part = target.share < 1 ? `${Math.round(target.share * 1000) / 10} % to ` : "";
  const objects = object ? [{ resource: object }] : [];
  if (!isDefined) {
    const code = NOT_FOUND_CODES.get(action?.clusterNotFoundResponseCode ?? "") ?? 503;
    const reason = `the proxy has no Envoy cluster ${name}`;
    return {
      candidates: [],
      steps: [step("cluster", part + reason, { outcome: "fail", objects })],
      stops: [stop(action ? code : 0, ["NC"], action ? "cluster_not_found" : "", reason)],
    };
  }
  const kind = envoyCluster ? `${name} (${envoyCluster.type}, ${envoyCluster.lbPolicy})` : name;
  const known = step("cluster", `${part}Envoy cluster ${kind}`, {
    objects: envoyCluster ? objectsOf(envoyCluster.metadata) : objects,
    details: limits(envoyCluster),
  });
  const chosen = endpointPart(target, action !== undefined);
  const tls = isOver(chosen) ? [] : tlsSteps(target, chosen.candidates ?? [], chooser);
  return { ...chosen, steps: [known, ...chosen.steps, ...tls] };
}

function limits(envoyCluster: EnvoyCluster | undefined): string[] {
  if (!envoyCluster) return [];
  const { circuitBreakers, outlierDetection, connectTimeoutMs } = envoyCluster;
  const [breaker] = circuitBreakers.filter(({ priority }) => priority === "DEFAULT");
  const bounds = [
    ["connections", breaker?.maxConnections],
    ["waiting requests", breaker?.maxPendingRequests],
    ["requests", breaker?.maxRequests],
    ["retries", breaker?.maxRetries],
  ] as const;
  // Istio writes the largest number of 32 bits for "no limit".
  const said = bounds.flatMap(([what, most]) =>
    most === undefined || most >= 2 ** 32 - 1 ? [] : [`at most ${most} ${what}`]
  );
  const errors = outlierDetection?.consecutive5xx ?? outlierDetection?.consecutiveGatewayFailure;
  return [
    ...(said.length === 0 ? [] : [said.join(", ")]),
    ...(errors === undefined ? [] : [`endpoints are ejected after ${errors} errors in a row`]),
    ...(connectTimeoutMs === undefined ? [] : [`connecting may take ${connectTimeoutMs} ms`]),
  ];
}

function endpointPart(target: Target, isHttp: boolean): ClusterPart {
  const { endpoints, envoyCluster, name } = target;
  if (envoyCluster?.type === "ORIGINAL_DST") {
    const decision = "the endpoint is the original destination";
    return { candidates: undefined, steps: [step("endpoint", decision)], stops: [] };
  }
  if (!endpoints) {
    const unread = step("endpoint", "the endpoints were not read", { outcome: "unknown" });
    return { candidates: undefined, steps: [unread], stops: [] };
  }
  const candidates = chosenFrom(endpoints, panicPercent(envoyCluster));
  const details = endpoints.slice(0, 20).map(describe);
  if (candidates.length === 0) {
    const reason = endpoints.length === 0
      ? `${name} has no endpoints`
      : `none of the ${endpoints.length} endpoints can be used`;
    const end = stop(isHttp ? 503 : 0, ["UH"], isHttp ? "no_healthy_upstream" : "", reason);
    return {
      candidates,
      steps: [step("endpoint", reason, { outcome: "fail", details })],
      stops: [end],
    };
  }
  const usable = endpoints.filter(({ isUsable }) => isUsable).length;
  const decision =
    `${candidates.length === 1 ? "endpoint" : `one of ${candidates.length} endpoints`} ` +
    candidates.slice(0, 6).map(({ address }) => address).join(", ") +
    (candidates.length > 6 ? ", …" : "") +
    (usable < endpoints.length ? ` (${usable} of ${endpoints.length} can be used)` : "");
  return { candidates, steps: [step("endpoint", decision, { details })], stops: [] };
}

function describe({ address, pod, isUsable, isEjected, priority }: TargetEndpoint): string {
  return [
    address,
    ...(pod ? [`${pod.namespace}/${pod.name}`] : []),
    isEjected ? "ejected" : isUsable ? "healthy" : "unhealthy",
    ...(priority > 0 ? [`priority ${priority}`] : []),
  ].join(" ");
}

/** Envoy gives a priority 1.4 times the share that its healthy endpoints make out; the rest goes on. */
const OVERPROVISIONING = 1.4;

function chosenFrom(
  endpoints: readonly TargetEndpoint[],
  panic: number,
): readonly TargetEndpoint[] {
  const usable: TargetEndpoint[] = [];
  let load = 0;
  const priorities = [...new Set(endpoints.map(({ priority }) => priority))].sort((a, b) => a - b);
  for (const priority of priorities) {
    const all = endpoints.filter((each) => each.priority === priority);
    const healthy = all.filter(({ isUsable }) => isUsable);
    usable.push(...healthy);
    load += OVERPROVISIONING * healthy.length / all.length;
    if (load >= 1) return usable;
  }
  const isPanic = load * 100 / OVERPROVISIONING < panic;
  return isPanic ? endpoints : usable;
}

/** Below this share of healthy endpoints Envoy uses all; 50 unless set, Istio sets 0. */
function panicPercent(envoyCluster: EnvoyCluster | undefined): number {
  const config = envoyCluster?.commonLbConfig ?? {};
  const set = config["healthy_panic_threshold"] ?? config["healthyPanicThreshold"];
  if (set === undefined) return envoyCluster ? 50 : 0;
  const value = typeof set === "object" && set !== null && "value" in set ? set.value : 0;
  return typeof value === "number" ? value : 0;
}

function tlsSteps(
  { parsed }: Target,
  candidates: readonly TargetEndpoint[],
  { mesh, pod }: Chooser,
): Part["steps"] {
  if (candidates.length === 0) return [];
  const secured = candidates.filter(({ isTls }) => isTls);
  const names = [...new Set(secured.map(({ serverName }) => serverName ?? ""))].filter(Boolean);
  const decision = secured.length === 0
    ? "plain text to the endpoint"
    : `TLS to ${secured.length === candidates.length ? "the endpoint" : "some endpoints"}` +
      (names.length === 0 ? "" : `, server name ${names.join(", ")}`);
  if (!pod || !parsed) return [step("tls", decision)];
  const subset = parsed.subset === "" ? undefined : parsed.subset;
  const { from, path, reason } = clientTls(mesh, pod, parsed.host, parsed.port, subset);
  const objects: AccessObject[] = from ? [{ resource: from.ref, path: formatPath(path) }] : [];
  return [step("tls", decision, { objects, details: [reason] })];
}
