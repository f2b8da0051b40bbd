/** Whether a value meets a pattern of a policy: exact, `prefix*`, `*suffix`, or `*` for anything but empty. */
export function matchesPattern(pattern: string, value: string): boolean {
  if (pattern === "*") return value !== "";
  if (pattern.startsWith("*")) return value.endsWith(pattern.slice(1));
  if (pattern.endsWith("*")) return value.startsWith(pattern.slice(0, -1));
  return value === pattern;
}

/** Whether a namespace meets a pattern, in which `*` may stand anywhere and several times. */
export function matchesNamespace(pattern: string, namespace: string): boolean {
  const parts = pattern.split("*").map((part) => RegExp.escape(part));
  return new RegExp(`^${parts.join(".*")}$`).test(namespace);
}

// Characters that Envoy's URI templates let `*` and `**` stand for; `*` itself is none of them.
const SEGMENT = "[a-zA-Z0-9\\-._~%!$&'()+,;:@=]";
const SEGMENTS = "[a-zA-Z0-9\\-._~%!$&'()+,;:@=/]";

/** Whether a path meets a pattern, which may hold `{*}` for one segment and `{**}` for any number. */
export function matchesPath(pattern: string, path: string): boolean {
  if (!/\{\*\*?\}/.test(pattern)) return matchesPattern(pattern, path);
  const template = pattern.replaceAll("{*}", "*").replaceAll("{**}", "**");
  const source = template.split(/(\*\*|\*)/).map((part) =>
    part === "**" ? `${SEGMENTS}*` : part === "*" ? `${SEGMENT}+` : RegExp.escape(part)
  );
  return new RegExp(`^${source.join("")}$`).test(path);
}

/**
 * Whether a request principal `ISSUER/SUBJECT` meets a pattern. The issuer and the subject are matched
 * apart, split at the pattern's last slash, as istiod generates it.
 */
export function matchesRequestPrincipal(pattern: string, issuer: string, subject: string): boolean {
  if (pattern === "*") return issuer !== "" && subject !== "";
  const slash = pattern.lastIndexOf("/");
  if (pattern.startsWith("*")) {
    return slash < 0
      ? issuer !== "" && subject.endsWith(pattern.slice(1))
      : matchesPattern(pattern.slice(0, slash), issuer) && subject === pattern.slice(slash + 1);
  }
  if (pattern.endsWith("*")) {
    return slash < 0
      ? issuer.startsWith(pattern.slice(0, -1)) && subject !== ""
      : issuer === pattern.slice(0, slash) && matchesPattern(pattern.slice(slash + 1), subject);
  }
  const [iss, sub] = slash < 0
    ? [pattern, ""]
    : [pattern.slice(0, slash), pattern.slice(slash + 1)];
  return issuer === iss && subject === sub;
}

/** How the mesh rewrites paths before policies see them; from `meshConfig.pathNormalization`. */
export type PathNormalization =
  | "DEFAULT"
  | "NONE"
  | "BASE"
  | "MERGE_SLASHES"
  | "DECODE_AND_MERGE_SLASHES";

/** The path that policies see: without query and fragment, rewritten as the mesh says. */
export function normalizePath(path: string, normalization: PathNormalization): string {
  const bare = path.split(/[?#]/, 1)[0]!;
  if (normalization === "NONE" || !bare.startsWith("/")) return bare;
  const decoded = normalization === "DECODE_AND_MERGE_SLASHES"
    ? bare.replaceAll(/%2f/gi, "/").replaceAll(/%5c/gi, "\\")
    : bare;
  // A leading double slash would be read as an authority, so the host is given.
  const base = new URL(`http://host${decoded}`).pathname;
  return normalization === "DEFAULT" || normalization === "BASE"
    ? base
    : base.replaceAll(/\/{2,}/g, "/");
}
