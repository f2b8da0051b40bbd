import {
  type AccessRequest,
  type AuthorizationPolicies,
  authorize,
  edgeTls,
  policiesFor,
} from "../auth/mod.ts";
import { containerPortNamed } from "../connectivity/mod.ts";
import { type AccessMatrix, type AccessMatrixCell, compare, type Gap } from "../core/mod.ts";
import {
  hasProxy,
  isAmbient,
  isHttp,
  isWaypoint,
  isZtunnel,
  type Mesh,
  type MeshService,
  type MeshServicePort,
  podsSelected,
  type Resource,
} from "../mesh/mod.ts";
import { type Enforcer, enforcersOf } from "./enforcer.ts";
import { sourceOf } from "./source.ts";

/** Which part of the mesh is looked at. */
export interface MatrixScope {
  /** Only destinations in this namespace. */
  readonly namespace?: string | undefined;
  /** What could not be read; that of the mesh where it is not given. */
  readonly gaps?: readonly Gap[];
}

/**
 * Decides for every service account with pods and every service with proxies whether the one may call the
 * other at all, by TLS settings and AuthorizationPolicies. Methods, paths, headers and tokens are left
 * open: an answer that hangs on them is `unknown` and names them.
 */
export function accessMatrix(
  mesh: Mesh,
  now: Date,
  { namespace, gaps = mesh.gaps }: MatrixScope = {},
): AccessMatrix {
  const sources = sourcesOf(mesh);
  const cells: AccessMatrixCell[] = [];
  for (const service of mesh.services.all) {
    if (namespace !== undefined && service.namespace !== namespace) continue;
    const server = serverOf(mesh, service);
    if (!server) continue;
    const stages = new Map([true, false].map((isCarried) => {
      const client = sources.find(([, pod]) => isAmbient(pod) === isCarried)?.[1];
      return [isCarried, client ? stagesOf(mesh, client, server, service) : []];
    }));
    for (const port of service.ports) {
      const target = { server, stages, host: service.host, port };
      cells.push(...sources.map(([source, client]) => cellOf(mesh, source, client, target)));
    }
  }
  return { kind: "AccessMatrix", version: 1, takenAt: now.toISOString(), cells, gaps };
}

/** One pod for each service account, apart for pods without proxy; sorted by name. */
function sourcesOf(mesh: Mesh): [source: string, client: Resource<"Pod">][] {
  const sources = new Map<string, Resource<"Pod">>();
  for (const pod of mesh.list("Pod")) {
    // It only calls in the names of others.
    if (isZtunnel(pod)) continue;
    const account = `${pod.namespace}/${pod.spec.serviceAccountName ?? "default"}`;
    const source = hasProxy(pod) || isAmbient(pod) ? account : `${account} (no proxy)`;
    if (!sources.has(source)) sources.set(source, pod);
  }
  return [...sources].sort(([a], [b]) => compare(a, b));
}

/** A pod with a proxy or in ambient mode that stands for those of a service: they share their labels as far as it selects. */
function serverOf(mesh: Mesh, { resource }: MeshService): Resource<"Pod"> | undefined {
  return resource.identifier === "Service"
    ? podsSelected(mesh, resource.spec.selector, resource.namespace).find((pod) =>
      hasProxy(pod) && !isWaypoint(pod) || isAmbient(pod)
    )
    : undefined;
}

/** A proxy that has a say, with what it enforces. */
interface Stage {
  readonly enforcer: Enforcer;
  readonly policies: AuthorizationPolicies;
}

function stagesOf(
  mesh: Mesh,
  client: Resource<"Pod">,
  server: Resource<"Pod">,
  service: MeshService,
): readonly Stage[] {
  return enforcersOf(mesh, client, server, service).map((enforcer) => ({
    enforcer,
    policies: policiesFor(mesh, enforcer.workload, enforcer.services),
  }));
}

interface MatrixTarget {
  readonly server: Resource<"Pod">;
  /** The proxies on the way of clients in ambient mode, and of others. */
  readonly stages: ReadonlyMap<boolean, readonly Stage[]>;
  readonly host: string;
  readonly port: MeshServicePort;
}

function cellOf(
  mesh: Mesh,
  source: string,
  client: Resource<"Pod">,
  { server, stages, host, port: { port, targetPort, protocol } }: MatrixTarget,
): AccessMatrixCell {
  const containerPort = typeof targetPort === "number"
    ? targetPort
    : containerPortNamed(server, targetPort) ?? port;
  const cell = { source, destination: `${host}:${port}` };
  const tls = edgeTls(mesh, { client, server, host, port, containerPort });
  if (tls.outcome === "refused") return { ...cell, answer: "deny", reason: tls.reason };
  const decisions = (stages.get(isAmbient(client)) ?? []).map(({ enforcer, policies }) => {
    const { behind, seesRequests } = enforcer;
    const request: AccessRequest = {
      source: behind ? sourceOf(mesh, behind, { outcome: "mTLS" }) : sourceOf(mesh, client, tls),
      isHttp: seesRequests && (isHttp(protocol) || protocol === "auto"),
      port: containerPort,
    };
    return authorize(policies, request);
  });
  const { decision, reason, unknowns } = decisions.find((each) => each.decision === "deny") ??
    decisions.find((each) => each.decision === "unknown") ?? decisions.at(-1)!;
  const missing = unknowns.length === 0 ? "" : `, which hangs on ${unknowns.join(", ")}`;
  return { ...cell, answer: decision, reason: `${reason}${missing}` };
}
