import { hasProxy } from "../../../mesh/mod.ts";
import { resourceOf } from "../../case/objects.ts";
import { istiodDeployments } from "../../lifecycle/istiod.ts";
import { definePostureCause } from "../../security/case.ts";

const REVISION = "istio.io/rev";

/** Several control planes have proxies of their own. */
export const severalRevisions = definePostureCause({
  id: "MM-X13",
  name: "several-revisions",
  title: "Several revisions of istiod serve proxies",
  category: "control-plane",
  severity: "medium",
  docs: {
    why:
      "During an upgrade two revisions run side by side. Both watch the same objects, write status and webhooks, " +
      "and may read the objects differently; left like this, proxies behave by who happens to serve them.",
    symptom: "Configuration differs between pods of one namespace; status of objects flaps.",
    remedy: "Move the remaining workloads to one revision, then remove the other.",
    verify: "istioctl proxy-status names one revision.",
    links: ["https://istio.io/latest/docs/setup/upgrade/canary/"],
  },

  *consider({ mesh }) {
    const deployments = istiodDeployments(mesh).filter(({ status }) =>
      (status.readyReplicas ?? 0) > 0
    );
    const byRevision = Map.groupBy(deployments, ({ labels }) => labels[REVISION] ?? "default");
    const proxies = Map.groupBy(
      mesh.list("Pod").filter(hasProxy),
      ({ labels }) => labels[REVISION] ?? "default",
    );
    const serving = [...byRevision.keys()].filter((revision) => proxies.has(revision)).sort();
    if (serving.length < 2) return;
    yield {
      isSilent: true,
      objects: serving.flatMap((revision) => byRevision.get(revision) ?? []).map((deployment) =>
        resourceOf(deployment)
      ),
      title: `revisions ${serving.join(" and ")} of istiod serve proxies side by side`,
      facts: serving.map((revision) => ({
        weight: "proven" as const,
        source: "Pods metadata.labels",
        detail: `${proxies.get(revision)!.length} pods are of revision ${revision}`,
      })),
      remedy: {
        title: "Move all workloads to one revision, then remove the other",
        action: "istioctl proxy-status",
      },
    };
  },
});
