import { type Fix, type Path, toPointer } from "../../../core/mod.ts";
import { defineRule } from "../../analysis/rule.ts";
import { inPercent, type Weighted } from "./_weights.ts";

/** The weights of a route with several destinations are percentages. */
export const weightsNotPercent = defineRule({
  code: "MM0101",
  name: "weights-not-percent",
  title: "Weights of a route do not sum to 100",
  severity: "info",
  since: "0.1.0",
  inputs: ["VirtualService"],
  docs: {
    why:
      "Weights are shares of their sum. Where that is not 100, a destination gets another part of " +
      "the requests than the number says: of 50 and 100, the first gets a third.",
    remedy: "Write percentages that sum to 100.",
    links: [
      "https://istio.io/latest/docs/reference/config/networking/virtual-service/#HTTPRouteDestination",
    ],
  },

  *check({ mesh }) {
    for (const vs of mesh.list("VirtualService")) {
      for (const protocol of ["http", "tcp", "tls"] as const) {
        for (const [i, { route = [] }] of (vs.spec[protocol] ?? []).entries()) {
          const weights = (route as readonly Weighted[]).map(({ weight = 0 }) => weight);
          const sum = weights.reduce((total, weight) => total + weight, 0);
          const shares = inPercent(weights);
          if (route.length < 2 || sum === 100 || !shares) continue;
          const at = ["spec", protocol, i, "route"];
          yield {
            on: vs,
            at,
            message: `The weights sum to ${sum}: they mean ${
              shares.map((share) => `${share} %`).join(", ")
            }`,
            fix: rewritten(at, weights, shares),
          };
        }
      }
    }
  },
});

function rewritten(at: Path, weights: readonly number[], shares: readonly number[]): Fix {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const isExact = weights.every((weight, i) => weight * 100 === shares[i]! * sum);
  return {
    applicability: isExact ? "safe" : "unsafe",
    title: `Write the weights as ${shares.join(", ")}`,
    patch: shares.flatMap((value, i) =>
      value === weights[i]
        ? []
        : [{ op: "add" as const, path: toPointer([...at, i, "weight"]), value }]
    ),
  };
}
