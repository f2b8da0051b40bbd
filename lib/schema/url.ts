/** A URL as far as rules ask about it. */
export class RequestUrl {
  constructor(
    /** Scheme in lower case; empty for an absolute path. */
    readonly scheme: string,
    /** User, host and port; empty where there is none. */
    readonly authority: string,
  ) {}
}

const ESCAPES = /^(?:[^%]|%[0-9A-Fa-f]{2})*$/;
const USER = /^[A-Za-z0-9\-._:~!$&'()*+,;=%@]*$/;
const HOST = /^(?:\[[0-9A-Fa-f:.]+(?:%25[^\]]+)?\]|[^\s<>"\\^`{|}[\]:/]*)(?::\d*)?$/;

/**
 * Reads an absolute URL or path as Go's `url.ParseRequestURI` does, which is what `isURL` and `url` of
 * Kubernetes' CEL use: no fragments, so `#` is part of the text. `undefined` for what it rejects.
 */
export function parseRequestUrl(text: string): RequestUrl | undefined {
  // deno-lint-ignore no-control-regex
  if (text === "" || /[\x00-\x1f\x7f]/.test(text)) return undefined;
  if (text === "*") return new RequestUrl("", "");
  const [, scheme = ""] = /^([A-Za-z][A-Za-z0-9+\-.]*):/.exec(text) ?? [];
  if (scheme === "" && text.startsWith(":")) return undefined;
  const rest = (scheme === "" ? text : text.slice(scheme.length + 1)).replace(/\?.*$/s, "");
  if (!rest.startsWith("/")) {
    return scheme === "" ? undefined : new RequestUrl(scheme.toLowerCase(), "");
  }
  const hasAuthority = scheme !== "" && rest.startsWith("//");
  const slash = hasAuthority ? rest.indexOf("/", 2) : 0;
  const authority = hasAuthority ? rest.slice(2, slash < 0 ? undefined : slash) : "";
  const path = slash < 0 ? "" : rest.slice(slash);
  if (!ESCAPES.test(path) || !isAuthority(authority)) return undefined;
  return new RequestUrl(scheme.toLowerCase(), authority);
}

function isAuthority(authority: string): boolean {
  const at = authority.lastIndexOf("@");
  const user = authority.slice(0, Math.max(at, 0));
  const host = authority.slice(at + 1);
  return USER.test(user) && ESCAPES.test(user) && HOST.test(host);
}
