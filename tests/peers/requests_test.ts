/** Every request that a recorded proxy logged took the way that the rules of this program say. @module */
import { deepStrictEqual, ok } from "node:assert/strict";
import { realWorld } from "../../lib/io/mod.ts";
import { openSnapshot } from "../../lib/source/mod.ts";
import {
  type AccessLogEntry,
  type ConfigDump,
  type Connection,
  effectiveAuthority,
  type HttpConnectionManager,
  matchBoundListener,
  matchFilterChain,
  matchListener,
  matchRoute,
  matchVirtualHost,
  parseConfigDump,
  parseProxyLog,
  type Recording,
} from "../../mod.ts";
import { peerTest, recordingNames, shared } from "./shared.ts";

const signal = new AbortController().signal;

for (const name of recordingNames()) {
  const file = `captures/${name}.tar.gz`;
  peerTest(`requests of ${name} went where the configuration sends them`, file, async () => {
    const snapshot = await openSnapshot(shared(file), { world: realWorld(), signal });
    let checked = 0;
    for (const recording of snapshot.recordings) {
      for await (const { dump, request } of requestsOf(recording)) {
        const way = wayOf(dump, request);
        const context = `${recording.manifest.clusterName} ${JSON.stringify(request)}`;
        deepStrictEqual(observed(request, dump, way), way, context);
        checked++;
      }
    }
    ok(checked > 0, "no request was checked");
  });
}

/** Where a request goes by the configuration. */
interface Way {
  /** Clusters to which the route may send it; none where there is no route or a direct answer. */
  readonly clusters: readonly string[];
  /** Name of the route. */
  readonly route: string;
}

/** What the log says, in the terms of what was expected. */
function observed(request: AccessLogEntry, dump: ConfigDump, way: Way): Way {
  if (request.upstreamCluster !== "") {
    const isOne = way.clusters.includes(request.upstreamCluster);
    return { clusters: isOne ? way.clusters : [request.upstreamCluster], route: request.routeName };
  }
  // Envoy logs no cluster where the route names one that it does not know.
  const isUnknown = request.flags.includes("NC") &&
    way.clusters.some((each) => dump.cluster(each) === undefined);
  return { clusters: isUnknown ? way.clusters : [], route: request.routeName };
}

async function* requestsOf(
  recording: Recording,
): AsyncGenerator<{ dump: ConfigDump; request: AccessLogEntry }> {
  const since = Date.parse(recording.manifest.windowStart ?? "");
  for (const namespace of await recording.list("proxies", signal)) {
    for (const pod of await recording.list(`proxies/${namespace}`, signal)) {
      const folder = `proxies/${namespace}/${pod}`;
      const text = await recording.read(`${folder}/config_dump.json`, signal);
      const log = await recording.read(`${folder}/access.log`, signal);
      if (text === undefined || log === undefined) continue;
      const dump = parseConfigDump(text);
      for (const request of parseProxyLog(log).requests) {
        if (request.startMs >= since) yield { dump, request };
      }
    }
  }
}

function wayOf(dump: ConfigDump, request: AccessLogEntry): Way {
  const nowhere = { clusters: [], route: "" };
  const connection = connectionOf(request);
  const { destinationIp: ip, destinationPort: port } = connection;
  const match = dump.listener("virtualOutbound") === undefined
    ? matchBoundListener(dump, { ip, port })
    : matchListener(dump, { ip, port }, isInbound(dump, request) ? "INBOUND" : "OUTBOUND");
  if (match === undefined) return nowhere;
  for (const filter of matchFilterChain(match.listener, connection).filterChain?.filters ?? []) {
    if (filter.kind === "tcp_proxy") return { ...nowhere, clusters: [filter.config.cluster ?? ""] };
    if (filter.kind === "http_connection_manager") {
      return routed(dump, filter.config, request, port);
    }
  }
  return nowhere;
}

function routed(
  dump: ConfigDump,
  manager: HttpConnectionManager,
  request: AccessLogEntry,
  port: number,
): Way {
  const config = manager.routeConfig ?? dump.routeConfiguration(manager.rdsRouteConfigName ?? "");
  const authority = effectiveAuthority(manager, request.authority, port);
  const host = config && matchVirtualHost(config, authority);
  const route = host && matchRoute(host.virtualHost, {
    method: request.method,
    path: request.path,
    authority,
  }).route;
  if (route?.action.kind !== "route") return { clusters: [], route: route?.name ?? "" };
  const { cluster, weightedClusters } = route.action.route;
  const clusters = cluster === undefined ? weightedClusters.map(({ name }) => name) : [cluster];
  return { clusters, route: route.name };
}

function connectionOf(request: AccessLogEntry): Connection {
  const [, destinationIp = "", port = ""] = /^(.*):(\d+)$/.exec(request.downstreamLocal) ?? [];
  const isTls = request.serverName !== "";
  const plain = request.method === "" ? [] : [request.protocol === "HTTP/2" ? "h2c" : "http/1.1"];
  return {
    destinationIp,
    destinationPort: Number(port),
    transportProtocol: isTls ? "tls" : "raw_buffer",
    serverName: request.serverName,
    applicationProtocols: isTls ? ["istio-peer-exchange", "istio"] : plain,
    sourceIp: request.downstreamRemote.replace(/:\d+$/, ""),
  };
}

/** A sidecar takes what others send it as inbound. */
function isInbound(dump: ConfigDump, { downstreamRemote }: AccessLogEntry): boolean {
  const own = /"INSTANCE_IPS":"([^"]+)"/.exec(JSON.stringify(dump.bootstrap))?.[1]?.split(",") ??
    [];
  return !own.includes(downstreamRemote.replace(/:\d+$/, ""));
}
