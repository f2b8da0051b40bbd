import { compileRe2 } from "../../../core/mod.ts";
import {
  type Mesh,
  proxyContainers,
  WORKLOAD_KINDS,
  workloadInstances,
} from "../../../mesh/mod.ts";
import { defineRule } from "../../analysis/rule.ts";
import { proxyVersionOf } from "../_versions.ts";

/** A patch for certain versions is for one that a proxy of the mesh has. */
export const versionWithoutProxy = defineRule({
  code: "MM1202",
  name: "envoy-filter-version-without-proxy",
  title: "EnvoyFilter is for versions that no proxy has",
  severity: "warning",
  since: "0.1.0",
  inputs: ["EnvoyFilter", "Pod"],
  reads: WORKLOAD_KINDS,
  mode: "default",
  docs: {
    why:
      "A patch with `proxyVersion` is for proxies whose version matches the expression. After an " +
      "upgrade it is often for none, so that what it did is not done any more, without a word.",
    remedy: "Correct the expression, or remove the patch if the new version does not need it.",
    links: [
      "https://istio.io/latest/docs/reference/config/networking/envoy-filter/#EnvoyFilter-ProxyMatch",
    ],
  },

  *check({ mesh }) {
    const versions = mesh.once(proxyVersions);
    if (versions.length === 0) return;
    for (const on of mesh.list("EnvoyFilter")) {
      for (const [i, { match }] of (on.spec.configPatches ?? []).entries()) {
        const expression = match?.proxy?.proxyVersion;
        const compiled = expression ? compileRe2(expression, "part") : undefined;
        if (!compiled || versions.some((version) => compiled.test(version))) continue;
        yield {
          on,
          at: ["spec", "configPatches", i, "match", "proxy", "proxyVersion"],
          message: `No proxy has a version like ${expression}: they have ${versions.join(", ")}`,
        };
      }
    }
  },
});

/** The versions of the proxies, as their images tell; none, where one does not tell. */
function proxyVersions(mesh: Mesh): readonly string[] {
  const versions = new Set<string>();
  for (const instance of mesh.once(workloadInstances).select({})) {
    if (proxyContainers(instance).length === 0) continue;
    const version = proxyVersionOf(instance);
    if (version === undefined) return [];
    versions.add(version);
  }
  return [...versions].sort();
}
