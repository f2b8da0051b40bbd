import type { CheckTrouble, Gap } from "../../core/mod.ts";
import { meshVersions } from "../../evidence/mod.ts";
import { defineCheck } from "../check.ts";
import { kubernetesFor, minorOf } from "./_minor.ts";

/** Every cluster runs a Kubernetes that its control plane supports. */
export const kubernetesSupported = defineCheck({
  name: "kubernetes-supported",
  stage: "Versions",
  title: "Kubernetes has a version that the control plane supports",
  inputs: ["Pod"],
  docs: {
    why:
      "Each release of Istio is tested with a few versions of Kubernetes. Older ones may lack fields " +
      "that istiod relies on; newer ones may have removed some.",
    remedy: "Upgrade the part that is behind: Kubernetes, or Istio, one minor version at a time.",
    links: [
      "https://istio.io/latest/docs/releases/supported-releases/#support-status-of-istio-releases",
    ],
  },

  async run({ mesh, recordings, signal }) {
    const { controlPlane } = await meshVersions(recordings[0], mesh, signal);
    const [istio] = controlPlane.map(({ version }) => version);
    const range = kubernetesFor(minorOf(istio) ?? NaN);
    const troubles: CheckTrouble[] = [];
    const gaps: Gap[] = [];
    if (controlPlane.length === 0) return { skip: "no istiod was seen" };
    if (range === undefined) gaps.push({ what: `Istio ${istio}`, reason: "not a known release" });
    for (const { manifest: { clusterName, kubernetesVersion } } of recordings) {
      const minor = minorOf(kubernetesVersion);
      if (minor === undefined) {
        gaps.push({ what: `Kubernetes version of ${clusterName}`, reason: "not recorded" });
      } else if (range !== undefined && (minor < range[0] || minor > range[1])) {
        const [from, to] = range;
        troubles.push({
          level: minor < from ? "warning" : "info",
          source: `cluster ${clusterName}`,
          detail: minor < from
            ? `Kubernetes ${kubernetesVersion} is older than 1.${from}, the oldest for Istio ${istio}`
            : `Kubernetes ${kubernetesVersion} is newer than 1.${to}, the newest for Istio ${istio}`,
        });
      }
    }
    const versions = recordings.map(({ manifest }) => manifest.kubernetesVersion ?? "unknown");
    return { saw: `Kubernetes ${versions.join(", ")}, Istio ${istio}`, troubles, gaps };
  },
});
