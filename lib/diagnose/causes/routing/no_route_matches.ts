import { matchRoute, originOf } from "../../../proxy/mod.ts";
import type { Case } from "../../../connectivity/mod.ts";
import { defineCause, type Hypothesis } from "../../cause.ts";
import { edit, label, resourceOf } from "../../case/objects.ts";
import { routeField, virtualServiceOf } from "../../case/routes.ts";
import { linesWith, logged } from "../../case/signs.ts";

/** The host is known and none of its routes matches the request. */
export const noRouteMatches = defineCause({
  id: "MM-R13",
  name: "no-route-matches",
  title: "No route of the host matches the request",
  category: "configuration",
  severity: "high",
  explains: ["MM-C46"],
  docs: {
    why:
      "A VirtualService or HTTPRoute whose rules all have conditions leaves requests that meet none of " +
      "them without a route; the proxy answers 404. Exact paths, trailing slashes, letter case, methods " +
      "and headers are the usual reasons. A rewrite to a path that the application does not have gives 404 " +
      "too, from the application.",
    symptom: "404 with flag NR and details route_not_found although the host has a virtual host.",
    remedy: "Correct the match, or add a rule without conditions at the end.",
    verify: "The access log names the route.",
  },

  *consider(of) {
    yield* missedByRewrite(of);
    yield* missedByObjects(of);
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

/** The proxy's configuration was not read, and the VirtualService alone says that no rule matches. */
function* missedByObjects(of: Case): Iterable<Hypothesis> {
  const vs = virtualServiceOf(of);
  const rules = vs?.spec.http ?? [];
  if (!vs || !of.walk.isExpected || of.walk.verdict !== "no_route" || rules.length === 0) return;
  const facts = logged(of, { side: "client", flags: ["NR"], codes: [404] });
  if (of.exchanges.length > 0 && facts.length === 0) return;
  const object = resourceOf(vs, "spec.http");
  const { method = "GET", path = "/" } = of.question.request;
  yield {
    objects: [object],
    title: `no rule of ${label(object)} matches ${method} ${path}`,
    facts: [
      {
        weight: "proven",
        source: `${label(object)} spec.http`,
        detail: `none of its ${rules.length} rules matches ${method} ${path}`,
      },
      ...facts,
    ],
    remedy: { title: "Correct the match, or add a rule for this request", action: edit(object) },
  };
}

/** The route rewrites the path, and the application does not know the new one. */
function* missedByRewrite(of: Case): Iterable<Hypothesis> {
  const sign = { side: "server", codes: [404], details: /^via_upstream$/ } as const;
  const lines = linesWith(of, sign);
  const [route] = routeField(of, "rewrite");
  if (lines.length === 0 || !route?.path?.endsWith("rewrite")) return;
  const paths = [...new Set(lines.map(({ line }) => line.entry.path))].slice(0, 3);
  yield {
    objects: [route],
    title: `${label(route)} rewrites the path, and the application answers 404 to ${
      paths.join(", ")
    }`,
    facts: [
      ...logged(of, sign),
      {
        weight: "proven",
        source: `${label(route)} ${route.path}`,
        detail: "the rule rewrites the path",
      },
    ],
    remedy: { title: "Correct rewrite.uri", action: edit(route) },
  };
}
