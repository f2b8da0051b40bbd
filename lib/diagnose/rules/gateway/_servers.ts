import { formatLabels, type Labels, type Mesh, type Resource } from "../../../mesh/mod.ts";
import { type GatewayWorkloads, selectorOf } from "./_workloads.ts";

/** A server of a Gateway. */
export interface ListedServer {
  /** The Gateway. */
  readonly gateway: Resource<"Gateway">;
  /** Selector of the Gateway, as text. */
  readonly selector: string;
  /** Where in `spec.servers` it stands. */
  readonly index: number;
  /** Port that it listens on. */
  readonly port: number;
  /** Address that it listens on; `""` for all. */
  readonly bind: string;
  /** Hosts that it serves. */
  readonly hosts: readonly string[];
}

/** Every server of every Gateway. */
export function gatewayServers(mesh: Mesh): readonly ListedServer[] {
  return mesh.list("Gateway").flatMap((gateway) => {
    const selector = formatLabels(selectorOf(gateway));
    return (gateway.spec.servers ?? []).map(({ port, bind = "", hosts = [] }, index) => ({
      gateway,
      selector,
      index,
      port: port?.number ?? 0,
      bind,
      hosts: [...new Set(hosts)],
    }));
  });
}

/** The servers by port, address and host, and then by selector. */
export type ServersByHost = ReadonlyMap<string, ReadonlyMap<string, readonly ListedServer[]>>;

/** Indexes all servers by what they serve. */
export function serversByHost(mesh: Mesh): ServersByHost {
  return indexByHost(mesh.once(gatewayServers));
}

/** As {@linkcode serversByHost}, but of servers of a Gateway on one port only the last, as in istioctl. */
export function lastServersByHost(mesh: Mesh): ServersByHost {
  const last = new Map<string, ListedServer>();
  for (const server of mesh.once(gatewayServers)) {
    const { gateway: { cluster, namespace, name }, port } = server;
    last.set(JSON.stringify([cluster, namespace, name, port]), server);
  }
  return indexByHost([...last.values()]);
}

function indexByHost(servers: readonly ListedServer[]): ServersByHost {
  const index = new Map<string, Map<string, ListedServer[]>>();
  for (const server of servers) {
    for (const host of server.hosts) {
      const key = hostKey(server, host);
      const bySelector = index.get(key) ?? new Map<string, ListedServer[]>();
      index.set(key, bySelector);
      const same = bySelector.get(server.selector);
      if (same) same.push(server);
      else bySelector.set(server.selector, [server]);
    }
  }
  return index;
}

/** Under what a host of a server is found. */
export function hostKey({ port, bind }: ListedServer, host: string): string {
  return `${port} ${bind} ${host}`;
}

/** Whether two selectors select a common pod. */
export function selectsCommonPod(podsOf: GatewayWorkloads, a: Labels, b: Labels): boolean {
  const isContradiction = Object.keys(a).some((key) => Object.hasOwn(b, key) && a[key] !== b[key]);
  return !isContradiction && podsOf({ ...a, ...b }).length > 0;
}
