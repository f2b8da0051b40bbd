import type { Path } from "../../../core/mod.ts";
import type {
  VirtualServiceHttpMatch,
  VirtualServiceHttpMatchUri as StringMatch,
} from "../../../mesh/mod.ts";
import { matchedHeaderProblem } from "../values/http_headers.ts";
import { checkGatewayNames } from "./gateway_names.ts";
import { isDnsLabel, portProblem, sayIf } from "../values/names.ts";
import type { Say } from "../say.ts";
import { checkLabels, expressionProblem } from "../values/values.ts";

/** Checks what a rule for HTTP matches. */
export function checkHttpMatch(match: VirtualServiceHttpMatch, at: Path, say: Say): void {
  checkStrings(match, at, say);
  if (match.port) sayIf(say, [...at, "port"], portProblem(match.port));
  checkLabels(match.sourceLabels, [...at, "sourceLabels"], say);
  checkGatewayNames(match.gateways ?? [], [...at, "gateways"], say);
  const { sourceNamespace } = match;
  if (sourceNamespace && !isDnsLabel(sourceNamespace)) {
    say([...at, "sourceNamespace"], `sourceNamespace match ${sourceNamespace} is invalid`);
  }
}

function checkStrings(match: VirtualServiceHttpMatch, at: Path, say: Say): void {
  for (const [name, header] of Object.entries(match.headers ?? {})) {
    const place = [...at, "headers", name];
    sayIf(say, place, matchedHeaderProblem(name));
    checkString(header, "headers", place, say);
  }
  for (const [name, header] of Object.entries(match.withoutHeaders ?? {})) {
    const place = [...at, "withoutHeaders", name];
    sayIf(say, place, matchedHeaderProblem(name));
    // A single asterisk is no expression here: it means that the header is there.
    if (header.regex !== "*") checkString(header, "withoutHeaders", place, say);
  }
  checkExpression(match.uri, "uri", [...at, "uri"], say);
  for (const field of ["scheme", "method", "authority"] as const) {
    checkString(match[field], field, [...at, field], say);
  }
  for (const [name, parameter] of Object.entries(match.queryParams ?? {})) {
    checkString(parameter, "queryParams", [...at, "queryParams", name], say);
  }
}

function checkString(match: StringMatch | undefined, where: string, at: Path, say: Say): void {
  if (match?.prefix === "") say(at, `"${where}": prefix string match should not be empty`);
  checkExpression(match, where, at, say);
}

/** Checks the expression of a match, where it has one. */
export function checkExpression(
  match: StringMatch | undefined,
  where: string,
  at: Path,
  say: Say,
): void {
  if (match?.regex === undefined) return;
  if (match.regex === "") {
    say([...at, "regex"], `"${where}": regex string match should not be empty`);
  } else sayIf(say, [...at, "regex"], expressionProblem(match.regex, where));
}
