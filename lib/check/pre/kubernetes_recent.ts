import { defineCheck } from "../check.ts";
import { minorOf, OLDEST_FOR_INSTALL } from "../versions/_minor.ts";

/** Kubernetes is new enough for the newest release of Istio. */
export const kubernetesRecent = defineCheck({
  name: "kubernetes-recent",
  stage: "Versions",
  title: "Kubernetes is new enough for the newest release of Istio",
  inputs: [],
  docs: {
    why:
      "istioctl refuses to install on an older one, and istiod may miss fields that it relies on.",
    remedy: "Upgrade Kubernetes, or install an older release of Istio that supports it.",
    links: [
      "https://istio.io/latest/docs/releases/supported-releases/#support-status-of-istio-releases",
    ],
  },

  run({ recordings }) {
    const versions = recordings.map(({ manifest: { clusterName, kubernetesVersion } }) => ({
      clusterName,
      kubernetesVersion,
      minor: minorOf(kubernetesVersion),
    }));
    return {
      saw: versions.map(({ kubernetesVersion = "unknown" }) => kubernetesVersion).join(", "),
      troubles: versions.filter(({ minor = Infinity }) => minor < OLDEST_FOR_INSTALL)
        .map(({ clusterName, kubernetesVersion }) => ({
          level: "error" as const,
          source: `cluster ${clusterName}`,
          detail: `Kubernetes ${kubernetesVersion} is older than 1.${OLDEST_FOR_INSTALL}`,
        })),
      gaps: versions.filter(({ minor }) => minor === undefined)
        .map(({ clusterName }) => ({
          what: `Kubernetes version of ${clusterName}`,
          reason: "not recorded",
        })),
    };
  },
});
