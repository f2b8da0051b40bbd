import { edit, label, resourceOf } from "../../case/objects.ts";
import { asHarmful, rejectionsIn } from "../../case/rejections.ts";
import { defineCause } from "../../cause.ts";

/** What Envoy says of a filter, type or field that it does not have, or not any more. */
const UNKNOWN =
  /registered implementation|could not find @type|no such field|deprecated|Unknown type|unknown field/i;

/** A proxy rejected an EnvoyFilter's patch because its Envoy does not know a name in it. */
export const removedEnvoyName = defineCause({
  id: "MM-R21",
  name: "envoy-filter-uses-removed-name",
  title: "An EnvoyFilter names what this version of Envoy does not have",
  category: "configuration",
  severity: "high",
  explains: ["MM-X03", "MM-X04"],
  docs: {
    why:
      "EnvoyFilters name Envoy's own filters, types and fields, and Envoy removes old ones. After an " +
      "upgrade a proxy rejects all that such a patch touches and keeps its old configuration.",
    symptom:
      "The rejection says: Didn't find a registered implementation, no such field, or deprecated.",
    remedy:
      "Write the patch with the names of this version, or use Telemetry, WasmPlugin or another API.",
    verify: "istioctl proxy-status shows SYNCED, and the rejection is gone.",
    links: ["https://www.envoyproxy.io/docs/envoy/latest/version_history/version_history"],
  },

  *consider(of) {
    for (const { proxy, pod, filters: [filter], facts } of rejectionsIn(of)) {
      const unknown = facts.filter(({ detail }) => UNKNOWN.test(detail));
      if (!filter || unknown.length === 0) continue;
      const object = resourceOf(filter, "spec.configPatches");
      const version = proxy.server?.version;
      yield {
        objects: [object, resourceOf(pod)],
        title:
          `${label(object)} names what Envoy ${
            version ? `${version} ` : ""
          }of ${proxy.id} does not ` +
          "have, which therefore runs an older configuration",
        facts: asHarmful(of, proxy, unknown),
        remedy: { title: `Write the patch of ${label(object)} anew`, action: edit(object) },
      };
    }
  },
});
