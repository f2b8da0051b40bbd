import { compare } from "../../../core/mod.ts";
import { exportTargets, type Mesh, type Resource } from "../../../mesh/mod.ts";
import { defineRule } from "../../analysis/rule.ts";
import { formatName } from "../_names.ts";

/** ServiceEntries agree on what a port of a host speaks. */
export const conflictingProtocols = defineRule({
  code: "IST0177",
  name: "conflicting-service-entry-protocols",
  title: "ServiceEntries give one port of a host several protocols",
  severity: "warning",
  since: "0.1.0",
  inputs: ["ServiceEntry"],
  equivalents: ["KIA1212"],
  peer: "serviceentry.ConflictingServiceEntryProtocolAnalyzer",
  docs: {
    why:
      "The proxies have one listener and one cluster for the port. Which protocol they get depends " +
      "on the age of the objects.",
    remedy: "Merge the ServiceEntries, or give the port one protocol in all of them.",
  },

  *check({ mesh, compat }) {
    const index = mesh.once(declaredProtocols);
    const reported = new Set<Resource>();
    for (const [key, own] of [...index].sort(([a], [b]) => compare(a, b))) {
      const [scope, host, port] = JSON.parse(key) as [string, string, number];
      const everywhere = scope === "*" ? [] : index.get(JSON.stringify(["*", host, port])) ?? [];
      const all = [...own, ...everywhere];
      const protocols = [...new Set(all.map(({ protocol }) => protocol))].sort(compare);
      const entries = [...new Set(all.map(({ on }) => on))];
      // istioctl also sees a conflict where one ServiceEntry lists a port twice.
      if (protocols.length < 2 || entries.length < 2 && !compat) continue;
      const names = entries.map(formatName).sort(compare).join(", ");
      for (const on of entries.filter((entry) => !reported.has(entry))) {
        reported.add(on);
        yield {
          on,
          at: ["spec", "ports"],
          message: `Multiple ServiceEntries (${names}) define the same host "${host}" and port ` +
            `${port} with conflicting protocols (${protocols.join(", ")}).`,
        };
      }
    }
  },
});

interface Declared {
  readonly on: Resource<"ServiceEntry">;
  readonly protocol: string;
}

/** What ServiceEntries say of each port of each host, by the namespaces that see it. */
function declaredProtocols(mesh: Mesh): Map<string, Declared[]> {
  const index = new Map<string, Declared[]>();
  for (const on of mesh.list("ServiceEntry")) {
    const { exportTo, hosts = [], ports = [] } = on.spec;
    const targets = exportTargets(exportTo, on.namespace);
    for (const scope of targets.includes("*") ? ["*"] : new Set(targets)) {
      for (const host of new Set(hosts)) {
        for (const { number = 0, protocol = "" } of ports) {
          const key = JSON.stringify([scope, host, number]);
          const declared = { on, protocol: protocol.toUpperCase() };
          const same = index.get(key);
          if (same) same.push(declared);
          else index.set(key, [declared]);
        }
      }
    }
  }
  return index;
}
