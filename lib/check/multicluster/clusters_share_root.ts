import { type CheckTrouble, counted, parseCertificateChain } from "../../core/mod.ts";
import type { Mesh } from "../../mesh/mod.ts";
import { ROOTS, ROOTS_KEY } from "../certificates/_roots.ts";
import { defineCheck, trouble } from "../check.ts";

/** All clusters have a root in common. */
export const clustersShareRoot = defineCheck({
  name: "clusters-share-root",
  stage: "Clusters",
  title: "The control planes of all clusters have a root certificate in common",
  inputs: ["ConfigMap"],
  docs: {
    why: "Workloads of clusters with different roots refuse each other's certificates.",
    remedy: "Give each cluster an intermediate CA of one root, as Secret cacerts, and restart.",
    links: ["https://istio.io/latest/docs/tasks/security/cert-management/plugin-ca-cert/"],
  },

  run({ mesh, recordings }) {
    const maps = mesh.once(rootMaps);
    if (recordings.length < 2) return { skip: "there is one cluster only" };
    const [first, ...others] = maps.map((map) => ({
      map,
      roots: new Set(
        parseCertificateChain(map.object.data?.[ROOTS_KEY] ?? "")?.map((root) => root.fingerprint),
      ),
    }));
    const missing = recordings.map(({ manifest }) => manifest.clusterName)
      .filter((name) => !maps.some(({ cluster }) => cluster === name));
    const troubles: CheckTrouble[] = others.flatMap(({ map, roots }) =>
      roots.size === 0 || !roots.isDisjointFrom(first!.roots) ? [] : [
        trouble(
          "error",
          map,
          `cluster ${map.cluster} has no root in common with ${first!.map.cluster}`,
          `data["${ROOTS_KEY}"]`,
        ),
      ]
    );
    return {
      saw: counted(maps.length, "cluster"),
      troubles,
      gaps: missing.map((name) => ({ what: `ConfigMap ${ROOTS} of ${name}`, reason: "not there" })),
    };
  },
});

function rootMaps(mesh: Mesh) {
  return mesh.list("ConfigMap", mesh.istioNamespace).filter(({ name }) => name === ROOTS);
}
