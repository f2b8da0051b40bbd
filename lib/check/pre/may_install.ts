import type { CheckTrouble } from "../../core/mod.ts";
import { counted } from "../../core/mod.ts";
import { defineCheck } from "../check.ts";

const RBAC = "rbac.authorization.k8s.io";
const ADMISSION = "admissionregistration.k8s.io";

/** What an installation creates, as group and plural: in the cluster, and in the control plane's namespace. */
const OF_THE_CLUSTER = [
  ["", "namespaces"],
  [RBAC, "clusterroles"],
  [RBAC, "clusterrolebindings"],
  ["apiextensions.k8s.io", "customresourcedefinitions"],
  [ADMISSION, "mutatingwebhookconfigurations"],
  [ADMISSION, "validatingwebhookconfigurations"],
] as const;
const OF_THE_NAMESPACE = [
  [RBAC, "roles"],
  [RBAC, "rolebindings"],
  ["", "serviceaccounts"],
  ["", "services"],
  ["", "configmaps"],
  ["apps", "deployments"],
  ["autoscaling", "horizontalpodautoscalers"],
  ["policy", "poddisruptionbudgets"],
] as const;

/** The user may create all that an installation creates. */
export const mayInstall = defineCheck({
  name: "may-install",
  stage: "Permissions",
  title: "This user may create everything that an installation creates",
  inputs: [],
  docs: {
    why: "An installation that lacks a right stops half-way and leaves a part of a control plane.",
    remedy: "Install as a cluster administrator, or have the missing rights granted.",
  },

  async run({ may, mesh }) {
    if (may === undefined) {
      return { saw: "", gaps: [{ what: "rights", reason: "a recording cannot be asked" }] };
    }
    const { istioNamespace: namespace } = mesh;
    const rights = [
      ...OF_THE_CLUSTER.map(([group, resource]) => ({ verb: "create", group, resource })),
      ...OF_THE_NAMESPACE.map(([group, resource]) => ({
        verb: "create",
        group,
        resource,
        namespace,
      })),
    ];
    const decisions = await Promise.all(rights.map(may));
    const troubles: CheckTrouble[] = rights.flatMap(({ group, resource }, i) => {
      const { allowed, reason } = decisions[i]!;
      const kind = group === "" ? resource : `${resource}.${group}`;
      return allowed ? [] : [{
        level: "error",
        source: "SelfSubjectAccessReview",
        detail: `may not create ${kind}${reason === "" ? "" : `: ${reason}`}`,
      }];
    });
    return { saw: counted(rights.length, "right"), troubles };
  },
});
