import { isCidr, parseIp, type Path } from "../../../core/mod.ts";
import type { Say } from "../say.ts";

const ANY_CASE_LABEL = /^[a-zA-Z0-9](?:[-a-zA-Z0-9]*[a-zA-Z0-9])?$/;
const WILDCARD_LABEL = /^(?:\*|(?:\*|\*-)?[a-zA-Z0-9](?:[-a-zA-Z0-9]*[a-zA-Z0-9])?)$/;
const MAX_LABEL = 63;
const MAX_DOMAIN = 255;
/** How istiod names a service towards other networks. */
const OUTBOUND_PREFIX = "outbound_";

/** Whether a text is a DNS label, in upper or lower case, as istiod takes names of ports and subsets. */
export function isDnsLabel(text: string): boolean {
  return text.length <= MAX_LABEL && ANY_CASE_LABEL.test(text);
}

/** What is wrong with a domain name without wildcards. */
export function domainProblem(domain: string): string | undefined {
  return lengthProblem(domain) ?? labelsProblem(domain, domain);
}

/** What is wrong with a domain name whose first label may have a wildcard. */
export function wildcardDomainProblem(domain: string): string | undefined {
  const problem = lengthProblem(domain);
  if (problem) return problem;
  const dot = domain.indexOf(".");
  const first = dot < 0 ? domain : domain.slice(0, dot);
  if (first.length > MAX_LABEL || !WILDCARD_LABEL.test(first)) return invalidLabel(domain, first);
  return dot < 0 ? undefined : labelsProblem(domain.slice(dot + 1), domain);
}

/** As {@linkcode wildcardDomainProblem}, but lets pass how istiod names a service towards other networks. */
export function sniDomainProblem(domain: string): string | undefined {
  if (!domain.startsWith(OUTBOUND_PREFIX)) return wildcardDomainProblem(domain);
  const [, port = "", , host = ""] = domain.split("_");
  return /\d/.test(port) && /[a-zA-Z]/.test(host)
    ? undefined
    : `domain name "${domain}" invalid. should follow outbound_.<PORT>_._.<HOSTNAME> format`;
}

function lengthProblem(domain: string): string | undefined {
  if (domain.length > MAX_DOMAIN) return `domain name "${domain}" too long (max ${MAX_DOMAIN})`;
  return domain === "" ? "empty domain name not allowed" : undefined;
}

function labelsProblem(rest: string, domain: string): string | undefined {
  const labels = rest.split(".");
  const last = labels.at(-1)!;
  if (/^[+-]?\d+$/.test(last)) {
    return `domain name "${domain}" invalid (top level domain "${last}" cannot be all-numeric)`;
  }
  const wrong = labels.find((label, i) =>
    !(label === "" && i === labels.length - 1) && !isDnsLabel(label)
  );
  return wrong === undefined ? undefined : invalidLabel(domain, wrong);
}

function invalidLabel(domain: string, label: string): string {
  return `domain name "${domain}" invalid (label "${label}" invalid)`;
}

/** What is wrong with a wildcard that cuts through a label. */
export function partialWildcardProblem(host: string): string | undefined {
  return host.includes("*") && host !== "*" && !host.startsWith("*.")
    ? `partial wildcard "${host}" not allowed`
    : undefined;
}

/** Whether a text is an IP address. */
export function isAddress(text: string): boolean {
  return !text.startsWith("[") && parseIp(text) !== undefined;
}

/** What is wrong with an IP address or range. */
export function subnetProblem(subnet: string): string | undefined {
  if (isCidr(subnet)) return undefined;
  return subnet.split("/").length === 2
    ? `${subnet} is not a valid CIDR block`
    : `${subnet} is not a valid IP`;
}

/** What is wrong with the way to a socket of Unix, without its scheme. */
export function unixPathProblem(path: string): string | undefined {
  if (path === "") return "unix address must not be empty";
  if (path.startsWith("@")) return undefined;
  return !path.startsWith("/") || path.endsWith("/")
    ? `${path} is not an absolute path to a file`
    : undefined;
}

/** What is wrong with a number of a port. */
export function portProblem(port: number): string | undefined {
  return port >= 1 && port <= 65535
    ? undefined
    : `port number ${port} must be in the range 1..65535`;
}

/** What is wrong with the name of a port. */
export function portNameProblem(name: string): string | undefined {
  return isDnsLabel(name) ? undefined : `invalid port name: ${name}`;
}

/** Says a problem, where there is one. */
export function sayIf(say: Say, at: Path, problem: string | undefined, level?: "warning"): void {
  if (problem !== undefined) say(at, problem, level);
}

/** Checks the namespaces that an object is exported to. */
export function checkExportTo(
  exportTo: readonly string[],
  namespace: string,
  say: Say,
  { allowsNobody = false, isSelective = false } = {},
): void {
  const at = ["spec", "exportTo"];
  const seen = new Set<string>();
  for (const [i, entry] of exportTo.entries()) {
    const key = entry === "." ? namespace : entry;
    if (seen.has(key)) {
      say(
        [...at, i],
        key === entry
          ? `duplicate entries in exportTo for entry ${entry}`
          : `duplicate entries in exportTo: . and current namespace ${namespace}`,
      );
    } else if (
      key === "*" || allowsNobody && entry === "~" || isDnsLabel(key) || key === namespace
    ) {
      seen.add(key);
    } else say([...at, i], `namespace (${entry}) in exportTo is invalid`);
  }
  if (isSelective && seen.size > 0) checkSelectiveExport(seen, namespace, say);
  if (seen.has("*") && exportTo.length > 1) {
    say(at, "cannot have both public (*) and non-public exportTo values for a resource");
  }
  if (seen.has("~") && exportTo.length > 1) {
    say(at, "cannot export service entry to no one (~) and someone");
  }
}

function checkSelectiveExport(seen: ReadonlySet<string>, namespace: string, say: Say): void {
  const at = ["spec", "exportTo"];
  if (!seen.has(namespace)) {
    say(
      at,
      "destination rule with workload selector cannot have exportTo beyond current namespace",
    );
  } else if (seen.size > 1) {
    say(at, "destination rule with workload selector cannot have multiple entries in exportTo");
  }
}
