import { strictEqual } from "node:assert/strict";
import fc from "fast-check";
import { virtualHost } from "../envoy/route/route_config.ts";
import { matchRoute } from "./match_route.ts";

/** What the generated routes ask; the oracle below reads this form, not Envoy's. */
interface Asked {
  readonly path: readonly ["path" | "prefix" | "separated" | "regex", string, boolean];
  readonly headers: readonly (readonly [name: string, value: string, inverted: boolean])[];
  readonly query: readonly (readonly [name: string, value: string])[];
  readonly percent: number;
}

const word = fc.constantFrom("", "a", "b", "A", "ab");
const path = fc.array(word, { maxLength: 3 }).map((words) => "/" + words.join("/"));
const pair = fc.tuple(fc.constantFrom("x", "y"), word);

const asked: fc.Arbitrary<Asked> = fc.record({
  path: fc.tuple(
    fc.constantFrom("path" as const, "prefix" as const, "separated" as const, "regex" as const),
    path,
    fc.boolean(),
  ),
  headers: fc.array(fc.tuple(fc.constantFrom("x", "y"), word, fc.boolean()), { maxLength: 2 }),
  query: fc.array(pair, { maxLength: 1 }),
  percent: fc.constantFrom(0, 50, 100),
}, { noNullPrototype: true });

const asking = fc.record({
  path,
  headers: fc.array(pair, { maxLength: 2 }).map((pairs) => new Map(pairs)),
  query: fc.array(pair, { maxLength: 2 }),
  percentile: fc.integer({ min: 0, max: 99 }),
});

Deno.test("matchRoute() takes the route that a straightforward reading takes", () => {
  fc.assert(
    fc.property(fc.array(asked, { maxLength: 6 }), asking, (routes, request) => {
      const { query, ...rest } = request;
      const text = query.map(([name, value]) => `${name}=${value}`).join("&");
      const host = virtualHost({
        routes: routes.map((each, i) => ({ name: String(i), match: toEnvoy(each) })),
      });
      const taken = host && matchRoute(host, {
        ...rest,
        method: "GET",
        authority: "a",
        path: text === "" ? request.path : `${request.path}?${text}`,
      }).route?.name;
      const expected = routes.findIndex((each) => holds(each, request));
      strictEqual(taken, expected < 0 ? undefined : String(expected));
    }),
    { numRuns: 2_000 },
  );
});

function toEnvoy({ path: [kind, value, isCaseSensitive], headers, query, percent }: Asked): object {
  const paths = {
    path: { path: value },
    prefix: { prefix: value },
    separated: { path_separated_prefix: value },
    regex: { safe_regex: { regex: `${value}(/[ab]*)?` } },
  };
  return {
    ...paths[kind],
    case_sensitive: isCaseSensitive,
    headers: headers.map(([name, exact, invert_match]) => ({
      name,
      string_match: { exact },
      invert_match,
    })),
    query_parameters: query.map(([name, exact]) => ({ name, string_match: { exact } })),
    runtime_fraction: { default_value: { numerator: percent } },
  };
}

function holds(
  { path: [kind, value, isCaseSensitive], headers, query, percent }: Asked,
  request: {
    readonly path: string;
    readonly headers: ReadonlyMap<string, string>;
    readonly query: readonly (readonly [string, string])[];
    readonly percentile: number;
  },
): boolean {
  const equal = (a: string, b: string) =>
    isCaseSensitive ? a === b : a.toUpperCase() === b.toUpperCase();
  const start = request.path.slice(0, value.length);
  const rest = request.path.slice(value.length);
  const isPath = {
    path: equal(request.path, value),
    prefix: equal(start, value),
    separated: equal(start, value) && (rest === "" || rest[0] === "/"),
    regex: request.path.slice(0, value.length) === value &&
      (rest === "" || rest[0] === "/" && [...rest.slice(1)].every((c) => c === "a" || c === "b")),
  }[kind];
  return isPath && request.percentile < percent &&
    headers.every(([name, exact, inverted]) =>
      request.headers.has(name) && (request.headers.get(name) === exact) !== inverted
    ) &&
    query.every(([name, exact]) => request.query.find(([given]) => given === name)?.[1] === exact);
}
