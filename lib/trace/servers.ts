import type { ProxyObservation, TargetEndpoint } from "../connectivity/mod.ts";
import { compare, type ExpectedResponse, type TraceHop } from "../core/mod.ts";
import { hasProxy, isAmbient, type Mesh, type Resource } from "../mesh/mod.ts";
import { describeString, matchesString } from "../proxy/mod.ts";
import { identityOf, onwardRequest, type Sender } from "./onward.ts";
import { serverPart } from "./server.ts";
import { isOver, type Part, step, stop } from "./stop.ts";
import type { ConnectionTls, TracedRequest } from "./traced_request.ts";
import { ztunnelPart } from "./ztunnel.ts";
import { type Arrival, NO_CONNECTION, split, type TraceContext, type Way } from "./way.ts";

type ServerEndpoint = Pick<
  TargetEndpoint,
  "address" | "ip" | "port" | "isTls" | "serverName" | "pod"
>;

/** Most endpoints that are looked at one by one. */
const ENDPOINTS_FOLLOWED = 24;

/** Follows requests to the endpoints of a cluster; servers that decide alike are one hop. */
export async function followServers(
  context: TraceContext,
  sender: Sender,
  candidates: readonly ServerEndpoint[],
  request: TracedRequest,
  { via, share }: Arrival,
): Promise<Way> {
  const all = candidates.length > 0 ? candidates : originalDestinations(context, request);
  const endpoints = all.slice(0, ENDPOINTS_FOLLOWED);
  if (endpoints.length === 0) {
    const reason = "what answers there is not part of the mesh";
    return { hops: [], ends: [open(reason, share, request.isHttp, [])] };
  }
  const each = share / endpoints.length;
  const servers = await Promise.all(endpoints.map(async (endpoint) => {
    const arriving = onwardRequest(request, sender, endpoint);
    const part = await partAt(context, endpoint, arriving, sender);
    // Servers that differ in nothing but their address decide alike.
    const alike = JSON.stringify(part).replaceAll(endpoint.ip || "none", "POD-IP");
    return { endpoint, part, alike, key: `${endpoint.pod?.namespace} ${alike}` };
  }));
  const groups = [...Map.groupBy(servers, ({ key }) => key).values()];
  const ways = groups.map((group) =>
    wayOf(
      group.map(({ endpoint }) => endpoint),
      group.length > 1 ? JSON.parse(group[0]!.alike) as Part : group[0]!.part,
      each * group.length,
      via,
      request,
    )
  );
  return { hops: ways.flatMap(({ hops }) => hops), ends: ways.flatMap(({ ends }) => ends) };
}

function wayOf(
  endpoints: readonly ServerEndpoint[],
  part: Part,
  share: number,
  via: string,
  { isHttp }: TracedRequest,
): Way {
  const hop: TraceHop = {
    proxies: endpoints.map(({ pod, address }) => pod ? `${pod.namespace}/${pod.name}` : address)
      .sort(compare),
    role: "server",
    via,
    share,
    steps: part.steps,
  };
  const addresses = endpoints.map(({ address }) => address);
  const place = { envoyCluster: via, endpoints: addresses };
  const { ends, rest } = split(part.stops, share, place);
  const passed = isOver(part) || rest <= 0
    ? []
    : [open("the application answers", rest, isHttp, addresses)];
  return { hops: [hop], ends: [...ends, ...passed] };
}

function open(
  reason: string,
  share: number,
  isHttp: boolean,
  endpoints: readonly string[],
): ExpectedResponse {
  return {
    flags: [],
    details: isHttp ? "via_upstream" : "",
    envoyCluster: "",
    endpoints,
    share,
    isCertain: false,
    reason,
  };
}

/** Behind the address of a Service the node's own rules choose one of its pods; they know no TLS. */
function originalDestinations(
  { of: { destination } }: TraceContext,
  { ip }: TracedRequest,
): readonly ServerEndpoint[] {
  const isService = destination.addresses.has(ip);
  return destination.pods.flatMap((pod) => {
    const podIp = pod.status.podIP ?? "";
    if (podIp === "" || !isService && podIp !== ip) return [];
    return [...destination.targetPorts].map((port) => ({
      address: `${podIp}:${port}`,
      ip: podIp,
      port,
      isTls: false,
      serverName: undefined,
      pod,
    }));
  });
}

async function partAt(
  context: TraceContext,
  { pod, address }: ServerEndpoint,
  request: TracedRequest,
  { target }: Sender,
): Promise<Part> {
  if (pod && request.tls && target.parsed) {
    const problem = handshakeProblem(request.mesh, pod, request.tls);
    if (problem) return unconnected(problem.reason, problem.error);
  }
  if (pod && isAmbient(pod) && !hasProxy(pod)) {
    const part = ztunnelPart(pod, request);
    const app = step(
      "app",
      `${pod.labels["app"] ?? pod.name} gets the bytes on port ${request.port}`,
    );
    return isOver(part) ? part : { ...part, steps: [...part.steps, app] };
  }
  const server = pod && observationOf(context, pod);
  if (server?.dump) return await serverPart(context, server, request);
  if (pod && hasProxy(pod)) {
    const unread = step("connection", "the server's proxy was not read", { outcome: "unknown" });
    return { steps: [unread], stops: [] };
  }
  return { steps: [step("app", `${address} answers; it has no proxy`)], stops: [] };
}

/** Why TLS that the mesh opens to a pod does not come about. */
function handshakeProblem(
  mesh: Mesh,
  pod: Resource<"Pod">,
  { alpnProtocols, acceptedNames }: ConnectionTls,
): { reason: string; error: string } | undefined {
  if (!alpnProtocols.includes("istio")) return undefined;
  if (!hasProxy(pod) && !isAmbient(pod)) {
    const reason = `mTLS is spoken to ${pod.namespace}/${pod.name}, which has no proxy to take it`;
    return { reason, error: "WRONG_VERSION_NUMBER" };
  }
  const identity = identityOf(mesh, pod);
  if (acceptedNames.length === 0 || acceptedNames.some((name) => matchesString(name, identity))) {
    return undefined;
  }
  const wanted = acceptedNames.map(describeString).join(" or ");
  const reason = `the server is ${identity}, and the caller wants a name that ${wanted}`;
  return { reason, error: "CERTIFICATE_VERIFY_FAILED" };
}

function unconnected(reason: string, error: string): Part {
  const details =
    `upstream_reset_before_response_started{remote_connection_failure|TLS_error:_${error}}`;
  return {
    steps: [step("tls", reason, { outcome: "fail" })],
    stops: [stop(503, [NO_CONNECTION], details, reason)],
  };
}

function observationOf(
  { of: { servers } }: TraceContext,
  pod: Resource<"Pod">,
): ProxyObservation | undefined {
  return servers.find((server) => server.pod === pod);
}
