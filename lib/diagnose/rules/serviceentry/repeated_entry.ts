import { exportTargets, type Mesh, oldestFirst, type Resource } from "../../../mesh/mod.ts";
import { defineRule } from "../../analysis/rule.ts";
import { formatName } from "../_names.ts";

/** One ServiceEntry declares a port of a host. */
export const repeatedEntry = defineRule({
  code: "MM0403",
  name: "service-entry-repeated",
  title: "Several ServiceEntries declare one port of a host differently",
  severity: "warning",
  since: "0.1.0",
  inputs: ["ServiceEntry"],
  equivalents: ["KIA1211"],
  mode: "default",
  docs: {
    why:
      "The proxies have one cluster for the port of a host. How its endpoints are found, and whether " +
      "they are in the mesh, one of the ServiceEntries decides for all, by age.",
    remedy: "Merge the ServiceEntries, or give them the same resolution and location.",
    links: ["https://istio.io/latest/docs/reference/config/networking/service-entry/"],
  },

  *check({ mesh }) {
    for (const [host, entries] of mesh.once(entriesByHost)) {
      const [first, ...others] = entries.toSorted(oldestFirst);
      const ports = new Set((first?.spec.ports ?? []).map(({ number }) => number));
      for (const on of first ? others : []) {
        const shared = (on.spec.ports ?? []).find(({ number }) => ports.has(number))?.number;
        const field = (["resolution", "location"] as const).find((key) =>
          on.spec[key] !== first!.spec[key]
        );
        if (shared === undefined || field === undefined) continue;
        yield {
          on,
          at: ["spec", "hosts", (on.spec.hosts ?? []).indexOf(host)],
          message: `ServiceEntry ${formatName(first!)} declares port ${shared} of ${host} too, ` +
            `with another ${field}`,
        };
      }
    }
  },
});

/** The ServiceEntries that the same clients see, by host. */
function entriesByHost(mesh: Mesh): readonly (readonly [string, Resource<"ServiceEntry">[]])[] {
  const all = mesh.list("ServiceEntry").flatMap((on) =>
    [...new Set(on.spec.hosts)].map((host) => ({ host, on }))
  );
  const groups = Map.groupBy(all, ({ host, on: { cluster, namespace, spec } }) => {
    const scope = exportTargets(spec.exportTo, namespace).toSorted().join();
    return JSON.stringify([cluster, namespace, scope, host]);
  });
  return [...groups.values()].filter((group) => group.length > 1)
    .map((group) => [group[0]!.host, group.map(({ on }) => on)] as const);
}
