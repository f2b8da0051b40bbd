import type {
  VirtualServiceHttpMatch,
  VirtualServiceHttpMatchUri as StringMatch,
} from "./gen/istio.ts";
import { includesLabels } from "./selector.ts";

type Strings = Readonly<Record<string, StringMatch>>;

/**
 * Whether every request that `narrow` matches is matched by `wide`. Where that cannot be told, as with
 * regular expressions that differ, the answer is no.
 */
export function coversHttpMatch(
  wide: VirtualServiceHttpMatch,
  narrow: VirtualServiceHttpMatch,
): boolean {
  return coversUri(wide, narrow) &&
    coversString(wide.scheme, narrow.scheme) &&
    coversString(wide.method, narrow.method) &&
    coversString(wide.authority, narrow.authority) &&
    coversStrings(wide.headers, narrow.headers) &&
    coversStrings(wide.queryParams, narrow.queryParams) &&
    coversAbsence(wide.withoutHeaders, narrow.withoutHeaders) &&
    coversClient(wide, narrow);
}

function coversUri(wide: VirtualServiceHttpMatch, narrow: VirtualServiceHttpMatch): boolean {
  if (!wide.uri || isEverything(wide.uri)) return true;
  if (!wide.ignoreUriCase) return !narrow.ignoreUriCase && coversString(wide.uri, narrow.uri);
  return coversString(lowerCase(wide.uri), narrow.uri && lowerCase(narrow.uri));
}

function lowerCase({ exact, prefix, regex }: StringMatch): StringMatch {
  if (exact !== undefined) return { exact: exact.toLowerCase() };
  return prefix !== undefined ? { prefix: prefix.toLowerCase() } : { ...(regex ? { regex } : {}) };
}

/** Paths begin with a slash, so the prefix `/` is as good as none. */
function isEverything({ prefix, regex }: StringMatch): boolean {
  return prefix === "/" || prefix === "" || regex === ".*" || regex === "/.*";
}

function coversString(wide: StringMatch | undefined, narrow: StringMatch | undefined): boolean {
  if (!wide) return true;
  if (!narrow) return false;
  if (wide.exact !== undefined) return wide.exact === narrow.exact;
  if (wide.regex !== undefined) return wide.regex === narrow.regex || wide.regex === ".*";
  const { prefix } = wide;
  if (prefix === undefined) return true; // Presence alone.
  return (narrow.exact ?? narrow.prefix)?.startsWith(prefix) ?? false;
}

function coversStrings(wide: Strings = {}, narrow: Strings = {}): boolean {
  const byName = lowerCaseNames(narrow);
  return Object.entries(wide).every(([name, match]) =>
    byName.has(name.toLowerCase()) && coversString(match, byName.get(name.toLowerCase()))
  );
}

/** What must be absent for `wide` must be absent for `narrow` too. */
function coversAbsence(wide: Strings = {}, narrow: Strings = {}): boolean {
  const byName = lowerCaseNames(narrow);
  return Object.entries(wide).every(([name, match]) => {
    const other = byName.get(name.toLowerCase());
    return other !== undefined && coversString(other, match);
  });
}

function lowerCaseNames(strings: Strings): Map<string, StringMatch> {
  return new Map(Object.entries(strings).map(([name, match]) => [name.toLowerCase(), match]));
}

/** What decides about the client and the listener: port, gateways, labels and namespace of the source. */
function coversClient(wide: VirtualServiceHttpMatch, narrow: VirtualServiceHttpMatch): boolean {
  const gateways = wide.gateways ?? [];
  return (!wide.port || wide.port === narrow.port) &&
    (gateways.length === 0 ||
      (narrow.gateways ?? []).length > 0 &&
        narrow.gateways!.every((gateway) => gateways.includes(gateway))) &&
    includesLabels(narrow.sourceLabels ?? {}, wide.sourceLabels) &&
    (!wide.sourceNamespace || wide.sourceNamespace === narrow.sourceNamespace);
}
