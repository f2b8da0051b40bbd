import type { RequestAuthenticationJwtRule } from "../../mesh/mod.ts";

/** The parts of a request in which tokens travel. */
export interface TokenCarrier {
  /** Headers by name, in any case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Path with query. */
  readonly path?: string;
}

/** A place where a rule looks for tokens. */
export type TokenLocation =
  | { readonly in: "header"; readonly name: string; readonly prefix: string }
  | { readonly in: "query" | "cookie"; readonly name: string };

const DEFAULTS: readonly TokenLocation[] = [
  { in: "header", name: "Authorization", prefix: "Bearer " },
  { in: "query", name: "access_token" },
];

/** Where a rule looks for tokens; the defaults count only where the rule names no place. */
export function locationsOf(rule: RequestAuthenticationJwtRule): readonly TokenLocation[] {
  const { fromHeaders = [], fromParams = [], fromCookies = [] } = rule;
  const own: TokenLocation[] = [
    ...fromHeaders.map(({ name = "", prefix = "" }) => ({ in: "header" as const, name, prefix })),
    ...fromParams.map((name) => ({ in: "query" as const, name })),
    ...fromCookies.map((name) => ({ in: "cookie" as const, name })),
  ];
  return own.length > 0 ? own : DEFAULTS;
}

/** A place as people name it: `header X-Jwt`, `query parameter token`. */
export function formatLocation(location: TokenLocation): string {
  if (location.in !== "header") {
    return location.in === "query" ? `query parameter ${location.name}` : `cookie ${location.name}`;
  }
  return location.prefix === ""
    ? `header ${location.name}`
    : `header ${location.name} after "${location.prefix}"`;
}

/** The token at a place, cut out as Envoy does; `undefined` where there is none. */
export function tokenAt(
  location: TokenLocation,
  { headers, path = "" }: TokenCarrier,
): string | undefined {
  if (location.in === "header") {
    const value = headerOf(headers, location.name);
    const start = value?.indexOf(location.prefix) ?? -1;
    return start < 0 ? undefined : cut(value!.slice(start + location.prefix.length));
  }
  if (location.in === "query") {
    const query = path.includes("?") ? path.slice(path.indexOf("?") + 1).split("#", 1)[0] : "";
    return new URLSearchParams(query).get(location.name) || undefined;
  }
  const pairs = (headerOf(headers, "cookie") ?? "").split(";").map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`${location.name}=`))
    ?.slice(location.name.length + 1) || undefined;
}

function headerOf(headers: TokenCarrier["headers"], name: string): string | undefined {
  const wanted = name.toLowerCase();
  return Object.entries(headers).find(([key]) => key.toLowerCase() === wanted)?.[1];
}

/** The first run of characters that a token can consist of. */
function cut(value: string): string | undefined {
  return /[\w.=-]+/.exec(value)?.[0];
}
