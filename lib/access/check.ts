import {
  type AccessRequest,
  bareToken,
  type EdgeTls,
  edgeTls,
  evaluateJwt,
  type JwtEvaluation,
  requestAuthenticationsFor,
} from "../auth/mod.ts";
import {
  containerPortNamed,
  type Destination,
  type Question,
  resolveCaller,
  resolveDestination,
} from "../connectivity/mod.ts";
import {
  type AccessAnswer,
  type AccessGate,
  type AccessReport,
  compare,
  Failure,
  type Gap,
  type ServerAccess,
} from "../core/mod.ts";
import { assumedControlPlanes, isHttp, type Mesh, type Resource, seenBy } from "../mesh/mod.ts";
import { type Enforcer, enforcersOf } from "./enforcer.ts";
import { authorizationGate, networkGate, OPEN_GATE, tlsGate, tokenGate } from "./gates.ts";
import { sourceOf } from "./source.ts";

/** What a question about access is answered from. */
export interface AccessContext {
  /** The objects. */
  readonly mesh: Mesh;
  /** The time by which tokens are judged. */
  readonly now: Date;
  /** Keys for RequestAuthentications that only name a URL. */
  readonly jwks?: unknown;
  /** What could not be read; that of the mesh where it is not given. */
  readonly gaps?: readonly Gap[];
}

/** One pod that may answer, and the request as it sees it. */
interface Encounter {
  readonly client: Resource<"Pod">;
  readonly server: Resource<"Pod">;
  readonly port: number;
  readonly tls: EdgeTls;
  readonly speaksHttp: boolean;
}

/**
 * Decides whether a request would be let through by NetworkPolicies, TLS settings, RequestAuthentications
 * and AuthorizationPolicies, from each cluster of the caller and for each pod of the destination; each end
 * obeys its own control plane. What the question leaves out is unknown, but for the token: without one,
 * there is none. Throws a `Failure` `USAGE`.
 */
export async function checkAccess(
  question: Question,
  context: AccessContext,
): Promise<AccessReport> {
  const { mesh, now } = context;
  const caller = resolveCaller(mesh, question.source);
  const [client] = caller.pods;
  if (!client) {
    throw new Failure("USAGE", "Cannot check a caller outside the mesh", {
      hint: "Servers see the gateway as the caller: name its workload with --from.",
    });
  }
  const destination = resolveDestination(
    seenBy(mesh, client),
    question.target,
    caller.namespace,
  );
  requireServers(question, destination);
  const servers = await serversOf(question, caller.pods, context);
  const { method, path, jwt } = question.request;
  const worst = decisive(servers);
  return {
    kind: "AccessReport",
    version: 1,
    takenAt: now.toISOString(),
    question: {
      source: caller.label,
      target: `${destination.host}${destination.port === undefined ? "" : `:${destination.port}`}`,
      ...(method === undefined ? {} : { method }),
      ...(path === undefined ? {} : { path }),
      hasToken: jwt !== undefined,
    },
    answer: worst.answer,
    reason: worst.reason,
    servers,
    gaps: [...context.gaps ?? mesh.gaps, ...assumedControlPlanes(mesh)],
  };
}

/** The answers to the caller in each of its clusters; once where they are the same to all. */
async function serversOf(
  question: Question,
  callers: readonly Resource<"Pod">[],
  context: AccessContext,
): Promise<ServerAccess[]> {
  const clients = [...Map.groupBy(callers, ({ cluster }) => cluster).values()]
    .flatMap(([client]) => client ?? []);
  const byCluster = await Promise.all(clients.map(async (client) => {
    const mesh = seenBy(context.mesh, client);
    const destination = resolveDestination(mesh, question.target, client.namespace);
    const answers = await Promise.all(
      destination.pods.map((server) => answerOf(question, destination, client, server, context)),
    );
    return { callerCluster: client.cluster, servers: grouped(answers) };
  }));
  const [first] = byCluster;
  const isSame = new Set(byCluster.map(({ servers }) => JSON.stringify(servers))).size === 1;
  return first && isSame
    ? first.servers
    : byCluster.flatMap(({ callerCluster, servers }) =>
      servers.map((server) => ({ callerCluster, ...server }))
    );
}

function requireServers({ target }: Question, { pods, port, service }: Destination): void {
  if (pods.length === 0) {
    throw new Failure("USAGE", `Cannot find a pod behind "${target.host}"`, {
      hint: "Access is decided at the pods of a Service: name one of the mesh.",
    });
  }
  if (port === undefined) {
    const ports = (service?.ports ?? []).map(({ port }) => `${target.host}:${port}`);
    throw new Failure("USAGE", `Cannot tell which port of "${target.host}" is meant`, {
      hint: `Write one of ${ports.join(", ")}.`,
    });
  }
}

