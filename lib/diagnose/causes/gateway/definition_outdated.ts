import { BUNDLE_VERSION, outdatedDefinition, overlaps } from "../../../mesh/mod.ts";
import { isUnserved } from "../../case/gateway_bindings.ts";
import { label, resourceOf } from "../../case/objects.ts";
import { logged } from "../../case/signs.ts";
import { defineCause } from "../../cause.ts";

const GROUP = "gateway.networking.k8s.io";

/** Kinds of routes with the names of their definitions. */
const KINDS = [
  ["HTTPRoute", "httproutes"],
  ["GRPCRoute", "grpcroutes"],
  ["TLSRoute", "tlsroutes"],
] as const;

/** istiod passes over a route of the Gateway API, because the kind's definition is too old. */
export const definitionOutdated = defineCause({
  id: "MM-G15",
  name: "gateway-api-outdated",
  title: "istiod ignores a route, because its definition is too old",
  category: "configuration",
  severity: "high",
  explains: ["MM-G01", "MM-R18"],
  docs: {
    why:
      "istiod reads a kind of the Gateway API only from the release on in which it is as istiod knows it. Objects " +
      "of an older definition are accepted by the API server and do nothing.",
    symptom: "404 NR at the gateway; the route has no status.",
    remedy: "Install a newer release of the Gateway API definitions.",
    verify: "The route's status says Accepted.",
    links: ["https://gateway-api.sigs.k8s.io/guides/#installing-gateway-api"],
  },

  *consider(of) {
    if (!isUnserved(of) && !(of.caller.isExternal && of.walk.isExpected)) return;
    for (const [kind, plural] of KINDS) {
      const crd = of.mesh.get("CustomResourceDefinition", "", `${plural}.${GROUP}`);
      const outdated = crd && outdatedDefinition(crd);
      const route = outdated &&
        of.mesh.list(kind).find(({ spec, status }) =>
          (status.parents ?? []).length === 0 &&
          (spec.hostnames ?? []).some((host) => overlaps(host, of.question.target.host))
        );
      if (!route) continue;
      const object = resourceOf(route);
      yield {
        objects: [object, resourceOf(crd, `metadata.annotations["${BUNDLE_VERSION}"]`)],
        title: `istiod ignores ${label(object)}: ${kind} is defined by release ` +
          `${outdated.version} of the Gateway API, and istiod needs ${outdated.minimum}`,
        facts: [
          {
            weight: "proven",
            source: `CustomResourceDefinition ${crd.name}`,
            detail: `release ${outdated.version}; the route has no status`,
          },
          ...logged(of, { side: "client", flags: ["NR"] }),
        ],
        remedy: { title: `Install release ${outdated.minimum} or newer of the Gateway API` },
      };
      return;
    }
  },
});
