import type { Labels, Resource } from "../../../mesh/mod.ts";
import { podInstances } from "../../../mesh/mod.ts";
import type { Fix } from "../../../core/mod.ts";
import { defineRule, type RuleMesh } from "../../analysis/rule.ts";

const GATEWAY_NAME = "gateway.networking.k8s.io/gateway-name";
const KINDS = ["AuthorizationPolicy", "RequestAuthentication", "Telemetry", "WasmPlugin"] as const;

/** Policies for gateways of the Gateway API name the Gateway, not the labels of its pods. */
export const ineffectiveSelector = defineRule({
  code: "IST0166",
  name: "selector-on-kubernetes-gateway",
  title: "Policy selects the pods of a Gateway API gateway by label",
  severity: "warning",
  since: "0.1.0",
  inputs: [...KINDS, "Pod"],
  reads: ["KubernetesGateway"],
  peer: "k8sgateway.SelectorAnalyzer",
  docs: {
    why: "Gateways and waypoints of the Gateway API do not read policies with a selector.",
    remedy: "Replace the selector by `targetRefs` that name the Gateway.",
    links: ["https://istio.io/latest/docs/reference/config/type/workload-selector/"],
  },

  *check({ mesh, compat }) {
    const pods = mesh.once(podInstances);
    for (const kind of KINDS) {
      for (const on of mesh.list(kind)) {
        const selector = selectorOf(on, compat);
        const selected = selector === undefined ? [] : pods.select(selector, on.namespace);
        const gateways = selected.map(({ labels }) => labels[GATEWAY_NAME]);
        for (const gateway of new Set(gateways)) {
          if (gateway === undefined) continue;
          yield {
            on,
            at: ["spec", "selector"],
            message: `Ineffective selector on Kubernetes Gateway ${gateway}. Use the TargetRef ` +
              "field instead.",
            fix: gateways.every((other) => other === gateway)
              ? targeting(mesh, on, gateway)
              : undefined,
          };
        }
      }
    }
  },
});

/** Names the Gateway, whose pods are all that was selected, in place of their labels. */
function targeting(
  mesh: RuleMesh<"KubernetesGateway">,
  { namespace, spec }: Resource<(typeof KINDS)[number]>,
  name: string,
): Fix | undefined {
  const isThere = mesh.get("KubernetesGateway", namespace, name) !== undefined;
  if (!isThere || spec.targetRef || (spec.targetRefs ?? []).length > 0) return undefined;
  const value = [{ group: "gateway.networking.k8s.io", kind: "Gateway", name }];
  return {
    applicability: "unsafe",
    title: `Name the Gateway ${name}`,
    patch: [
      { op: "remove", path: "/spec/selector" },
      { op: "add", path: "/spec/targetRefs", value },
    ],
  };
}

function selectorOf(
  { spec }: Resource<(typeof KINDS)[number]>,
  compat: boolean,
): Labels | undefined {
  const isTargeted = spec.targetRef !== undefined ||
    !compat && (spec.targetRefs ?? []).length > 0;
  return isTargeted || !spec.selector ? undefined : spec.selector.matchLabels ?? {};
}
