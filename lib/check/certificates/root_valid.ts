import { expiryOf, inWords } from "../../diagnose/mod.ts";
import { defineCheck, trouble } from "../check.ts";
import { ROOTS, ROOTS_KEY, rootsIn } from "./_roots.ts";

/** The root of the mesh is not near its end. */
export const rootValid = defineCheck({
  name: "root-certificate-valid",
  stage: "Certificates",
  title: "The root certificate of the mesh is not near its end",
  inputs: ["ConfigMap"],
  docs: {
    why:
      "Every workload trusts the others by the root. When it ends all mTLS fails at once, and to change " +
      "it takes days. Near is 60 days, or 30 % of its life where that is less.",
    remedy: "Add a new root to the bundle, restart workloads, sign with it, then drop the old one.",
    links: ["https://istio.io/latest/docs/tasks/security/cert-management/plugin-ca-cert/"],
  },

  run({ mesh, now }) {
    const map = mesh.get("ConfigMap", mesh.istioNamespace, ROOTS);
    const roots = rootsIn(mesh, mesh.istioNamespace);
    if (map === undefined || roots === undefined) {
      const what = `ConfigMap ${mesh.istioNamespace}/${ROOTS}`;
      return { saw: "", gaps: [{ what, reason: map ? "no certificate in it" : "not there" }] };
    }
    const ends = roots.map((root) => ({ root, end: expiryOf(root, now) }));
    return {
      saw: ends.map(({ end }) => `it ${inWords(end)}`).join(", "),
      troubles: ends.flatMap(({ root, end }) =>
        end.state === "valid" ? [] : [
          trouble(
            end.state === "near" ? "warning" : "error",
            map,
            `the root "${root.subject.replaceAll("\n", ", ")}" ${inWords(end)}`,
            `data["${ROOTS_KEY}"]`,
          ),
        ]
      ),
    };
  },
});
