import { compare } from "../../../core/mod.ts";
import {
  exportTargets,
  fqdn,
  gatewaysOf,
  HostIndex,
  type Mesh,
  oldestFirst,
  type Resource,
} from "../../../mesh/mod.ts";
import { defineRule } from "../../analysis/rule.ts";
import { formatName } from "../_names.ts";
import { mergerOf } from "./_merger.ts";

/** For sidecars, one VirtualService defines the routes of a host. */
export const conflictingMeshHosts = defineRule({
  code: "IST0109",
  name: "conflicting-mesh-hosts",
  title: "Several VirtualServices define routes of one host for sidecars",
  severity: "error",
  since: "0.1.0",
  inputs: ["VirtualService"],
  equivalents: ["KIA1106"],
  peer: "virtualservice.ConflictingMeshGatewayHostsAnalyzer",
  docs: {
    why:
      "Sidecars do not merge VirtualServices as gateways do: the oldest one wins and the routes of " +
      "the others are ignored.",
    remedy:
      "Merge them into one VirtualService, export each to other namespaces (`exportTo`), or " +
      "delegate from one root VirtualService.",
    links: [
      "https://istio.io/latest/docs/ops/best-practices/traffic-management/#split-virtual-services",
    ],
  },

  *check({ mesh }) {
    const scopes = mesh.once(meshHosts);
    const reported = new Set<Resource>();
    for (const [scope, hosts] of [...scopes].sort(([a], [b]) => compare(a, b))) {
      for (const host of hosts.hosts()) {
        const everywhere = scope === "*" ? [] : overlapping(scopes.get("*"), host);
        const all = [...new Set([...hosts.get(host), ...everywhere])];
        if (all.length < 2) continue;
        const names = all.map(formatName).sort(compare).join(",");
        const oldest = all.toSorted(oldestFirst)[0]!;
        for (const vs of all.filter((vs) => !reported.has(vs))) {
          reported.add(vs);
          yield {
            on: vs,
            at: ["spec", "hosts"],
            message: `The VirtualServices ${names} associated with mesh gateway define the same ` +
              `host ${scope}/${host} which can lead to undefined behavior. This can be fixed by ` +
              "merging the conflicting VirtualServices into a single resource.",
            fix: all.length === 2 && vs !== oldest ? mergerOf(oldest, vs) : undefined,
          };
        }
      }
    }
  },
});

type Hosts = HostIndex<Resource<"VirtualService">>;

/** The VirtualServices for sidecars by host, for each namespace that they are exported to. */
function meshHosts(mesh: Mesh): Map<string, Hosts> {
  const scopes = new Map<string, Hosts>();
  for (const vs of mesh.list("VirtualService")) {
    if (!gatewaysOf(vs).includes("mesh")) continue;
    const targets = exportTargets(vs.spec.exportTo, vs.namespace);
    for (const scope of targets.includes("*") ? ["*"] : new Set(targets)) {
      const hosts = scopes.get(scope) ?? new HostIndex();
      scopes.set(scope, hosts);
      for (const host of new Set(vs.spec.hosts ?? [])) hosts.add(fqdn(host, vs.namespace), vs);
    }
  }
  return scopes;
}

function overlapping(hosts: Hosts | undefined, host: string): Resource<"VirtualService">[] {
  if (!hosts) return [];
  return [...[...hosts.covering(host)].flat(), ...hosts.coveredBy(host)];
}
