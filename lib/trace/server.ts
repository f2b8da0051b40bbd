import { effectiveMtls } from "../auth/mod.ts";
import { filtersOf, type ProxyObservation } from "../connectivity/mod.ts";
import { type AccessObject, formatPath } from "../core/mod.ts";
import {
  type ConfigDump,
  endpointsOf,
  type FilterChain,
  type HttpConnectionManager,
  matchListener,
  tlsContextOf,
} from "../proxy/mod.ts";
import { filtersPart } from "./steps/filter_steps.ts";
import { listenerPart } from "./steps/listener_steps.ts";
import { rbacPart } from "./steps/rbac_steps.ts";
import { rewritten, routePart } from "./steps/route_steps.ts";
import { isOver, notHttp, type Part, step, stop } from "./stop.ts";
import { loggedRefusal, tokenAt } from "./token.ts";
import type { TracedRequest } from "./traced_request.ts";
import type { TraceContext } from "./way.ts";

/** What a server's proxy does with a request that comes in, up to the application. */
export async function serverPart(
  context: TraceContext,
  server: ProxyObservation,
  request: TracedRequest,
): Promise<Part> {
  const dump = server.dump!;
  const match = matchListener(dump, { ip: request.ip, port: request.port }, "INBOUND");
  if (!match || match.by !== "capture" && match.listener.trafficDirection !== "INBOUND") {
    const reason = `no inbound listener for port ${request.port} was read`;
    return { steps: [step("listener", reason, { outcome: "unknown" })], stops: [] };
  }
  const listened = listenerPart(match.listener, request);
  const objects = mtlsObjects(server, request);
  const said = {
    ...listened,
    steps: listened.steps.map((each) =>
      each.at === "filter chain" ? { ...each, objects: [...objects, ...each.objects] } : each
    ),
  };
  const chain = listened.filterChain;
  if (!chain) return said;
  const connection = joined([
    said,
    handshake(chain, request, objects),
    ...filtersOf(chain, "rbac").map(({ config }) => rbacPart(config, request)),
  ]);
  if (isOver(connection)) return connection;
  const [manager] = filtersOf(chain, "http_connection_manager");
  if (manager && !request.isHttp) return joined([connection, notHttp()]);
  if (manager) {
    return joined([connection, await httpPart(context, server, manager.config, request)]);
  }
  const [tcp] = filtersOf(chain, "tcp_proxy");
  const name = tcp?.config.cluster ?? "";
  return joined([connection, appPart(dump, server, name, { ...request, isHttp: false })]);
}

function joined(parts: readonly Part[]): Part {
  return {
    steps: parts.flatMap(({ steps }) => steps),
    stops: parts.flatMap(({ stops }) => stops),
  };
}

/** The PeerAuthentication that decides what the port takes. */
function mtlsObjects({ pod }: ProxyObservation, { mesh, port }: TracedRequest): AccessObject[] {
  const { from, path } = pod ? effectiveMtls(mesh, pod, port) : { from: undefined, path: [] };
  return from ? [{ resource: from.ref, path: formatPath(path) }] : [];
}

function handshake(
  { transportSocket }: FilterChain,
  { tls }: TracedRequest,
  objects: readonly AccessObject[],
): Part {
  const context = tlsContextOf(transportSocket);
  if (!context || !tls) {
    return {
      steps: [step("tls", tls ? "TLS is passed on as it is" : "plain text is taken", { objects })],
      stops: [],
    };
  }
  if (context.requireClientCertificate && tls.identity === undefined) {
    const reason = "the server wants a client certificate and gets none";
    const end = stop(0, [], "", reason);
    return { steps: [step("tls", reason, { outcome: "fail", objects })], stops: [end] };
  }
  const who = tls.identity === undefined
    ? "without client certificate"
    : `the caller is ${tls.identity}`;
  return { steps: [step("tls", `TLS ends here, ${who}`, { objects })], stops: [] };
}

async function httpPart(
  context: TraceContext,
  server: ProxyObservation,
  manager: HttpConnectionManager,
  request: TracedRequest,
): Promise<Part> {
  const dump = server.dump!;
  const routed = routePart(dump, manager, request);
  const { virtualHost, route } = routed;
  const name = route?.action.kind === "route" ? route.action.route.cluster ?? "" : "";
  const token = await tokenAt(context, server.pod);
  const filtered = filtersPart(manager.httpFilters, {
    request,
    pod: server.pod,
    token,
    refusal: loggedRefusal(context, server),
    place: virtualHost && route ? { virtualHost, route } : undefined,
    envoyCluster: name,
  });
  const before = {
    steps: [...routed.steps, ...filtered.steps],
    stops: [...filtered.stops, ...routed.stops],
  };
  if (isOver(before)) return before;
  const sent = { ...request, isHttp: true, http: rewritten(request.http, route) };
  return joined([before, appPart(dump, server, name, sent)]);
}

/** The last stretch: the inbound cluster and the application. */
function appPart(
  dump: ConfigDump,
  { pod, envoyClusters }: ProxyObservation,
  name: string,
  { isHttp, http, ip, port }: TracedRequest,
): Part {
  const envoyCluster = dump.cluster(name);
  if (!envoyCluster) {
    const reason = `the proxy has no Envoy cluster ${name}`;
    const end = stop(isHttp ? 503 : 0, ["NC"], isHttp ? "cluster_not_found" : "", reason);
    return { steps: [step("cluster", reason, { outcome: "fail" })], stops: [end] };
  }
  const [endpoint] = endpointsOf(envoyCluster, dump) ?? [];
  const address = envoyCluster.type === "ORIGINAL_DST" || !endpoint
    ? `${ip}:${port}`
    : endpoint.address;
  const counted = envoyClusters?.get(name)?.hosts.flatMap(({ stats }) => {
    const { cx_connect_fail: failed = 0, cx_total: total = 0 } = stats;
    return failed > 0
      ? [`${failed} of ${total} connections to it failed since the proxy started`]
      : [];
  }) ?? [];
  const what = isHttp ? `${http.method} ${http.path}` : "the bytes";
  const who = pod?.labels["app"] ?? pod?.name ?? "the application";
  return {
    steps: [
      step("cluster", `Envoy cluster ${name} at ${address}`),
      step("app", `${who} gets ${what} on port ${port}`, {
        outcome: counted.length > 0 ? "unknown" : "ok",
        details: counted,
      }),
    ],
    stops: [],
  };
}
