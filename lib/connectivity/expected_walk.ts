import {
  covers,
  exportedTo,
  exportTargets,
  fqdn,
  gatewayKey,
  gatewaysOf,
  hostsServedTo,
  includesLabels,
  isOpaque,
  type Mesh,
  oldestFirst,
  overlaps,
  type Resource,
  sidecarScopeOf,
  type VirtualServiceHttp,
  type VirtualServiceTcpRoute,
  type VirtualServiceTls,
} from "../mesh/mod.ts";
import type { Destination } from "./destination.ts";
import { type ExpectedTarget, expectedTarget } from "./expected_target.ts";
import { meetsHttpMatch } from "./http_match.ts";
import type { ProxyObservation } from "./observation.ts";
import { NOT_WALKED, type Walk, type WalkRequest } from "./walk.ts";

/** Whose way is wanted, where its proxy's configuration was not read. */
export interface ExpectedCaller {
  /** Its pod. */
  readonly pod: Resource<"Pod">;
  /** Whether it is a gateway. */
  readonly isGateway: boolean;
  /** Its proxy, as far as it was read. */
  readonly proxy: ProxyObservation | undefined;
}

/**
 * The way of a request as istiod should have configured it, from the objects alone: for proxies whose
 * configuration was not read. Gateway API routes are not followed.
 */
export function expectedWalk(
  mesh: Mesh,
  caller: ExpectedCaller,
  request: WalkRequest,
  destination: Destination,
): Walk {
  const { servicePort } = destination;
  const isHttp = caller.isGateway || servicePort !== undefined && !isOpaque(servicePort.protocol);
  const at: Walk = { ...NOT_WALKED, proxy: caller.proxy, isExpected: true, isHttp };
  const vs = virtualServiceFor(mesh, caller, request, destination);
  if (!vs || !isHttp) {
    if (caller.isGateway) return at;
    if (!destination.service) return { ...at, isHttp: true, verdict: undeclared(mesh, caller) };
    if (!servicePort) return at;
    return forward(mesh, caller, at, [{
      host: destination.host,
      port: servicePort.port,
      share: 1,
    }]);
  }
  const routed = { ...at, routeObject: vs.ref };
  const secure = tlsRuleFor(vs, request);
  if (secure) {
    const targets = targetsOf(mesh, secure.route ?? [], vs.namespace, request.port);
    return forward(mesh, caller, { ...routed, isHttp: false }, targets);
  }
  const { rule, writer } = ruleFor(mesh, vs, request, caller.pod);
  if (!rule) return { ...routed, verdict: "no_route" };
  if (rule.redirect) return { ...routed, verdict: "redirect" };
  if (rule.directResponse) return { ...routed, verdict: "direct_response" };
  const targets = targetsOf(mesh, rule.route ?? [], writer.namespace, request.port);
  return forward(mesh, caller, routed, targets);
}

function targetsOf(
  mesh: Mesh,
  routes: readonly VirtualServiceTcpRoute[],
  namespace: string,
  port: number,
): ExpectedTarget[] {
  const total = routes.reduce((sum, { weight }) => sum + (weight ?? 0), 0);
  return routes.map(({ destination: to, weight }) => {
    const host = fqdn(to?.host ?? "", namespace);
    return {
      host,
      ...(to?.subset ? { subset: to.subset } : {}),
      port: to?.port?.number ?? onlyPort(mesh, host) ?? port,
      share: total === 0 ? 1 / routes.length : (weight ?? 0) / total,
    };
  });
}

/** The rule that takes a TLS connection by its server name, without ending TLS. */
function tlsRuleFor(
  { spec }: Resource<"VirtualService">,
  { serverName }: WalkRequest,
): VirtualServiceTls | undefined {
  if (serverName === undefined) return undefined;
  return spec.tls?.find(({ match = [] }) =>
    match.some(({ sniHosts = [] }) => sniHosts.some((host) => covers(host, serverName)))
  );
}

