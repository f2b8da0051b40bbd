import {
  includesLabels,
  type Mesh,
  type Resource,
  WORKLOAD_KINDS,
  type WorkloadInstance,
} from "../../../mesh/mod.ts";
import { defineRule } from "../../analysis/rule.ts";
import { formatName } from "../_names.ts";
import { instancesFor } from "../_selecting.ts";
import { gatewayReferences } from "./_gateways.ts";

const CLAIM = /^@request\.auth\.claims[.[]/i;

/** Where a gateway routes by claims of a token, it verifies tokens. */
export const claimRouteWithoutAuthentication = defineRule({
  code: "IST0149",
  name: "claim-route-without-authentication",
  title: "Route by JWT claim on a gateway that verifies no tokens",
  severity: "error",
  since: "0.1.0",
  inputs: ["VirtualService", "RequestAuthentication", "Gateway", "Pod"],
  reads: ["KubernetesGateway", ...WORKLOAD_KINDS],
  peer: "virtualservice.JWTClaimRouteAnalyzer",
  docs: {
    why:
      "Claims come out of tokens that a RequestAuthentication has verified. Without one on the " +
      "gateway no request has claims, and the route never matches.",
    remedy: "Add a RequestAuthentication that selects the gateway's pods.",
    links: ["https://istio.io/latest/docs/tasks/security/authentication/jwt-route/"],
  },

  *check({ mesh, compat }) {
    const pods = instancesFor(mesh, compat);
    const verifies = mesh.once(compat ? verifierForIstioctl : verifier);
    for (const vs of mesh.list("VirtualService")) {
      const claim = claimKey(vs);
      if (!claim) continue;
      for (const { gateway } of gatewayReferences(mesh, vs)) {
        if (gateway?.identifier !== "Gateway") continue;
        for (const pod of pods.select((gateway as Resource<"Gateway">).spec.selector ?? {})) {
          if (verifies(pod)) continue;
          yield {
            on: vs,
            at: claim.at,
            message:
              `The virtual service uses the JWT claim based routing (key: ${claim.key}) but ` +
              `found no request authentication for the gateway (${formatName(gateway)}) pod ` +
              `(${pod.resource.name}). The request authentication must first be applied for the ` +
              "gateway pods to validate the JWT token and make the claims available for routing.",
          };
        }
      }
    }
  },
});

/** The first match by a claim. */
function claimKey(
  { spec }: Resource<"VirtualService">,
): { key: string; at: readonly (string | number)[] } | undefined {
  for (const [i, { match = [] }] of (spec.http ?? []).entries()) {
    for (const [j, one] of match.entries()) {
      for (const field of ["headers", "withoutHeaders"] as const) {
        const key = Object.keys(one[field] ?? {}).find((name) => CLAIM.test(name));
        if (key) return { key, at: ["spec", "http", i, "match", j, field, key] };
      }
    }
  }
  return undefined;
}

function verifier(mesh: Mesh): (pod: WorkloadInstance) => boolean {
  return verifierIn(mesh, mesh.config.rootNamespace);
}

/** istioctl looks for mesh-wide ones in `istio-system`, whatever the settings of the mesh say. */
function verifierForIstioctl(mesh: Mesh): (pod: WorkloadInstance) => boolean {
  return verifierIn(mesh, "istio-system");
}

/** Whether a RequestAuthentication of the pod's namespace or of the root namespace selects a pod. */
function verifierIn(mesh: Mesh, root: string): (pod: WorkloadInstance) => boolean {
  const selectors = Map.groupBy(
    mesh.list("RequestAuthentication"),
    ({ namespace }) => namespace,
  );
  return ({ namespace, labels }) =>
    [...selectors.get(root) ?? [], ...selectors.get(namespace) ?? []].some(({ spec }) =>
      includesLabels(labels, spec.selector?.matchLabels)
    );
}
