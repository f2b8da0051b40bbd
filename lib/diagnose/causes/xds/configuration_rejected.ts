import { defineCause } from "../../cause.ts";
import { edit, label, resourceOf } from "../../case/objects.ts";
import { asHarmful, rejectionsIn } from "../../case/rejections.ts";

/** A proxy on the way rejected its newest configuration and runs an older one. */
export const configurationRejected = defineCause({
  id: "MM-X03",
  name: "configuration-rejected",
  title: "A proxy rejected its configuration",
  category: "control-plane",
  severity: "critical",
  explains: ["MM-T01", "MM-C13", "MM-C17", "MM-C15", "MM-R03", "MM-X04", "MM-C14"],
  docs: {
    why:
      "Envoy takes an update whole or not at all. When istiod pushes something that it cannot accept, " +
      "mostly by an EnvoyFilter, the proxy keeps its old configuration: new ports, routes and endpoints " +
      "do not exist for it.",
    symptom:
      "istiod's syncz shows a rejection; the proxy's log says config rejected; changes do not act.",
    remedy: "Correct or remove the object that the rejection points to.",
    verify: "istioctl proxy-status shows SYNCED, and the rejection is gone.",
  },

  *consider(of) {
    for (const { proxy, pod, filters, facts } of rejectionsIn(of)) {
      const objects = filters.map((filter) => resourceOf(filter, "spec.configPatches"));
      const [first] = objects;
      yield {
        objects: [...objects, resourceOf(pod)],
        title:
          `proxy ${proxy.id} rejected its configuration${
            first ? `, made by ${label(first)}` : ""
          }, ` +
          "and runs an older one",
        facts: asHarmful(of, proxy, facts),
        remedy: {
          title: first
            ? `Correct or remove ${label(first)}`
            : "Correct the object that istiod names",
          ...(first ? { action: edit(first) } : {}),
        },
      };
    }
  },
});
