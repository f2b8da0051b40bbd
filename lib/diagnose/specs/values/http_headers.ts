import type { Path } from "../../../core/mod.ts";
import type { VirtualServiceHttp } from "../../../mesh/mod.ts";
import type { Say } from "../say.ts";

const NAME = /^[-!#$%&'*+.^_`|~A-Za-z0-9]+$/;
const STRICT_NAME = /^[-A-Za-z0-9]+$/;
const PSEUDO = new Set([":method", ":scheme", ":authority", ":path", ":status"]);
const CLAIM = /^@request\.auth\.claims(?:\.|\[)/i;
// deno-lint-ignore no-control-regex
const VALUE = /^[^\x00-\x08\x0A-\x1F\x7F]*$/;

type Headers = NonNullable<VirtualServiceHttp["headers"]>;

/** Whether a header stands for a claim of a token. */
export function isClaimHeader(name: string): boolean {
  return CLAIM.test(name);
}

/** Whether a header is what requests say they are for. */
export function isAuthorityHeader(name: string): boolean {
  const lower = name.toLowerCase();
  return lower === ":authority" || lower === "host";
}

/** What is wrong with the name of a header to match. */
export function matchedHeaderProblem(name: string): string | undefined {
  return isClaimHeader(name) || PSEUDO.has(name) ? undefined : headerNameProblem(name);
}

/** What is wrong with the name of a header. */
export function headerNameProblem(name: string): string | undefined {
  return nameProblem(name, NAME);
}

/** What is wrong with a name of letters, digits and dashes for a header. */
export function strictHeaderNameProblem(name: string): string | undefined {
  return nameProblem(name, STRICT_NAME);
}

function nameProblem(name: string, form: RegExp): string | undefined {
  if (name === "") return "header name cannot be empty";
  return form.test(name) ? undefined : `header name ${name} is not a valid header name`;
}

/** Checks the changes to headers of a route. */
export function checkHeaders(headers: Headers | undefined, at: Path, say: Say): void {
  if (!headers) return;
  const { request = {}, response = {} } = headers;
  for (const operation of ["add", "set"] as const) {
    for (const [name, value] of Object.entries(request[operation] ?? {})) {
      const place = [...at, "request", operation, name];
      sayProblem(requestNameProblem(name), place, say);
      sayProblem(valueProblem(value), place, say);
    }
    for (const [name, value] of Object.entries(response[operation] ?? {})) {
      const place = [...at, "response", operation, name];
      sayProblem(changedNameProblem(name), place, say);
      sayProblem(valueProblem(value), place, say);
    }
  }
  for (const [side, { remove = [] }] of Object.entries({ request, response })) {
    for (const [i, name] of remove.entries()) {
      sayProblem(changedNameProblem(name), [...at, side, "remove", i], say);
    }
  }
}

function sayProblem(problem: string | undefined, at: Path, say: Say): void {
  if (problem !== undefined) say(at, problem);
}

function requestNameProblem(name: string): string | undefined {
  if (name === "") return "header name cannot be empty";
  return name.startsWith(":") && !isAuthorityHeader(name)
    ? `invalid header "${name}": header cannot have ":" prefix`
    : undefined;
}

function changedNameProblem(name: string): string | undefined {
  if (name === "") return "header name cannot be empty";
  if (name.toLowerCase() === "host") return `invalid header "${name}": cannot set Host header`;
  return name.startsWith(":")
    ? `invalid header "${name}": header cannot have ":" prefix`
    : undefined;
}

/** Envoy replaces what stands between two percent signs; `%%` stands for one. */
function valueProblem(value: string): string | undefined {
  if (!VALUE.test(value)) return `header value configuration ${value} is invalid`;
  const isBalanced = /^(?:[^%]|%%|%[A-Z_0-9]+(?:\((?:[^()]|\([^()]*\))*\))?(?::\d+)?%)*$/.test(
    value,
  );
  return isBalanced
    ? undefined
    : `header value configuration: ${value} has a percent sign that opens no command`;
}