/**
 * The HTTP rule that takes a request, and who wrote it: where the VirtualService's own rule hands requests to a
 * delegate, a rule of that one. A delegate that is not there or has hosts of its own has no rules.
 */
function ruleFor(
  mesh: Mesh,
  vs: Resource<"VirtualService">,
  request: WalkRequest,
  pod: Resource<"Pod">,
): { rule: VirtualServiceHttp | undefined; writer: Resource<"VirtualService"> } {
  const matching = ({ spec }: Resource<"VirtualService">) =>
    (spec.http ?? []).find(({ match = [] }) =>
      match.length === 0 || match.some((one) => meetsHttpMatch(one, request, pod))
    );
  const rule = matching(vs);
  if (!rule?.delegate) return { rule, writer: vs };
  const { namespace = vs.namespace, name = "" } = rule.delegate;
  const delegate = mesh.get("VirtualService", namespace, name);
  const isDelegate = delegate !== undefined && (delegate.spec.hosts ?? []).length === 0;
  return isDelegate
    ? { rule: matching(delegate), writer: delegate }
    : { rule: undefined, writer: vs };
}

/** What becomes of requests to hosts that nobody declared. */
function undeclared(mesh: Mesh, { pod }: ExpectedCaller): "blackhole" | "passthrough" {
  const { mode } = sidecarScopeOf(mesh, pod).outboundPolicy;
  return mode === "REGISTRY_ONLY" ? "blackhole" : "passthrough";
}

function forward(
  mesh: Mesh,
  caller: ExpectedCaller,
  at: Walk,
  targets: readonly ExpectedTarget[],
): Walk {
  return {
    ...at,
    verdict: "forward",
    targets: targets.map((target) => expectedTarget(mesh, caller, target)),
  };
}

function onlyPort(mesh: Mesh, host: string): number | undefined {
  const ports = mesh.services.declarations(host)[0]?.ports ?? [];
  return ports.length === 1 ? ports[0]!.port : undefined;
}

/** The VirtualService that acts: on sidecars the oldest with the closest host, on gateways a bound one. */
function virtualServiceFor(
  mesh: Mesh,
  { pod, isGateway }: ExpectedCaller,
  request: WalkRequest,
  destination: Destination,
): Resource<"VirtualService"> | undefined {
  const asked = request.authority.replace(/:\d+$/, "");
  const gateways = isGateway ? gatewaysAt(mesh, pod) : new Map<string, Resource<"Gateway">>();
  const fitting = mesh.list("VirtualService").flatMap((vs) => {
    const isBound = gatewaysOf(vs).some((reference) => {
      const gateway = gateways.get(gatewayKey(reference, vs.namespace));
      return isGateway
        ? gateway && hostsServedTo(gateway, vs.namespace).some((host) => overlaps(host, asked))
        : reference === "mesh";
    });
    const targets = exportTargets(vs.spec.exportTo, vs.namespace);
    if (!isBound || !exportedTo(targets, pod.namespace)) return [];
    const hosts = (vs.spec.hosts ?? []).map((host) => fqdn(host, vs.namespace))
      .filter((host) => covers(host, destination.host) || covers(host, asked));
    const [closest] = hosts.toSorted((a, b) => closeness(b) - closeness(a));
    return closest === undefined ? [] : [{ vs, closeness: closeness(closest) }];
  });
  return fitting.toSorted((a, b) => b.closeness - a.closeness || oldestFirst(a.vs, b.vs))[0]?.vs;
}

function closeness(host: string): number {
  return host.startsWith("*") ? host.length : 1000 + host.length;
}

/** The Gateways that configure a pod, by `namespace/name`. */
function gatewaysAt(mesh: Mesh, pod: Resource<"Pod">): ReadonlyMap<string, Resource<"Gateway">> {
  return new Map(
    mesh.list("Gateway").filter(({ spec }) => includesLabels(pod.labels, spec.selector))
      .map((gateway) => [`${gateway.namespace}/${gateway.name}`, gateway]),
  );
}
