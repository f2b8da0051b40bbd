import { podInstances } from "../../../mesh/mod.ts";
import { definePostureCause } from "../../security/case.ts";

const LABEL = "istio-injection";
const REVISION = "istio.io/rev";

/** A namespace names two control planes for its proxies, and gets the default one. */
export const contradictingLabels = definePostureCause({
  id: "MM-I02",
  name: "two-injection-labels",
  title: "A namespace has both labels for injection",
  category: "configuration",
  severity: "medium",
  docs: {
    why:
      "istio-injection takes precedence over istio.io/rev. Pods of a namespace with both get their proxy from the " +
      "default control plane, whatever revision the other label names.",
    symptom: "Proxies are of another revision than the namespace names.",
    remedy: "Remove istio-injection where a revision is meant, and restart the workloads.",
    verify: "New pods have the label istio.io/rev of the revision.",
    links: ["https://istio.io/latest/docs/setup/additional-setup/sidecar-injection/"],
  },

  *consider({ mesh }) {
    for (const { name, labels } of mesh.list("Namespace")) {
      const revision = labels[REVISION];
      if (labels[LABEL] === undefined || revision === undefined || revision === "default") continue;
      if (mesh.once(podInstances).select({}, name).length === 0) continue;
      yield {
        isSilent: true,
        objects: [{ kind: "Namespace", namespace: "", name, path: "metadata.labels" }],
        title: `namespace ${name} asks for revision ${revision}, but ${LABEL}=${labels[LABEL]} ` +
          "takes precedence",
        facts: [{
          weight: "proven",
          source: `Namespace ${name} metadata.labels`,
          detail: `${LABEL}=${labels[LABEL]} and ${REVISION}=${revision}`,
        }],
        remedy: {
          title: `Remove ${LABEL}`,
          action: `kubectl label namespace ${name} ${LABEL}-`,
        },
      };
    }
  },
});
