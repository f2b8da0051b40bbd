import type { Resource } from "../../../mesh/mod.ts";
import { replacement } from "../../analysis/fix.ts";
import { defineRule } from "../../analysis/rule.ts";

const GATEWAY_API = "gateway.networking.k8s.io";

/** A version that API servers do not serve any more. */
interface Removed {
  /** Group and version. */
  readonly apiVersion: string;
  /** What it was removed from. */
  readonly since: string;
  /** What to write. */
  readonly now: string;
}

const alpha = (since: string, now: string): Removed => ({
  apiVersion: `${GATEWAY_API}/v1alpha2`,
  since: `Gateway API ${since}`,
  now: `${GATEWAY_API}/${now}`,
});
const kubernetes = (apiVersion: string, since: string, version: string): Removed => ({
  apiVersion,
  since: `Kubernetes ${since}`,
  now: `${apiVersion.slice(0, apiVersion.indexOf("/"))}/${version}`,
});

/** As the release notes of the Gateway API and the deprecation guide of Kubernetes list them. */
const REMOVED = {
  KubernetesGateway: [alpha("1.0", "v1")],
  GatewayClass: [alpha("1.0", "v1")],
  HTTPRoute: [alpha("1.0", "v1")],
  GRPCRoute: [alpha("1.2", "v1")],
  ReferenceGrant: [alpha("1.2", "v1beta1")],
  PodDisruptionBudget: [kubernetes("policy/v1beta1", "1.25", "v1")],
  HorizontalPodAutoscaler: [
    kubernetes("autoscaling/v2beta1", "1.25", "v2"),
    kubernetes("autoscaling/v2beta2", "1.26", "v2"),
  ],
  CronJob: [kubernetes("batch/v1beta1", "1.25", "v1")],
  EndpointSlice: [kubernetes("discovery.k8s.io/v1beta1", "1.25", "v1")],
  Ingress: [kubernetes("networking.k8s.io/v1beta1", "1.22", "v1")],
  Deployment: [
    kubernetes("apps/v1beta1", "1.16", "v1"),
    kubernetes("apps/v1beta2", "1.16", "v1"),
  ],
} as const satisfies Readonly<Record<string, readonly Removed[]>>;

const KINDS = Object.keys(REMOVED) as (keyof typeof REMOVED)[];

/** Objects are written in versions that API servers serve. */
export const removedApiVersion = defineRule({
  code: "MM1501",
  name: "api-version-removed",
  title: "Object is written in a version of its API that was removed",
  severity: "warning",
  since: "0.1.0",
  inputs: [],
  reads: KINDS,
  mode: "default",
  docs: {
    why:
      "An API server that does not serve the version refuses the object; one that is still running " +
      "under it is lost sight of by whoever applies the manifest after the upgrade.",
    remedy:
      "Write the version that the message names; compare the fields where the version before " +
      "was not the same but for its name.",
    links: [
      "https://kubernetes.io/docs/reference/using-api/deprecation-guide/",
      "https://github.com/kubernetes-sigs/gateway-api/releases",
    ],
  },

  *check({ mesh }) {
    for (const kind of KINDS) {
      for (const on of mesh.list(kind) as readonly Resource[]) {
        const removed = (REMOVED[kind] as readonly Removed[]).find(({ apiVersion }) =>
          apiVersion === on.apiVersion
        );
        // What a cluster serves, it serves.
        if (!removed || on.origin === undefined) continue;
        yield {
          on,
          at: ["apiVersion"],
          message: `${removed.apiVersion} was removed from ${removed.since}; write ${removed.now}`,
          fix: kind === "Ingress" || removed.apiVersion.startsWith("apps/")
            ? undefined
            : replacement(["apiVersion"], removed.now, `Write ${removed.now}`),
        };
      }
    }
  },
});
