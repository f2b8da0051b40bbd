import { type Case, isFailure, type Target } from "../connectivity/mod.ts";
import { formatRef, type Hop } from "../core/mod.ts";
import { isZtunnel } from "../mesh/mod.ts";
import { summarize } from "./case/signs.ts";
import { probeHops } from "./probe.ts";

/** The stations of a request with what is known of each: from configuration, logs, and a probe. */
export function hopsOf(of: Case): Hop[] {
  return [...knownHops(of), ...probeHops(of)];
}

function knownHops(of: Case): Hop[] {
  const { walk, client } = of;
  const proxy = client?.id ?? "";
  const isAmbient = of.caller.dataPlane === "ambient";
  const before = isAmbient ? [ztunnelHop(of)] : [];
  if (isAmbient && !client) {
    const { proxy } = before[0]!;
    const endpoints = walk.targets.flatMap((target) => endpointHops(target, proxy, {}));
    return [...before, ...endpoints, ...serverHops(of)];
  }
  if (!client?.dump) {
    const detail = of.caller.dataPlane === "none"
      ? `${of.caller.label} has no proxy: its requests go out in plain text`
      : `the configuration of ${isAmbient ? "the waypoint" : "the caller's proxy"} was not read`;
    return [...before, { at: "listener", proxy, outcome: "unknown", detail }, ...serverHops(of)];
  }
  const hops: Hop[] = [...before, listenerHop(of, proxy)];
  if (walk.verdict === "no_listener") return hops;
  if (walk.isHttp) hops.push(routeHop(of, proxy));
  if (!["forward", "passthrough"].includes(walk.verdict)) return hops;
  for (const target of walk.targets) hops.push(...targetHops(target, proxy));
  return [...hops, ...serverHops(of)];
}

/** What the ztunnel of the caller's node does: it sends connections to the waypoint, or straight to pods. */
function ztunnelHop(of: Case): Hop {
  const { waypoint, client, clients, exchanges } = of;
  const ztunnels = clients.filter(({ pod }) => pod && isZtunnel(pod));
  const proxy = ztunnels[0]?.id ?? "";
  const lines = exchanges.flatMap(({ client }) =>
    client && ztunnels.includes(client.proxy) && isFailure(client.entry) ? [client] : []
  );
  if (lines.length > 0) return { at: "listener", proxy, outcome: "fail", detail: summarize(lines) };
  const outcome = ztunnels.length > 0 ? "ok" : "unknown";
  const detail = waypoint === undefined
    ? "ztunnel sends connections straight to the pods"
    : client
    ? `ztunnel sends connections to the waypoint ${waypoint.namespace}/${waypoint.name}`
    : `ztunnel sends connections past the waypoint ${waypoint.namespace}/${waypoint.name}`;
  const by = waypoint ? { object: formatRef(waypoint.by.ref) } : {};
  return { at: "listener", proxy, outcome, detail, ...by };
}

function listenerHop({ walk }: Case, proxy: string): Hop {
  const { listener, isHttp } = walk;
  if (!listener) {
    return { at: "listener", proxy, outcome: "fail", detail: "no listener takes the port" };
  }
  const kind = isHttp ? "HTTP" : "opaque TCP";
  return { at: "listener", proxy, outcome: "ok", detail: `${listener.name}, treated as ${kind}` };
}

function routeHop({ walk }: Case, proxy: string): Hop {
  const { verdict, virtualHost, routeObject, route, routeConfiguration } = walk;
  const object = routeObject ? { object: formatRef(routeObject) } : {};
  const at = `route table ${routeConfiguration?.name ?? "?"}`;
  switch (verdict) {
    case "no_virtual_host":
      return {
        at: "route",
        proxy,
        outcome: "fail",
        detail: `${at}: no virtual host for the authority`,
      };
    case "no_route":
      return {
        at: "route",
        proxy,
        outcome: "fail",
        detail: `${at}, virtual host ${virtualHost?.name}: no route matches`,
        ...object,
      };
    case "blackhole":
      return {
        at: "route",
        proxy,
        outcome: "fail",
        detail: `${at}: the host is not in the registry`,
      };
    case "unknown":
      return { at: "route", proxy, outcome: "unknown", detail: "the route table was not read" };
    case "direct_response":
      return {
        at: "route",
        proxy,
        outcome: "ok",
        detail: "answered by the proxy itself",
        ...object,
      };
    default: {
      const to = walk.targets.map(({ name, share }) =>
        share === 1 ? name : `${Math.round(share * 100)} % ${name}`
      );
      const detail = `virtual host ${virtualHost?.name}, route ${route?.name || "(unnamed)"} → ` +
        (to.join(", ") || verdict);
      return { at: "route", proxy, outcome: "ok", detail, ...object };
    }
  }
}

function targetHops(target: Target, proxy: string): Hop[] {
  const { name, isDefined, envoyCluster, object } = target;
  const by = object ? { object: formatRef(object) } : {};
  if (!isDefined) {
    return [{
      at: "cluster",
      proxy,
      outcome: "fail",
      detail: `${name}: the proxy has no such cluster`,
    }];
  }
  const hop: Hop = { at: "cluster", proxy, outcome: "ok", detail: name, ...by };
  return envoyCluster?.type === "ORIGINAL_DST" ? [hop] : [hop, ...endpointHops(target, proxy, by)];
}

function endpointHops({ endpoints }: Target, proxy: string, by: Pick<Hop, "object">): Hop[] {
  if (!endpoints) {
    return [{ at: "endpoint", proxy, outcome: "unknown", detail: "endpoints were not read" }];
  }
  const usable = endpoints.filter(({ isUsable }) => isUsable);
  const hops: Hop[] = [{
    at: "endpoint",
    proxy,
    outcome: usable.length > 0 ? "ok" : "fail",
    detail: endpoints.length === 0
      ? "no endpoints"
      : `${usable.length} of ${endpoints.length} usable: ` +
        endpoints.slice(0, 4).map(({ address }) => address).join(", ") +
        (endpoints.length > 4 ? ", …" : ""),
  }];
  if (endpoints.length > 0) {
    const secured = endpoints.filter(({ isTls }) => isTls).length;
    const detail = secured === 0
      ? "plain text"
      : secured === endpoints.length
      ? "TLS"
      : "TLS to some";
    hops.push({ at: "tls", proxy, outcome: "ok", detail, ...by });
  }
  return hops;
}

function serverHops(of: Case): Hop[] {
  return of.servers.flatMap((server): Hop[] => {
    const lines = of.exchanges.flatMap(({ servers }) => servers.filter((l) => l.proxy === server));
    if (lines.length === 0) return [];
    const failed = lines.filter(({ entry }) => isFailure(entry));
    const denied = failed.filter(({ entry }) =>
      /rbac_access_denied|jwt_authn|ext_authz/.test(entry.details) ||
      /rbac_access_denied/.test(entry.termination) ||
      /policy rejection/.test(entry.transportFailure)
    );
    const refused = failed.filter(({ entry }) => entry.details === "filter_chain_not_found");
    const at = denied.length > 0 ? "policy" : refused.length > 0 ? "tls" : "app";
    const detail = summarize(failed.length > 0 ? failed : lines);
    return [{ at, proxy: server.id, outcome: failed.length > 0 ? "fail" : "ok", detail }];
  });
}
