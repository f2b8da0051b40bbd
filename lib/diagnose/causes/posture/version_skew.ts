import { istiodDeployments } from "../../lifecycle/istiod.ts";
import { resourceOf } from "../../case/objects.ts";
import { SUPPORTED_PROXY_SKEW } from "../../../mesh/mod.ts";
import { definePostureCause } from "../../security/case.ts";

/** Proxies are of a release that istiod does not support. */
export const versionSkew = definePostureCause({
  id: "MM-I13",
  name: "proxy-version-skew",
  title: "Proxies are of a release that istiod does not support",
  category: "control-plane",
  severity: "medium",
  docs: {
    why:
      "Istio supports proxies up to one minor release older than istiod, and none that is newer. Beyond that what " +
      "istiod sends may be unknown to them, and security fixes are missing.",
    symptom: "Configuration is rejected or has no effect in some proxies only.",
    remedy: "Upgrade istiod first, then restart the workloads with old proxies.",
    verify: "istioctl proxy-status shows supported versions only.",
    links: ["https://istio.io/latest/docs/releases/supported-releases/"],
  },

  *consider({ mesh, versions }) {
    const istiods = versions.controlPlane.flatMap(({ version }) => minorOf(version) ?? []);
    if (istiods.length === 0) return;
    const [oldest, newest] = [Math.min(...istiods), Math.max(...istiods)];
    for (const { version, proxies } of versions.dataPlane) {
      const minor = minorOf(version);
      if (minor === undefined || minor <= newest && oldest - minor <= SUPPORTED_PROXY_SKEW) {
        continue;
      }
      const [deployment] = istiodDeployments(mesh);
      yield {
        isSilent: true,
        objects: deployment ? [resourceOf(deployment)] : [],
        title: `${proxies} ${proxies === 1 ? "proxy is" : "proxies are"} of Istio ${version}, ` +
          `istiod of ${versions.controlPlane.map((each) => each.version).join(", ")}`,
        facts: [{
          weight: "proven",
          source: "istiod/debug/syncz.json",
          detail: minor > newest
            ? `release 1.${minor} is newer than istiod`
            : `release 1.${minor} is ${oldest - minor} behind istiod`,
        }],
        remedy: { title: "Restart the workloads with old proxies, or upgrade istiod" },
      };
    }
  },
});

/** The minor release of Istio 1; `undefined` where the version is no release. */
function minorOf(version: string): number | undefined {
  const minor = /^v?1\.(\d+)\b/.exec(version)?.[1];
  return minor === undefined ? undefined : Number(minor);
}
