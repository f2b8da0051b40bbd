import type { Path } from "../../../core/mod.ts";
import type { RequestAuthenticationJwtRule, Resource } from "../../../mesh/mod.ts";
import type { Say } from "../say.ts";
import { strictHeaderNameProblem } from "../values/http_headers.ts";
import { sayIf } from "../values/names.ts";
import { checkAttachment } from "../values/selector.ts";
import { checkDuration } from "../values/values.ts";
import { checkJwks } from "./jwks.ts";

/** Checks a RequestAuthentication. */
export function checkRequestAuthentication(
  { spec }: Resource<"RequestAuthentication">,
  say: Say,
): void {
  checkAttachment(spec, say);
  for (const [i, rule] of (spec.jwtRules ?? []).entries()) {
    checkJwtRule(rule, ["spec", "jwtRules", i], say);
  }
}

function checkJwtRule(rule: RequestAuthenticationJwtRule, at: Path, say: Say): void {
  const { issuer, jwks } = rule;
  const jwksUri = rule.jwksUri ?? rule.jwks_uri;
  sayEmpty(rule.audiences ?? [], "audience must be non-empty string", [...at, "audiences"], say);
  if (!issuer && !jwksUri) say(at, "issuer or jwksUri must be non-empty string");
  if (jwksUri) sayIf(say, [...at, "jwksUri"], uriProblem(jwksUri));
  if (jwks) checkJwks(jwks, [...at, "jwks"], say);
  sayEmpty(
    (rule.fromHeaders ?? []).map(({ name = "" }) => name),
    "location header name must be non-empty string",
    [...at, "fromHeaders"],
    say,
  );
  sayEmpty(
    rule.fromParams ?? [],
    "location query must be non-empty string",
    [...at, "fromParams"],
    say,
  );
  sayEmpty(
    rule.fromCookies ?? [],
    "cookie name must be non-empty string",
    [...at, "fromCookies"],
    say,
  );
  for (const [i, { claim, header }] of (rule.outputClaimToHeaders ?? []).entries()) {
    const place = [...at, "outputClaimToHeaders", i];
    if (claim && header) sayIf(say, [...place, "header"], strictHeaderNameProblem(header));
    else say(place, "outputClaimToHeaders header and claim value must be non-empty string");
  }
  checkDuration(rule.timeout, [...at, "timeout"], say);
}

function sayEmpty(values: readonly string[], message: string, at: Path, say: Say): void {
  for (const [i, value] of values.entries()) if (value === "") say([...at, i], message);
}

/** What is wrong with where keys are fetched from. */
function uriProblem(uri: string): string | undefined {
  const scheme = /^([a-zA-Z][-+.a-zA-Z0-9]*):/.exec(uri)?.[1]?.toLowerCase() ?? "";
  return scheme === "http" || scheme === "https"
    ? undefined
    : `URI scheme "${scheme}" is not supported`;
}
