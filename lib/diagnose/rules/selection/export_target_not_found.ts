import { valueAt } from "../../../core/mod.ts";
import type { Resource } from "../../../mesh/mod.ts";
import { defineRule } from "../../analysis/rule.ts";
import { missingNamespaces, type NamedNamespace } from "../_namespaces.ts";

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
    const all = KINDS.flatMap((kind) => mesh.list(kind) as readonly Resource[]);
    yield* missingNamespaces(mesh, all.flatMap(exportsOf));
  },
});

function exportsOf(on: Resource): NamedNamespace[] {
  const at = ["spec", "exportTo"];
  const targets = valueAt(on.object, at);
  return (Array.isArray(targets) ? targets : []).map(String).flatMap((namespace, i) =>
    EVERYBODY.has(namespace) ? [] : [{ on, at: [...at, i], namespace }]
  );
}
