import {
  type Mesh,
  type Resource,
  SUPPORTED_PROXY_SKEW,
  WORKLOAD_KINDS,
  workloadInstances,
} from "../../../mesh/mod.ts";
import { proxyVersionOf, versionOfImage } from "../_versions.ts";
import { defineRule } from "../../analysis/rule.ts";

/** Proxies are of a release that their control plane supports. */
export const versionSkew = defineRule({
  code: "MM1307",
  name: "version-skew",
  title: "Proxy is of a release that the control plane does not support",
  severity: "warning",
  since: "0.1.0",
  inputs: ["Pod"],
  reads: WORKLOAD_KINDS,
  mode: "default",
  docs: {
    why:
      "istiod supports proxies of its own minor release and of the one before. It configures an older " +
      "one with features that it does not know, and a newer one without what it expects; the proxy " +
      "may reject the configuration as a whole.",
    remedy:
      "Restart the workload, so that it gets the proxy of the control plane; upgrade the control " +
      "plane before the proxies.",
    links: [
      "https://istio.io/latest/docs/releases/supported-releases/#control-planedata-plane-skew",
    ],
  },

  *check({ mesh }) {
    const planes = mesh.once(controlPlaneMinors);
    if (planes.length === 0) return;
    const [newest, oldest] = [Math.max(...planes), Math.min(...planes)];
    const seen = new Set<string>();
    for (const instance of mesh.once(workloadInstances).select({})) {
      const version = proxyVersionOf(instance);
      const minor = minorOf(version);
      if (minor === undefined || minor <= newest && minor >= oldest - SUPPORTED_PROXY_SKEW) {
        continue;
      }
      // Pods of one workload share its template.
      const key = `${instance.namespace} ${ownerOf(instance.resource)} ${version}`;
      if (seen.has(key)) continue;
      seen.add(key);
      yield {
        on: instance.resource,
        at: [],
        message: `Its proxy is of ${version}, the control plane of 1.${
          minor > newest ? newest : oldest
        }`,
      };
    }
  },
});

/** Minor releases of the control planes that run. */
function controlPlaneMinors(mesh: Mesh): readonly number[] {
  return mesh.once(workloadInstances).select({ app: "istiod" }).flatMap(({ spec }) =>
    (spec.containers ?? []).filter(({ name }) => name === "discovery")
      .flatMap(({ image = "" }) => minorOf(versionOfImage(image)) ?? [])
  );
}

function minorOf(version: string | undefined): number | undefined {
  const [major, minor] = (version ?? "").split(".");
  return major === "1" ? Number(minor) : undefined;
}

function ownerOf({ object, name }: Resource): string {
  return object.metadata.ownerReferences?.[0]?.name ?? name;
}
