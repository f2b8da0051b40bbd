import { parsePath, toPointer } from "../../../core/mod.ts";
import { changing } from "../../case/cure.ts";
import { patchesOn } from "../../case/envoy_patches.ts";
import { edit, label, resourceOf } from "../../case/objects.ts";
import { routeField, virtualServiceOf } from "../../case/routes.ts";
import { linesWith, logged } from "../../case/signs.ts";
import { defineCause } from "../../cause.ts";

/** A fault that somebody injected for a test is still there. */
export const faultInjected = defineCause({
  id: "MM-C31",
  name: "fault-injected",
  title: "A fault is injected on the route",
  category: "configuration",
  severity: "high",
  explains: ["MM-C24", "MM-C25", "MM-P02", "MM-P03"],
  docs: {
    why:
      "spec.http[].fault of a VirtualService makes the proxy abort or delay requests by intent. It is " +
      "meant for tests and is easily left behind.",
    symptom: "Flag FI with details fault_filter_abort, or flag DI and a constant extra delay.",
    remedy: "Remove the fault.",
    verify: "FI and DI disappear from the access log.",
  },

  *consider(of) {
    const sign = { side: "client", flags: ["FI", "DI"] } as const;
    const lines = linesWith(of, sign);
    const patches = lines.slice(0, 1).flatMap(({ line }) => patchesOn(of.mesh, line))
      .filter(({ value }) => /filters\.http\.fault|HTTPFault/.test(value));
    const objects = patches[0]
      ? [resourceOf(patches[0].filter, `spec.configPatches[${patches[0].index}]`)]
      : routeField(of, "fault");
    const [route] = objects;
    // What the caller's proxy aborts no other proxy sees.
    const isUnseen = !of.exchanges.some(({ client }) => client) && route?.path !== undefined;
    if (lines.length === 0 && !isUnseen) return;
    const vs = patches.length === 0 ? virtualServiceOf(of) : undefined;
    const isAbort = lines.some(({ line }) => line.entry.flags.includes("FI"));
    yield {
      isSilent: isUnseen,
      objects,
      title: isUnseen
        ? `${label(route)} injects a fault into requests by intent`
        : `${route ? label(route) : "an injected fault"} ${isAbort ? "aborts" : "delays"} ${
          Math.round(100 * lines.length / of.exchanges.length)
        } % of the requests by intent`,
      facts: [
        ...logged(of, sign),
        ...(route?.path
          ? [{
            weight: "proven" as const,
            source: `${label(route)} ${route.path}`,
            detail: patches[0] ? "the patch adds a fault filter" : "the rule has a fault block",
          }]
          : []),
      ],
      remedy: {
        title: "Remove the fault",
        ...(vs && route?.path
          ? changing(vs, [{ op: "remove", path: toPointer(parsePath(route.path)) }])
          : route
          ? { action: edit(route) }
          : {}),
      },
    };
  },
});
