import type { Path } from "../../../core/mod.ts";
import { formatLabels, WORKLOAD_KINDS } from "../../../mesh/mod.ts";
import { defineRule } from "../../analysis/rule.ts";
import { labelsAt, workloadSelection } from "./_selectors.ts";

/** Where each kind keeps the labels of the workloads that it is for. */
const SELECTORS = {
  PeerAuthentication: ["spec", "selector", "matchLabels"],
  RequestAuthentication: ["spec", "selector", "matchLabels"],
  EnvoyFilter: ["spec", "workloadSelector", "labels"],
  WasmPlugin: ["spec", "selector", "matchLabels"],
  ProxyConfig: ["spec", "selector", "matchLabels"],
  DestinationRule: ["spec", "workloadSelector", "matchLabels"],
} as const satisfies Readonly<Record<string, Path>>;

const KINDS = Object.keys(SELECTORS) as (keyof typeof SELECTORS)[];

/** Kinds of which an object in the root namespace selects workloads of the whole mesh. */
const MESH_WIDE: ReadonlySet<string> = new Set([
  "RequestAuthentication",
  "EnvoyFilter",
  "WasmPlugin",
  "ProxyConfig",
]);

/** What is written for some workloads is for one that is there. */
export const selectorWithoutWorkloads = defineRule({
  code: "MM1101",
  name: "selector-without-workloads",
  title: "Selector matches no workload",
  severity: "warning",
  since: "0.1.0",
  inputs: ["Pod"],
  reads: [...KINDS, ...WORKLOAD_KINDS, "WorkloadEntry"],
  equivalents: ["KIA0004"],
  mode: "default",
  docs: {
    why:
      "The object has no effect: what it is to demand of a workload, or to change in its proxy, is " +
      "demanded and changed nowhere.",
    remedy:
      "Correct the labels. They are those of the pods, not of the Deployment, and the selector " +
      "sees its own namespace only; in the root namespace that of a PeerAuthentication or a " +
      "DestinationRule does too.",
    links: ["https://istio.io/latest/docs/reference/config/type/workload-selector/"],
  },

  *check({ mesh }) {
    const select = mesh.once(workloadSelection);
    const root = mesh.config.rootNamespace;
    for (const kind of KINDS) {
      const at = SELECTORS[kind];
      for (const on of mesh.list(kind)) {
        const labels = labelsAt(on, at);
        if (Object.keys(labels).length === 0) continue;
        const isMeshWide = on.namespace === root && MESH_WIDE.has(kind);
        const idle = select(on, at, labels, isMeshWide ? undefined : on.namespace);
        if (!idle) continue;
        const where = isMeshWide ? "the mesh" : `namespace ${on.namespace}`;
        yield {
          on,
          at,
          message: `No workload of ${where} has the labels ${formatLabels(labels)}`,
          fix: idle.fix,
        };
      }
    }
  },
});
