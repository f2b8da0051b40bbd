import { nearest, type Path, valueAt } from "../../../core/mod.ts";
import type { Mesh, Resource } from "../../../mesh/mod.ts";
import { replacement } from "../../analysis/fix.ts";
import { defineRule } from "../../analysis/rule.ts";

const KINDS = ["VirtualService", "DestinationRule", "ServiceEntry"] as const;
const EVERYBODY = new Set(["*", ".", "~"]);

/** What is exported to chosen namespaces is exported to some that are there. */
export const exportTargetNotFound = defineRule({
  code: "MM1102",
  name: "export-target-not-found",
  title: "Object is exported to a namespace that is not there",
  severity: "warning",
  since: "0.1.0",
  inputs: ["Namespace"],
  reads: KINDS,
  equivalents: ["KIA0005"],
  mode: "default",
  docs: {
    why:
      "`exportTo` lists the namespaces whose proxies see the object. Under a name that no namespace " +
      "has nobody sees it, and those who were meant do not.",
    remedy: "Correct the name. `.` is the object's own namespace, `*` is every one.",
    links: [
      "https://istio.io/latest/docs/reference/config/networking/virtual-service/#VirtualService",
    ],
  },

  *check({ mesh }) {
    const known = mesh.once(namespaces);
    if (known.size === 0) return;
    for (const on of KINDS.flatMap((kind) => mesh.list(kind) as readonly Resource[])) {
      for (const { target, at } of exportsOf(on)) {
        if (EVERYBODY.has(target) || known.has(target)) continue;
        const meant = nearest(target, known);
        // Manifests seldom have the namespaces of other teams.
        if (on.origin !== undefined && meant === undefined) continue;
        yield {
          on,
          at,
          message: `There is no namespace "${target}"`,
          fix: meant === undefined ? undefined : replacement(at, meant, `Export to "${meant}"`),
        };
      }
    }
  },
});

function exportsOf({ object }: Resource): { target: string; at: Path }[] {
  const at = ["spec", "exportTo"];
  const targets = valueAt(object, at);
  return Array.isArray(targets)
    ? targets.map((target, i) => ({ target: String(target), at: [...at, i] }))
    : [];
}

function namespaces(mesh: Mesh): ReadonlySet<string> {
  return new Set(mesh.list("Namespace").map(({ name }) => name));
}
