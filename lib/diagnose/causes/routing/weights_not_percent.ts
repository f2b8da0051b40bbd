import { formatPath } from "../../../core/mod.ts";
import { destinationsOf, fqdn } from "../../../mesh/mod.ts";
import { edit, resourceOf } from "../../case/objects.ts";
import { routeSource, virtualServiceOf } from "../../case/routes.ts";
import { defineCause } from "../../cause.ts";

/** Sums that a slip makes of percentages; weights far from 100, such as 9 and 1, are meant as a proportion. */
const NEAR_WHOLE = [50, 150] as const;

/** The weights of the route on the way are written as percentages and do not sum to 100. */
export const weightsNotPercent = defineCause({
  id: "MM-R31",
  name: "weights-do-not-sum-to-100",
  title: "The weights of the route do not sum to 100",
  category: "configuration",
  severity: "medium",
  docs: {
    why:
      "Envoy takes weights as shares of their sum. Where percentages do not sum to 100, every destination " +
      "gets another part of the requests than was written, without any error.",
    symptom: "The shares of the Envoy clusters in the access log are not the weights.",
    remedy: "Write percentages that sum to 100.",
    verify: "The access log shows the shares that were meant.",
    links: [
      "https://istio.io/latest/docs/reference/config/networking/virtual-service/#HTTPRouteDestination",
    ],
  },

  *consider(of) {
    const vs = virtualServiceOf(of);
    const targets = of.walk.targets.flatMap(({ parsed, share }) =>
      parsed ? [{ parsed, share }] : []
    );
    if (!vs || targets.length < 2) return;
    const rules = Map.groupBy(
      destinationsOf(vs).filter(({ isMirror }) => !isMirror),
      ({ path }) => formatPath(path.slice(0, 3)),
    );
    for (const [path, destinations] of rules) {
      const leads = destinations.length === targets.length &&
        destinations.every(({ host, subset }) =>
          targets.some(({ parsed }) =>
            parsed.host === fqdn(host, vs.namespace) && parsed.subset === (subset ?? "")
          )
        );
      const weights = destinations.map(({ weight }) => weight);
      const sum = weights.reduce((total, weight) => total + weight, 0);
      // Equal weights say what they mean, whatever their sum.
      const isEven = new Set(weights).size === 1;
      if (!leads || isEven || sum === 100 || sum < NEAR_WHOLE[0] || sum > NEAR_WHOLE[1]) continue;
      const object = resourceOf(vs, `${path}.route`);
      const shares = targets.map(({ parsed, share }) =>
        `${Math.round(share * 100)} % to ${parsed.subset || parsed.host}`
      );
      yield {
        isSilent: true,
        objects: [object],
        title: `the weights of VirtualService ${vs.namespace}/${vs.name} ${path} sum to ${sum}: ` +
          shares.join(", "),
        facts: [
          {
            weight: "proven",
            source: `VirtualService ${vs.namespace}/${vs.name} ${object.path}`,
            detail: `weights ${weights.join(", ")}`,
          },
          { weight: "likely", source: routeSource(of), detail: `Envoy sends ${shares.join(", ")}` },
        ],
        remedy: { title: "Write weights that sum to 100", action: edit(object) },
      };
      return;
    }
  },
});
