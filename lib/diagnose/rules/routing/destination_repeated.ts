import { type Fix, type Path, toPointer } from "../../../core/mod.ts";
import { fqdn, type VirtualServiceHttpRoute } from "../../../mesh/mod.ts";
import { defineRule } from "../../analysis/rule.ts";

/** Each destination of a route stands in it once. */
export const destinationRepeated = defineRule({
  code: "MM0102",
  name: "destination-repeated",
  title: "Route names a destination twice",
  severity: "warning",
  since: "0.1.0",
  inputs: ["VirtualService"],
  equivalents: ["KIA1105"],
  mode: "default",
  docs: {
    why: "The destination gets the sum of both weights. Most often one of them was to be another " +
      "subset, which now gets nothing.",
    remedy: "Correct the subset of one of them, or merge them.",
  },

  *check({ mesh }) {
    for (const on of mesh.list("VirtualService")) {
      for (const [i, { route = [] }] of (on.spec.http ?? []).entries()) {
        if (route.length < 2) continue;
        const seen = new Map<string, number>();
        for (const [j, { destination, headers }] of route.entries()) {
          // The same destination with other headers is another variant.
          if (!destination?.host || headers) continue;
          const { host, subset = "", port } = destination;
          const key = JSON.stringify([fqdn(host, on.namespace), subset, port?.number]);
          const first = seen.get(key);
          if (first === undefined) {
            seen.set(key, j);
            continue;
          }
          const at = ["spec", "http", i, "route"];
          yield {
            on,
            at: [...at, j, "destination"],
            message: `The route already sends to ${host}${subset && ` subset ${subset}`}`,
            fix: seen.size === 1 && route.length === 2 ? undefined : merged(at, route, first, j),
          };
        }
      }
    }
  },
});

function merged(
  at: Path,
  route: readonly VirtualServiceHttpRoute[],
  first: number,
  second: number,
): Fix | undefined {
  const weights = [route[first]?.weight, route[second]?.weight];
  const [a, b] = weights;
  if (a === undefined || b === undefined) return undefined;
  return {
    applicability: "unsafe",
    title: "Merge the two",
    patch: [
      { op: "replace", path: toPointer([...at, first, "weight"]), value: a + b },
      { op: "remove", path: toPointer([...at, second]) },
    ],
  };
}
