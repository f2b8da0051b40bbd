import { matchesPolicyPath } from "../../../auth/mod.ts";
import { formatPath } from "../../../core/mod.ts";
import { unallowed } from "../../case/denials.ts";
import { correct, type Correction, correctionFact, obstacles } from "../../case/near_rules.ts";
import { resourceOf } from "../../case/objects.ts";
import { defineCause } from "../../cause.ts";

/** A policy names the path or host of the request in a form that does not match. */
export const patternMissesForm = defineCause({
  id: "MM-A10",
  name: "pattern-misses-form",
  title: "A policy names the path or host in a form that does not match",
  category: "security",
  severity: "high",
  explains: ["MM-A02", "MM-C46"],
  docs: {
    why:
      "Paths are compared as a whole, with upper and lower case, without query: /cart does not match /cart/ " +
      "or /cart/items. * stands for anything only at the start or the end of a pattern. Hosts are compared " +
      "with the Host header, with its port where the client sends one.",
    symptom:
      "403 with rbac_access_denied_matched_policy[none], although the policy seems to name the path.",
    remedy: 'List both forms: paths ["/x", "/x/*"], hosts ["a.com", "a.com:*"].',
    verify: "The server's proxy logs via_upstream for the request.",
    links: [
      "https://istio.io/latest/docs/reference/config/security/authorization-policy/#Operation",
      "https://istio.io/latest/docs/reference/config/security/normalization/",
    ],
  },

  *consider(of) {
    const found = unallowed(of);
    if (!found) return;
    for (const obstacle of obstacles(found, ["request.path", "request.host"])) {
      const { condition: { attribute, expected, actual: [actual], path } } = obstacle;
      if (actual === undefined || String(path.at(-1)).startsWith("not")) continue;
      const correction = expected.flatMap((value, index): Correction[] => {
        const mistake = attribute === "request.path"
          ? mistakeInPath(value, actual)
          : mistakeInHost(value, actual);
        if (!mistake) return [];
        const [why, meant] = mistake;
        // The other form stays: requests of both forms are meant.
        const isBeside = meant.startsWith(value) || value.startsWith(meant) && !value.includes("?");
        return [{ ...obstacle, index, value, why, meant, isBeside }];
      })[0];
      if (!correction) continue;
      const { policy, value, index, why } = correction;
      yield {
        objects: [resourceOf(policy, formatPath([...path, index]))],
        title: `"${value}" of AuthorizationPolicy ${policy.namespace}/${policy.name} does not ` +
          `match ${actual}: ${why}`,
        facts: [...found.facts, correctionFact(correction)],
        remedy: correct(correction),
      };
      return;
    }
  },
});

/** Why a pattern is not met, and the pattern that is; `undefined` where it is for something else. */
type Mistake = readonly [why: string, meant: string] | undefined;

function mistakeInPath(pattern: string, path: string): Mistake {
  const bare = pattern.split("?", 1)[0]!;
  if (bare !== pattern && matchesPolicyPath(bare, path)) {
    return ["paths are compared without query", bare];
  }
  if (!/^[/*]/.test(pattern) && matchesPolicyPath(`/${pattern}`, path)) {
    return ["paths start with a slash", `/${pattern}`];
  }
  const stem = pattern.replace(/\/?\*?$/, "");
  if (path === stem || path === `${stem}/`) {
    return pattern.endsWith("*")
      ? [`the path without anything behind ${stem} is not meant`, path]
      : ["one of them ends in a slash", path];
  }
  if (stem !== "" && !pattern.endsWith("*") && path.startsWith(`${stem}/`)) {
    return ["it is compared with the whole path", `${stem}/*`];
  }
  if (matchesPolicyPath(pattern.toLowerCase(), path.toLowerCase())) {
    return ["upper and lower case differ", path];
  }
  if (matchesPolicyPath(pattern, decoded(path))) {
    return ["the path is compared as it is encoded", path];
  }
  if (pattern.includes("{")) return undefined;
  const glob = pattern.replace(/^\^|\$$/g, "").replaceAll(".*", "*");
  const fromRegex = glob === pattern ? undefined : fitting(glob, path);
  if (fromRegex) return ["it is no regular expression", fromRegex];
  const template = fitting(pattern, path);
  if (template) return ["* stands for anything only at the start or the end", template];
  return undefined;
}

function mistakeInHost(pattern: string, host: string): Mistake {
  const [name, port] = splitPort(host), [wanted, wantedPort] = splitPort(pattern);
  if (wanted === name && port !== undefined && wantedPort === undefined) {
    return ["the client sends the port too", `${pattern}:*`];
  }
  if (wanted === name) return ["the client sends another port, or none", name];
  // `web`, `web.shop`, `web.shop.svc.cluster.local`: one Service under names of several lengths.
  return `${wanted}.`.startsWith(`${name}.`) || `${name}.`.startsWith(`${wanted}.`)
    ? ["the client uses another form of the name", host]
    : undefined;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** Stars that a pattern may have: each more makes the comparison with a long path slower by its length. */
const MAX_STARS = 3;

/** The pattern, or it with the templates that Istio knows since 1.22, whichever matches a path first. */
function fitting(pattern: string, path: string): string | undefined {
  if ((pattern.match(/\*+/g) ?? []).length > MAX_STARS) return undefined;
  const templates = ["{*}", "{**}"].map((any) => pattern.replaceAll(/\*+/g, any));
  return [pattern, ...templates].find((each) => matchesPolicyPath(each, path));
}

function splitPort(host: string): readonly [name: string, port: string | undefined] {
  const [, name = host, port] = /^(.*?)(?::(\d+|\*))?$/.exec(host.toLowerCase()) ?? [];
  return [name, port];
}
