import { matchRoute, originOf } from "../../../proxy/mod.ts";
import { defineCause } from "../../cause.ts";
import { edit } from "../../objects.ts";
import { linesWith, logged } from "../../signs.ts";

/** The host is known and none of its routes matches the request. */
export const noRouteMatches = defineCause({
  id: "MM-R13",
  name: "no-route-matches",
  title: "No route of the host matches the request",
  category: "configuration",
  severity: "high",
  docs: {
    why:
      "A VirtualService or HTTPRoute whose rules all have conditions leaves requests that meet none of " +
      "them without a route; the proxy answers 404. Exact paths, trailing slashes, letter case, methods " +
      "and headers are the usual reasons.",
    symptom: "404 with flag NR and details route_not_found although the host has a virtual host.",
    remedy: "Correct the match, or add a rule without conditions at the end.",
    verify: "The access log names the route.",
  },

  *consider(of) {
    const { walk } = of;
    const host = walk.virtualHost;
    const lines = linesWith(of, { side: "client", flags: ["NR"], codes: [404] });
    if (walk.verdict !== "no_route" || !host || host.routes.length === 0) return;
    if (of.exchanges.length > 0 && lines.length === 0) return;
    const entry = lines[0]?.line.entry;
    const request = {
      method: of.question.request.method ?? entry?.method ?? "GET",
      path: of.question.request.path ?? entry?.path ?? "/",
      authority: entry?.authority ?? of.question.target.host,
      headers: of.question.request.headers,
    };
    const { passedOver } = matchRoute(host, request);
    const origins = new Map(
      host.routes.flatMap((route) => {
        const origin = originOf(route.metadata, route.name);
        return origin
          ? [[`${origin.kind}/${origin.namespace}/${origin.name}`, origin] as const]
          : [];
      }),
    );
    const objects = [...origins.values()].map(({ kind, namespace, name }) => ({
      kind,
      namespace,
      name,
      path: kind === "VirtualService" ? "spec.http" : "spec.rules",
    }));
    if (objects.length === 0) return;
    const names = objects.map(({ kind, namespace, name }) => `${kind} ${namespace}/${name}`).join(
      ", ",
    );
    yield {
      objects,
      title: `no rule of ${names} matches ${request.method} ${request.path}`,
      facts: [
        ...passedOver.slice(0, 4).map(({ route, condition }) => ({
          weight: "proven" as const,
          source: `${of.client?.folder}/config_dump.json`,
          detail:
            `route ${
              route.name || JSON.stringify(route.match.prefix ?? route.match.path ?? "")
            }: ` +
            `${condition} does not match`,
        })),
        ...logged(of, { side: "client", flags: ["NR"] }),
      ],
      remedy: {
        title: "Correct the match, or add a rule for this request",
        action: edit(objects[0]!),
      },
    };
  },
});
