import { isDeepStrictEqual } from "node:util";
import { type Fix, type ObjectPatch, type PatchOperation, toPointer } from "../../../core/mod.ts";
import { gatewayKey, type GatewayServer, type Mesh, type Resource } from "../../../mesh/mod.ts";
import { formatName } from "../_names.ts";

type Gateway = Resource<"Gateway">;
type VirtualService = Resource<"VirtualService">;

/**
 * Leaves to the older of two Gateways of the same pods the servers that both have, and binds the
 * VirtualServices of the later one to it. `undefined` where they have none in common, or where a rule of a
 * VirtualService is for the later Gateway alone.
 */
export function mergerOf(mesh: Mesh, older: Gateway, later: Gateway): Fix | undefined {
  const servers = later.spec.servers ?? [];
  const common = servers.flatMap((server, i) => isServedBy(older, later, server) ? [i] : []);
  const bound = mesh.once(boundVirtualServices).get(keyOf(later)) ?? [];
  if (common.length === 0 || bound.some(hasRulesForGateways)) return undefined;
  const isAll = common.length === servers.length;
  const patch: PatchOperation[] = isAll
    ? [{ op: "remove", path: "" }]
    : common.toReversed().map((i) => ({ op: "remove", path: `/spec/servers/${i}` }));
  return {
    applicability: "unsafe",
    title: `Leave it to Gateway ${formatName(older)}`,
    patch,
    others: bound.flatMap((vs) => rebound(vs, older, later, isAll)),
  };
}

function isServedBy(older: Gateway, later: Gateway, server: GatewayServer): boolean {
  const { port, bind = "", tls, hosts = [] } = server;
  // `./host` is for the Gateway's own namespace.
  if (older.namespace !== later.namespace && hosts.some((host) => host.startsWith("./"))) {
    return false;
  }
  return (older.spec.servers ?? []).some((other) =>
    other.port?.number === port?.number && other.port?.protocol === port?.protocol &&
    (other.bind ?? "") === bind && isDeepStrictEqual(other.tls, tls) &&
    hosts.every((host) => other.hosts?.includes(host))
  );
}

/** The VirtualServices that name each Gateway. */
function boundVirtualServices(mesh: Mesh): ReadonlyMap<string, readonly VirtualService[]> {
  const bound = mesh.list("VirtualService").flatMap((vs) => {
    const keys = (vs.spec.gateways ?? []).map((name) => gatewayKey(name, vs.namespace));
    return [...new Set(keys)].map((key) => ({ vs, key: `${vs.cluster} ${key}` }));
  });
  const groups = Map.groupBy(bound, ({ key }) => key);
  return new Map([...groups].map(([key, group]) => [key, group.map(({ vs }) => vs)]));
}

function keyOf({ cluster, namespace, name }: Gateway): string {
  return `${cluster} ${namespace}/${name}`;
}

function hasRulesForGateways({ spec: { http = [], tls = [], tcp = [] } }: VirtualService): boolean {
  return [...http, ...tls, ...tcp].some(({ match = [] }) =>
    match.some(({ gateways = [] }) => gateways.length > 0)
  );
}

/** Binds a VirtualService to the older Gateway; instead of the later one, where that goes away. */
function rebound(
  { ref, namespace, spec: { gateways = [] } }: VirtualService,
  older: Gateway,
  later: Gateway,
  isInstead: boolean,
): ObjectPatch[] {
  const indexOf = (gateway: Gateway) =>
    gateways.findIndex((name) => gatewayKey(name, namespace) === formatName(gateway));
  const at = toPointer(["spec", "gateways", indexOf(later)]);
  const isBound = indexOf(older) >= 0;
  const value = formatName(older);
  const patch: PatchOperation[] = !isInstead
    ? isBound ? [] : [{ op: "add", path: "/spec/gateways/-", value }]
    : isBound
    ? [{ op: "remove", path: at }]
    : [{ op: "replace", path: at, value }];
  return patch.length > 0 ? [{ resource: ref, patch }] : [];
}
