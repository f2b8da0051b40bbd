import { type CheckTrouble, counted } from "../../core/mod.ts";
import { hasProxy, type Mesh } from "../../mesh/mod.ts";
import { defineCheck, trouble } from "../check.ts";
import { meshRoots, ROOTS, ROOTS_KEY, rootsIn } from "./_roots.ts";

/** Every namespace with proxies has the roots of the mesh. */
export const rootDistributed = defineCheck({
  name: "root-certificate-distributed",
  stage: "Certificates",
  title: "Every namespace with proxies has the root certificate of its control plane",
  after: ["istiod-ready"],
  inputs: ["ConfigMap", "Pod", "Namespace"],
  waits: true,
  docs: {
    why:
      "Proxies mount the ConfigMap istio-ca-root-cert of their namespace. Where it is missing new pods do " +
      "not start; where it is another root they do not trust istiod.",
    remedy:
      "See that istiod runs and watches the namespace (discoverySelectors). A ConfigMap that an older " +
      "control plane left is written anew after it is deleted.",
  },

  run({ mesh }) {
    const own = new Set(meshRoots(mesh).map(({ fingerprint }) => fingerprint));
    if (own.size === 0) {
      const what = `ConfigMap ${mesh.istioNamespace}/${ROOTS}`;
      return { saw: "", gaps: [{ what, reason: "no root in it" }] };
    }
    const names = mesh.once(namespacesWithProxies);
    const troubles: CheckTrouble[] = [];
    for (const name of names) {
      const namespace = mesh.get("Namespace", "", name);
      const roots = rootsIn(mesh, name);
      if (namespace === undefined || roots?.some(({ fingerprint }) => own.has(fingerprint))) {
        continue;
      }
      const detail = roots === undefined
        ? `it has no ConfigMap ${ROOTS} with a certificate`
        : `its ConfigMap ${ROOTS} has another root than that of ${mesh.istioNamespace}`;
      troubles.push(trouble("error", namespace, detail, `ConfigMap ${ROOTS} ${ROOTS_KEY}`));
    }
    return { saw: counted(names.length, "namespace"), troubles };
  },
});

/** Namespaces in which pods of the first cluster run proxies. */
function namespacesWithProxies(mesh: Mesh): readonly string[] {
  const cluster = mesh.list("ConfigMap", mesh.istioNamespace)[0]?.cluster;
  const pods = mesh.list("Pod").filter((pod) => pod.cluster === cluster && hasProxy(pod));
  return [...new Set(pods.map(({ namespace }) => namespace))].sort();
}
