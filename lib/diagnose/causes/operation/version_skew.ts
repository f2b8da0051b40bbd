import { compare } from "../../../core/mod.ts";
import { defineOperationCause } from "../../operation/case.ts";

/** Minor releases by which control planes of one mesh may differ. */
const MOST = 1;

/** The control planes of a mesh's clusters are more than one minor release apart. */
export const clusterVersionSkew = defineOperationCause({
  id: "MM-M17",
  name: "cluster-version-skew",
  title: "The clusters run versions of Istio that are far apart",
  category: "control-plane",
  severity: "medium",
  docs: {
    why:
      "Control planes of one mesh read each other's workloads and share identities. Istio tests neighbouring " +
      "minor releases with each other; further apart features differ, and the same object may mean another " +
      "thing to callers in another cluster.",
    symptom: "The same request behaves differently by the cluster of its caller.",
    remedy: "Upgrade the older control planes, one minor release at a time.",
    verify: "meshmedic version shows neighbouring minor releases.",
    links: ["https://istio.io/latest/docs/releases/supported-releases/"],
  },

  *consider({ versions: { controlPlane } }) {
    const minors = controlPlane.flatMap(({ cluster, version }) => {
      const minor = /^\d+\.(\d+)/.exec(version)?.[1];
      return cluster === undefined || minor === undefined
        ? []
        : [{ cluster, version, minor: Number(minor) }];
    }).sort((a, b) => a.minor - b.minor || compare(a.cluster, b.cluster));
    const [oldest, newest] = [minors[0], minors.at(-1)];
    if (!oldest || !newest || oldest.cluster === newest.cluster) return;
    if (newest.minor - oldest.minor <= MOST) return;
    yield {
      isSilent: true,
      objects: [],
      title: `cluster ${oldest.cluster} runs Istio ${oldest.version}, cluster ${newest.cluster} ` +
        newest.version,
      facts: minors.map(({ cluster, version }) => ({
        weight: "proven",
        source: `istiod of cluster ${cluster}`,
        detail: version,
      })),
      remedy: { title: `Upgrade Istio in cluster ${oldest.cluster}` },
    };
  },
});
