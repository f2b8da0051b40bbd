import { changing } from "../../case/cure.ts";
import { resourceOf } from "../../case/objects.ts";
import { virtualServiceOf } from "../../case/routes.ts";
import { firstShadow } from "../../case/shadowing.ts";
import { defineCause } from "../../cause.ts";

/** An earlier rule takes every request that a later rule of the same VirtualService is for. */
export const routeShadowed = defineCause({
  id: "MM-R12",
  name: "route-shadowed",
  title: "A rule can never match, an earlier one takes its requests",
  category: "configuration",
  severity: "medium",
  docs: {
    why:
      "Rules of a VirtualService are tried in order and the first match wins. A rule behind one that " +
      "matches everything it could match is never used.",
    symptom:
      "The later rule's destination gets no requests; its route name never shows in the access log.",
    remedy: "Put the more specific rule first.",
    verify: "Requests that match the specific rule reach its destination.",
  },

  *consider(of) {
    const vs = virtualServiceOf(of);
    const shadow = vs && firstShadow(vs.spec.http ?? []);
    if (!vs || !shadow) return;
    const { earlier, later } = shadow;
    yield {
      isSilent: true,
      objects: [resourceOf(vs, `spec.http[${later}]`)],
      title: `http[${later}] of VirtualService ${vs.namespace}/${vs.name} can never match: ` +
        `http[${earlier}] takes all of its requests`,
      facts: [{
        weight: "proven",
        source: `VirtualService ${vs.namespace}/${vs.name} spec.http[${earlier}]`,
        detail: (vs.spec.http?.[earlier]?.match ?? []).length === 0
          ? "has no match and takes every request"
          : "matches everything that the later rule matches",
      }],
      remedy: {
        title: `Move http[${later}] before http[${earlier}]`,
        ...changing(vs, [{
          op: "move",
          from: `/spec/http/${later}`,
          path: `/spec/http/${earlier}`,
        }]),
      },
    };
  },
});
