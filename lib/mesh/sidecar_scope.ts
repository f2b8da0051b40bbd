import type { Path } from "../core/mod.ts";
import { oldestFirst } from "./destination_rule.ts";
import { exportedTo, exportTargets } from "./export.ts";
import type { SidecarEgress } from "./gen/istio.ts";
import { covers, fqdn, overlaps } from "./host.ts";
import type { Labelled } from "./label_index.ts";
import type { Mesh } from "./mesh.ts";
import type { Resource } from "./resource.ts";
import { includesLabels } from "./selector.ts";
import type { MeshService } from "./service_registry.ts";
import { destinationsOf, gatewaysOf } from "./virtual_service.ts";
import { isWaypoint } from "./waypoint.ts";

/** What a proxy does with traffic to hosts that it does not know. */
export interface OutboundPolicy {
  /** `ALLOW_ANY` lets it pass unchanged, `REGISTRY_ONLY` blocks it. */
  readonly mode: "ALLOW_ANY" | "REGISTRY_ONLY";
  /** The Sidecar that says so; absent where the mesh's settings do. */
  readonly from?: Resource<"Sidecar">;
}

/** Whether a proxy knows a service. */
export interface SidecarVisibility {
  /** Whether it does. */
  readonly isVisible: boolean;
  /**
   * Why: `exported` where no Sidecar limits it, `listed` by its egress hosts, `routed` by a VirtualService
   * that they include; else `not exported` to the namespace, or `not listed`.
   */
  readonly reason: "exported" | "listed" | "routed" | "not exported" | "not listed";
  /** The field of the Sidecar that lists it. */
  readonly path?: Path;
}

/** What one proxy knows of the mesh. */
export interface SidecarScope {
  /** The Sidecar that decides; absent where none applies. */
  readonly sidecar?: Resource<"Sidecar">;
  /** What happens to other traffic. */
  readonly outboundPolicy: OutboundPolicy;
  /** Whether it knows a service, or one port of it. */
  visibilityOf(service: MeshService, port?: number): SidecarVisibility;
}

/** One `namespace/host` of an egress listener. */
interface Import {
  readonly namespace: string;
  readonly host: string;
  readonly port: number | undefined;
  readonly path: Path;
}

/** What a sidecar proxy knows, as istiod limits it by `Sidecar` objects and by `exportTo`. */
export function sidecarScopeOf(mesh: Mesh, proxy: Labelled): SidecarScope {
  const sidecar = sidecarOf(mesh, proxy);
  const outboundPolicy = outboundPolicyOf(mesh, sidecar);
  const egress = sidecar?.spec.egress ?? [];
  const imports = egress.flatMap((listener, i) => importsOf(listener, i, proxy.namespace));
  const isOpen = egress.length === 0;
  let routed: ReadonlyMap<string, Path> | undefined;
  return {
    ...(sidecar ? { sidecar } : {}),
    outboundPolicy,
    visibilityOf({ host, namespace, exportTo }, port) {
      if (!exportedTo(exportTo, proxy.namespace)) {
        return { isVisible: false, reason: "not exported" };
      }
      if (isOpen) return { isVisible: true, reason: "exported" };
      const entry = imports.find((one) =>
        (one.namespace === "*" || one.namespace === namespace) && covers(one.host, host) &&
        (one.port === undefined || port === undefined || one.port === port)
      );
      if (entry) return { isVisible: true, reason: "listed", path: entry.path };
      routed ??= routedHosts(mesh, imports, proxy.namespace);
      const path = routed.get(host);
      return path
        ? { isVisible: true, reason: "routed", path }
        : { isVisible: false, reason: "not listed" };
    },
  };
}

/**
 * The Sidecar that applies to a proxy: the oldest of its namespace that selects it, else the oldest there
 * without selector, else that of the root namespace without selector. Waypoints get none.
 */
export function sidecarOf(mesh: Mesh, proxy: Labelled): Resource<"Sidecar"> | undefined {
  if (isWaypoint(proxy)) return undefined;
  const sorted = (namespace: string) => mesh.list("Sidecar", namespace).toSorted(oldestFirst);
  const own = sorted(proxy.namespace);
  return own.find(({ spec: { workloadSelector } }) =>
    workloadSelector && includesLabels(proxy.labels, workloadSelector.labels)
  ) ?? own.find(({ spec }) => !spec.workloadSelector) ??
    sorted(mesh.config.rootNamespace).find(({ spec }) => !spec.workloadSelector);
}

function outboundPolicyOf(mesh: Mesh, sidecar: Resource<"Sidecar"> | undefined): OutboundPolicy {
  const own = sidecar?.spec.outboundTrafficPolicy;
  if (sidecar && own) {
    // The API's zero value is REGISTRY_ONLY: an empty policy blocks.
    return { mode: own.mode === "ALLOW_ANY" ? "ALLOW_ANY" : "REGISTRY_ONLY", from: sidecar };
  }
  const mode = mesh.config.outboundTrafficPolicy?.mode;
  return { mode: mode === "REGISTRY_ONLY" ? mode : "ALLOW_ANY" };
}

/** A `.` means the namespace of the proxy, also in a Sidecar of the root namespace; `~` means none. */
function importsOf({ hosts = [], port }: SidecarEgress, i: number, namespace: string): Import[] {
  // A listener for an HTTP proxy serves every port.
  const only = port?.protocol?.toUpperCase() === "HTTP_PROXY"
    ? undefined
    : port?.number || undefined;
  return hosts.map((entry, j) => {
    const slash = entry.indexOf("/");
    const where = slash < 0 ? "*" : entry.slice(0, slash);
    return {
      namespace: where === "." ? namespace : where,
      host: entry.slice(slash + 1),
      port: only,
      path: ["spec", "egress", i, "hosts", j],
    };
  });
}

/** Hosts that imported VirtualServices send to: istiod adds them to what is listed. */
function routedHosts(
  mesh: Mesh,
  imports: readonly Import[],
  namespace: string,
): ReadonlyMap<string, Path> {
  const hosts = new Map<string, Path>();
  const defaults = mesh.config.defaultVirtualServiceExportTo;
  for (const vs of mesh.list("VirtualService")) {
    if (!gatewaysOf(vs).includes("mesh")) continue;
    if (!exportedTo(exportTargets(vs.spec.exportTo, vs.namespace, defaults), namespace)) continue;
    const own = (vs.spec.hosts ?? []).map((host) => fqdn(host, vs.namespace));
    const entry = imports.find((one) =>
      (one.namespace === "*" || one.namespace === vs.namespace) &&
      own.some((host) => overlaps(one.host, host))
    );
    if (!entry) continue;
    for (const { host } of destinationsOf(vs)) {
      const full = fqdn(host, vs.namespace);
      if (!hosts.has(full)) hosts.set(full, entry.path);
    }
  }
  return hosts;
}
