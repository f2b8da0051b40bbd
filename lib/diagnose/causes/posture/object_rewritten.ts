import { type Resource, schemas } from "../../../mesh/mod.ts";
import { label, resourceOf } from "../../case/objects.ts";
import { definePostureCause } from "../../security/case.ts";

/** Changes of an object from which its rate says something, and changes a minute that no person makes. */
const ENOUGH = 100;
const PER_MINUTE = 1;

/** Something rewrites an object of Istio all the time, and each time istiod pushes to all proxies. */
export const objectRewritten = definePostureCause({
  id: "MM-X07",
  name: "push-storm",
  title: "An object is rewritten all the time",
  category: "control-plane",
  severity: "medium",
  docs: {
    why:
      "Every change of a route, policy or service makes istiod compute and push configuration again. A controller " +
      "that writes an object over and over, or two that undo each other's work, keep istiod and all proxies busy.",
    symptom: "metadata.generation of one object grows by several a minute; pilot_xds_pushes too.",
    remedy: "Find who writes it (metadata.managedFields), and let one alone do so.",
    verify: "The generation stays.",
  },

  *consider({ mesh, now, istiod }) {
    for (const { identifier } of schemas.all().filter(({ group }) => /istio\.io$/.test(group))) {
      for (const object of mesh.list(identifier)) {
        const { generation, perMinute } = changesOf(object, now);
        if (generation < ENOUGH || perMinute < PER_MINUTE) continue;
        const pushes = istiod?.figures.sum("pilot_xds_pushes");
        const ref = resourceOf(object, "metadata.generation");
        yield {
          isSilent: true,
          objects: [ref],
          title: `${label(ref)} was rewritten ${generation} times, ${
            Math.round(perMinute)
          } times a minute`,
          facts: [
            {
              weight: "proven",
              source: `${label(ref)} metadata`,
              detail: `generation ${generation} since ${object.object.metadata.creationTimestamp}`,
            },
            ...(istiod && pushes
              ? [{
                weight: "possible" as const,
                source: istiod.file,
                detail: `${pushes} pushes since istiod started`,
              }]
              : []),
          ],
          remedy: {
            title: "Find who writes it",
            action: `kubectl ${ref.namespace ? `-n ${ref.namespace} ` : ""}get ` +
              `${ref.kind.toLowerCase()} ${ref.name} -o yaml --show-managed-fields`,
          },
        };
      }
    }
  },
});

function changesOf({ object: { metadata } }: Resource, now: Date) {
  const { generation = 0, creationTimestamp = "" } = metadata as {
    generation?: number;
    creationTimestamp?: string;
  };
  const minutes = (now.getTime() - Date.parse(creationTimestamp)) / 60_000;
  return { generation, perMinute: minutes > 0 ? generation / minutes : 0 };
}