async function answerOf(
  question: Question,
  destination: Destination,
  client: Resource<"Pod">,
  server: Resource<"Pod">,
  { mesh, now, jwks }: AccessContext,
): Promise<ServerAccess> {
  const target = destination.servicePort?.targetPort ?? destination.port ?? 0;
  const port = typeof target === "number" ? target : containerPortNamed(server, target) ?? 0;
  const { host, port: servicePort = port } = destination;
  const tls = edgeTls(mesh, { client, server, host, port: servicePort, containerPort: port });
  const speaksHttp = isHttpRequest(question, destination);
  const enforcers = enforcersOf(mesh, client, server, destination.service);
  const judge = speaksHttp ? enforcers.find(({ seesRequests }) => seesRequests) : undefined;
  const rules = judge ? requestAuthenticationsFor(mesh, judge.workload, judge.services) : [];
  const token = await evaluateJwt(rules, carrierOf(question), { now, jwks });
  const encounter = { client, server, port, tls, speaksHttp };
  const request = requestOf(mesh, question, destination, encounter, token);
  const gates = [
    networkGate(mesh, client, server, port),
    tlsGate(tls),
    tokenGate(token),
    ...enforcers.map((enforcer) =>
      authorizationGate(mesh, enforcer, asSeenBy(mesh, enforcer, request))
    ),
    ...(enforcers.length === 0 ? [OPEN_GATE] : []),
  ];
  const { answer, reason } = decisive(gates);
  return {
    ...(mesh.clusters.length > 1 ? { cluster: server.cluster } : {}),
    pods: [`${server.namespace}/${server.name}`],
    port,
    answer,
    reason,
    gates,
  };
}

/** Behind a waypoint it is the waypoint that calls. */
function asSeenBy(mesh: Mesh, { behind }: Enforcer, request: AccessRequest): AccessRequest {
  return behind ? { ...request, source: sourceOf(mesh, behind, { outcome: "mTLS" }) } : request;
}

/** A port that is sniffed speaks HTTP when the client does. */
function isHttpRequest({ target }: Question, { servicePort }: Destination): boolean {
  const protocol = servicePort?.protocol ?? "auto";
  return isHttp(protocol) || protocol === "auto" && target.scheme !== "tcp";
}

function carrierOf({ request: { headers, path, jwt } }: Question) {
  const token = jwt === undefined ? {} : { authorization: `Bearer ${bareToken(jwt)}` };
  return { headers: { ...Object.fromEntries(headers), ...token }, ...(path ? { path } : {}) };
}

function requestOf(
  mesh: Mesh,
  { request: { method, path, headers }, target }: Question,
  { port: asked }: Destination,
  { client, server, port, tls, speaksHttp }: Encounter,
  { claims }: JwtEvaluation,
): AccessRequest {
  const { podIP: ip } = client.status, { podIP: destinationIp } = server.status;
  const remoteIp = headers.get("x-forwarded-for")?.split(",").at(-1)?.trim() ?? ip;
  return {
    source: {
      ...(ip ? { ip } : {}),
      ...(remoteIp ? { remoteIp } : {}),
      ...sourceOf(mesh, client, tls),
    },
    isHttp: speaksHttp,
    port,
    ...(destinationIp ? { destinationIp } : {}),
    ...(method === undefined ? {} : { method }),
    ...(path === undefined ? {} : { path }),
    host: headers.get("host") ?? (asked === undefined ? target.host : `${target.host}:${asked}`),
    headers: Object.fromEntries(headers),
    ...(tls.outcome === "plaintext" ? { sni: null } : {}),
    ...(claims === undefined ? {} : { jwt: claims }),
  };
}

/** What decides: the first that denies, else the first that is not known, else the last. */
function decisive<T extends Pick<AccessGate, "answer" | "reason">>(
  list: readonly T[],
): { answer: AccessAnswer; reason: string } {
  const one = list.find(({ answer }) => answer === "deny") ??
    list.find(({ answer }) => answer === "unknown") ?? list.at(-1);
  return one ? { answer: one.answer, reason: one.reason } : { answer: "unknown", reason: "" };
}

/** Joins the answers of pods that differ in nothing but their names. */
function grouped(answers: readonly ServerAccess[]): ServerAccess[] {
  const sameAnswers = Map.groupBy(answers, ({ pods: _, ...rest }) => JSON.stringify(rest));
  return [...sameAnswers.values()].map((group) => ({
    ...group[0]!,
    pods: group.flatMap(({ pods }) => pods).sort(compare),
  })).sort((a, b) =>
    compare(a.pods[0] ?? "", b.pods[0] ?? "") || compare(a.cluster ?? "", b.cluster ?? "")
  );
}
