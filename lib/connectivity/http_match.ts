import { matchesRe2 } from "../core/mod.ts";
import type { VirtualServiceHttpMatch, VirtualServiceHttpMatchUri } from "../mesh/mod.ts";
import type { WalkRequest } from "./walk.ts";

/** Who sends a request, as far as matches of a VirtualService ask. */
export interface MatchedCaller {
  /** Its namespace. */
  readonly namespace: string;
  /** Labels of its pod. */
  readonly labels: Readonly<Record<string, string>>;
}

/** Whether a request meets one match of a VirtualService's HTTP rule. */
export function meetsHttpMatch(
  match: VirtualServiceHttpMatch,
  request: WalkRequest,
  caller: MatchedCaller,
): boolean {
  const [path = "", query = ""] = request.path.split("?", 2);
  const parameters = new URLSearchParams(query);
  return meets(match.uri, path, match.ignoreUriCase) &&
    meets(match.method, request.method) &&
    meets(match.authority, request.authority) &&
    meets(match.scheme, request.serverName === undefined ? "http" : "https") &&
    everyMeets(match.headers, (name) => request.headers.get(name)) &&
    everyMeets(match.queryParams, (name) => parameters.get(name) ?? undefined) &&
    noneMeets(match.withoutHeaders, (name) => request.headers.get(name)) &&
    (!match.port || match.port === request.port) &&
    (!match.sourceNamespace || match.sourceNamespace === caller.namespace) &&
    Object.entries(match.sourceLabels ?? {}).every(([key, value]) => caller.labels[key] === value);
}

type Strings = Readonly<Record<string, VirtualServiceHttpMatchUri>> | undefined;

function everyMeets(wanted: Strings, has: (name: string) => string | undefined): boolean {
  return Object.entries(wanted ?? {}).every(([name, match]) => {
    const value = has(name.toLowerCase()) ?? has(name);
    return value !== undefined && meets(match, value);
  });
}

function noneMeets(unwanted: Strings, has: (name: string) => string | undefined): boolean {
  return Object.entries(unwanted ?? {}).every(([name, match]) => {
    const value = has(name.toLowerCase());
    return value === undefined || !meets(match, value);
  });
}

function meets(
  match: VirtualServiceHttpMatchUri | undefined,
  value: string,
  ignoreCase = false,
): boolean {
  if (!match) return true;
  const fold = (text: string) => ignoreCase ? text.toLowerCase() : text;
  if (match.exact !== undefined) return fold(value) === fold(match.exact);
  if (match.prefix !== undefined) return fold(value).startsWith(fold(match.prefix));
  return match.regex === undefined || matchesRe2(match.regex, value);
}
