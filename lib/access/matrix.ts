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
  assumedControlPlanes,
  hasProxy,
  isAmbient,
  isHttp,
  isWaypoint,
  isZtunnel,
  type Mesh,
  type MeshService,
  type MeshServicePort,
  podsServing,
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
 * other at all, by TLS settings and AuthorizationPolicies; each end obeys its own control plane. Methods,
 * paths, headers and tokens are left open: an answer that hangs on them is `unknown` and names them.
 */
export function accessMatrix(
  mesh: Mesh,
  now: Date,
  { namespace, gaps = mesh.gaps }: MatrixScope = {},
): AccessMatrix {
  const sources = sourcesOf(mesh);
  const cells: AccessMatrixCell[] = [];
  for (const [host, [service]] of Map.groupBy(mesh.services.all, ({ host }) => host)) {
    if (!service || namespace !== undefined && service.namespace !== namespace) continue;
    const servers = serversOf(mesh, service).map((server) => ({
      server,
      stages: new Map([true, false].map((isCarried) => {
        const client = sources.find(({ client }) => isAmbient(client) === isCarried)?.client;
        return [isCarried, client ? stagesOf(mesh, client, server, service) : []];
      })),
    }));
    for (const port of service.ports) {
      const columns = servers.map(({ server, stages }) => ({
        cluster: server.cluster,
        cells: sources.map(({ source, client }) => ({
          source,
          sourceCluster: client.cluster,
          destination: `${host}:${port.port}`,
          ...answerFor(mesh, client, { server, stages, host, port }),
        })),
      }));
      cells.push(...withoutRepetition(columns));
    }
  }
  return {
    kind: "AccessMatrix",
    version: 1,
    takenAt: now.toISOString(),
    cells,
    gaps: [...gaps, ...assumedControlPlanes(mesh)],
  };
}

/** A service account and a pod that stands for those that use it in one cluster. */
interface Source {
  readonly source: string;
  readonly client: Resource<"Pod">;
}

/** One pod for each service account of each cluster, apart for pods without proxy; sorted by name. */
function sourcesOf(mesh: Mesh): Source[] {
  const sources = new Map<string, Source>();
  for (const client of mesh.list("Pod")) {
    // It only calls in the names of others.
    if (isZtunnel(client)) continue;
    const account = `${client.namespace}/${client.spec.serviceAccountName ?? "default"}`;
    const source = hasProxy(client) || isAmbient(client) ? account : `${account} (no proxy)`;
    const key = `${source} ${client.cluster}`;
    if (!sources.has(key)) sources.set(key, { source, client });
  }
  return [...sources.values()].sort((a, b) =>
    compare(a.source, b.source) || compare(a.client.cluster, b.client.cluster)
  );
}

/**
 * In each cluster a pod with a proxy or in ambient mode that stands for those of a service: they share
 * their labels as far as it selects.
 */
function serversOf(mesh: Mesh, service: MeshService): Resource<"Pod">[] {
  if (service.resource.identifier !== "Service") return [];
  const byCluster = new Map<string, Resource<"Pod">>();
  for (const pod of podsServing(mesh, service)) {
    const isServer = hasProxy(pod) && !isWaypoint(pod) || isAmbient(pod);
    if (isServer && !byCluster.has(pod.cluster)) byCluster.set(pod.cluster, pod);
  }
  return [...byCluster.values()];
}

interface Column {
  readonly cluster: string;
  readonly cells: readonly (AccessMatrixCell & { readonly sourceCluster: string })[];
}

/** The cells of one port, with the clusters of either end only where they make a difference. */
function withoutRepetition(columns: readonly Column[]): AccessMatrixCell[] {
  const columnsOfCells = columns.map(({ cluster, cells }) => ({
    cluster,
    cells: [...Map.groupBy(cells, ({ source }) => source).values()].flatMap((same) => {
      const distinct = new Set(same.map(({ answer, reason }) => `${answer} ${reason}`));
      if (distinct.size > 1) return same;
      const { sourceCluster: _, ...one } = same[0]!;
      return [one];
    }),
  }));
  const [first] = columnsOfCells;
  const distinct = new Set(columnsOfCells.map(({ cells }) => JSON.stringify(cells)));
  return first && distinct.size === 1
    ? first.cells
    : columnsOfCells.flatMap(({ cluster, cells }) => cells.map((cell) => ({ ...cell, cluster })));
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

function answerFor(
  mesh: Mesh,
  client: Resource<"Pod">,
  { server, stages, host, port: { port, targetPort, protocol } }: MatrixTarget,
): Pick<AccessMatrixCell, "answer" | "reason"> {
  const containerPort = typeof targetPort === "number"
    ? targetPort
    : containerPortNamed(server, targetPort) ?? port;
  const tls = edgeTls(mesh, { client, server, host, port, containerPort });
  if (tls.outcome === "refused") return { answer: "deny", reason: tls.reason };
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
  return { answer: decision, reason: `${reason}${missing}` };
}
