import { counted } from "../../core/mod.ts";
import { meshVersions } from "../../evidence/mod.ts";
import { defineCheck } from "../check.ts";

/** The replicas of istiod of one revision run one version. */
export const istiodsAgree = defineCheck({
  name: "istiod-replicas-agree",
  stage: "Versions",
  title: "All replicas of istiod of one revision have the same version",
  inputs: ["Pod"],
  waits: true,
  docs: {
    why: "Each proxy is connected to one replica. Replicas of several versions send different " +
      "configuration for the same objects, depending on where a proxy is connected.",
    remedy: "Finish or undo the rollout of the Deployment istiod.",
  },

  async run({ mesh, recordings, signal }) {
    const { controlPlane } = await meshVersions(recordings[0], mesh, signal);
    if (controlPlane.length === 0) return { skip: "no istiod was seen" };
    const byRevision = Map.groupBy(
      controlPlane,
      ({ cluster, revision }) => cluster === undefined ? revision : `${revision} in ${cluster}`,
    );
    return {
      saw: controlPlane.map(({ revision, version, replicas }) =>
        `${counted(replicas, "replica")} of revision ${revision} at ${version}`
      ).join(", "),
      troubles: [...byRevision].filter(([, some]) => some.length > 1).map(([revision, some]) => ({
        level: "warning",
        source: `pods of istiod of revision ${revision}`,
        detail: some.map(({ version, replicas }) => `${replicas} × ${version}`).join(", "),
      })),
    };
  },
});
