import { compare, type Fix } from "../../../core/mod.ts";
import { formatLabels, type Mesh, oldestFirst, WORKLOAD_KINDS } from "../../../mesh/mod.ts";
import { defineRule, type RuleMesh } from "../../analysis/rule.ts";
import { formatName } from "../_names.ts";
import { mergerOf } from "./_merger.ts";
import {
  gatewayServers,
  hostKey,
  lastServersByHost,
  type ListedServer,
  selectsCommonPod,
  type ServersByHost,
  serversByHost,
} from "./_servers.ts";
import { gatewayPods, gatewayWorkloads, selectorOf } from "./_workloads.ts";

type Gateway = ListedServer["gateway"];

/** How many Gateways a message names. */
const MAX_NAMED = 10;

/** On the pods of a gateway, one Gateway serves a host on a port. */
export const conflictingGateways = defineRule({
  code: "IST0145",
  name: "conflicting-gateways",
  title: "Several Gateways serve one host on one port of the same pods",
  severity: "error",
  since: "0.1.0",
  inputs: ["Gateway", "Pod"],
  reads: [...WORKLOAD_KINDS, "VirtualService"],
  equivalents: ["KIA0301"],
  peer: "gateway.ConflictingGatewayAnalyzer",
  docs: {
    why:
      "The proxies have one listener for the port and one certificate for the host in it. istiod " +
      "takes what the oldest Gateway says; TLS settings of the others are lost.",
    remedy: "Serve the host from one Gateway, and bind all its VirtualServices to that.",
    links: ["https://istio.io/latest/docs/ops/common-problems/network-issues/"],
  },

  *check({ mesh, compat }) {
    const podsOf = mesh.once(compat ? gatewayPods : gatewayWorkloads);
    const byHost = mesh.once(compat ? lastServersByHost : serversByHost);
    const met = new Map<string, boolean>();
    const meets = (a: ListedServer, b: ListedServer) => {
      if (a.selector === b.selector) return true;
      const isTried = !compat || a.selector.includes(b.selector) || b.selector.includes(a.selector);
      if (!isTried) return false;
      const key = `${a.selector} & ${b.selector}`;
      if (!met.has(key)) {
        met.set(key, selectsCommonPod(podsOf, selectorOf(a.gateway), selectorOf(b.gateway)));
      }
      return met.get(key)!;
    };
    for (const server of mesh.once(gatewayServers)) {
      const others = new Set<Gateway>();
      for (const other of alike(server, byHost, meets)) {
        if (others.size > MAX_NAMED && !compat) break;
        others.add(other.gateway);
      }
      const names = new Set([...others].map(formatName));
      if (names.size === 0) continue;
      yield {
        on: server.gateway,
        at: ["spec", "servers", server.index, "hosts"],
        message: `Conflict with gateways ${listOf(names, compat)} (workload selector ` +
          `${server.selector}, port ${server.port}, hosts ${server.hosts.join(",")}).`,
        fix: cureOf(mesh, server, [...others]),
      };
    }
  },
});

/** The later of two Gateways can leave to the older one what both serve. */
function cureOf(
  mesh: RuleMesh<"VirtualService">,
  { gateway, selector }: ListedServer,
  [other, ...more]: readonly Gateway[],
): Fix | undefined {
  const isLater = other && more.length === 0 && other.cluster === gateway.cluster &&
    oldestFirst(other, gateway) < 0 && formatLabels(selectorOf(other)) === selector;
  return isLater ? mesh.once(mergers)(other, gateway) : undefined;
}

function mergers(mesh: Mesh): (older: Gateway, later: Gateway) => Fix | undefined {
  return (older, later) => mergerOf(mesh, older, later);
}

/** The servers of other Gateways of the same pods that serve a host of `server` on its port. */
function* alike(
  server: ListedServer,
  byHost: ServersByHost,
  meets: (a: ListedServer, b: ListedServer) => boolean,
): Iterable<ListedServer> {
  for (const host of server.hosts) {
    for (const others of byHost.get(hostKey(server, host))?.values() ?? []) {
      if (!others[0] || !meets(server, others[0])) continue;
      for (const other of others) if (other.gateway !== server.gateway) yield other;
    }
  }
}

function listOf(names: ReadonlySet<string>, compat: boolean): string {
  const sorted = [...names].sort(compare);
  const isCut = !compat && sorted.length > MAX_NAMED;
  return isCut ? `${sorted.slice(0, MAX_NAMED).join(",")} and more` : sorted.join(",");
}
