import { type Fix, isRecord, type Path, valueAt } from "../../../core/mod.ts";
import { type Mesh, oldestFirst } from "../../../mesh/mod.ts";
import { removal } from "../../analysis/fix.ts";
import { defineRule } from "../../analysis/rule.ts";
import { formatName } from "../_names.ts";
import { hostnamesOf, type Route, routesOf } from "./_attachment.ts";

const KINDS = ["HTTPRoute", "GRPCRoute"] as const;

/** One rule says where requests of a kind go. */
export const routeRepeated = defineRule({
  code: "MM0313",
  name: "route-match-repeated",
  title: "Match of a route repeats one that comes before",
  severity: "warning",
  since: "0.1.0",
  inputs: [],
  reads: ["HTTPRoute", "GRPCRoute", "TLSRoute", "TCPRoute"],
  mode: "default",
  docs: {
    why:
      "Where several routes of one listener match the same requests equally well, the oldest route " +
      "wins, and within a route the first rule. The others get nothing.",
    remedy: "Send to both destinations from one rule, by weight, or make the matches differ.",
    links: ["https://gateway-api.sigs.k8s.io/reference/spec/#httprouterule"],
  },

  *check({ mesh }) {
    const first = new Map<string, Matched>();
    for (const matched of mesh.once(matches)) {
      const earlier = first.get(matched.key);
      if (!earlier) {
        first.set(matched.key, matched);
        continue;
      }
      const { on, at } = matched;
      const where = earlier.on === on
        ? `Rule ${earlier.rule}`
        : `${on.kind} ${formatName(earlier.on)}`;
      yield {
        on,
        at,
        message: `${where} takes the same requests before: this match gets none`,
        fix: takingOut(matched),
      };
    }
  },
});

interface Matched {
  readonly on: Route;
  readonly at: Path;
  readonly rule: number;
  /** The listener, the host names and the match, as text. */
  readonly key: string;
}

/** Takes the match out, or its rule where it is the only one; the last rule of a route stays. */
function takingOut({ on, at, rule }: Matched): Fix | undefined {
  const matches = valueAt(on.object, at.slice(0, -1));
  if (at.at(-2) === "matches" && Array.isArray(matches) && matches.length > 1) {
    return removal(at, "Remove the match");
  }
  const rules = on.spec.rules ?? [];
  return rules.length > 1 ? removal(["spec", "rules", rule], "Remove the rule") : undefined;
}

/** Every match of every route, in the order in which they are tried. */
function matches(mesh: Mesh): readonly Matched[] {
  const routes = mesh.once(routesOf).filter(({ kind }) =>
    (KINDS as readonly string[]).includes(kind)
  )
    .toSorted(oldestFirst);
  return routes.flatMap((on) => {
    const parents = (on.spec.parentRefs ?? []).map(({ namespace = on.namespace, ...ref }) =>
      text({ namespace, ...ref })
    );
    const hostnames = hostnamesOf(on).toSorted();
    return (on.spec.rules ?? []).flatMap((rule, i) => {
      const written = valueAt(rule, ["matches"]);
      const list = Array.isArray(written) && written.length > 0 ? written : [undefined];
      return list.flatMap((match, j) =>
        parents.map((parent) => ({
          on,
          at: ["spec", "rules", i, ...(match === undefined ? [] : ["matches", j])],
          rule: i,
          key: text([on.cluster, on.kind, parent, hostnames, normalized(match, on.kind)]),
        }))
      );
    });
  });
}

/** A match with what the API fills in. */
function normalized(match: unknown, kind: string): unknown {
  if (kind !== "HTTPRoute") return match ?? {};
  const { path, ...rest } = isRecord(match) ? match : {};
  return { ...rest, path: { type: "PathPrefix", value: "/", ...(isRecord(path) ? path : {}) } };
}

/** JSON with the keys of maps in order. */
function text(value: unknown): string {
  return JSON.stringify(
    value,
    (_, member) =>
      isRecord(member) && !Array.isArray(member)
        ? Object.fromEntries(Object.keys(member).sort().map((key) => [key, member[key]]))
        : member,
  );
}
