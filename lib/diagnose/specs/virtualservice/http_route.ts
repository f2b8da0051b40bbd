import type { Path } from "../../../core/mod.ts";
import type { VirtualServiceHttp } from "../../../mesh/mod.ts";
import { checkDestination, checkDestinations } from "./destination.ts";
import { checkCors, checkDirectResponse, checkFault, checkRetries } from "./http_actions.ts";
import { checkHeaders, isAuthorityHeader } from "../values/http_headers.ts";
import { checkHttpMatch } from "./http_match.ts";
import { checkRedirect, checkRewrite } from "./http_rewrite.ts";
import type { Say } from "../say.ts";
import { checkDuration } from "../values/values.ts";

/** Checks a rule for HTTP. */
export function checkHttpRoute(
  route: VirtualServiceHttp,
  isDelegate: boolean,
  at: Path,
  say: Say,
): void {
  checkActions(route, isDelegate, at, say);
  for (const [i, match] of (route.match ?? []).entries()) {
    checkHttpMatch(match, [...at, "match", i], say);
  }
  checkHeaders(route.headers, [...at, "headers"], say);
  checkCors(route.corsPolicy, [...at, "corsPolicy"], say);
  checkFault(route.fault, [...at, "fault"], say);
  checkMirrors(route, at, say);
  checkRedirect(route.redirect, [...at, "redirect"], say);
  checkDirectResponse(route.directResponse, [...at, "directResponse"], say);
  checkRetries(route.retries, [...at, "retries"], say);
  checkRewrite(route.rewrite, [...at, "rewrite"], say);
  checkAuthority(route, at, say);
  for (const [i, { headers }] of (route.route ?? []).entries()) {
    checkHeaders(headers, [...at, "route", i, "headers"], say);
  }
  checkDestinations(route.route ?? [], [...at, "route"], say);
  checkDuration(route.timeout, [...at, "timeout"], say);
}

/** One thing is done with a request: it is routed, redirected, answered or handed to a delegate. */
function checkActions(route: VirtualServiceHttp, isDelegate: boolean, at: Path, say: Say): void {
  const { name = "", redirect, directResponse, fault, rewrite, delegate } = route;
  const hasRoute = (route.route ?? []).length > 0;
  if (delegate && !isDelegate) {
    if (redirect) say(at, `root HTTP route ${name} must not specify redirect`);
    if (route.route) say(at, `root HTTP route ${name} must not specify route`);
    return;
  }
  if (delegate) say(at, "delegate HTTP route cannot contain delegate");
  if (redirect) {
    if (hasRoute) say(at, "HTTP route cannot contain both route and redirect");
    if (fault) say(at, "HTTP route cannot contain both fault and redirect");
    if (rewrite) say(at, "HTTP route rule cannot contain both rewrite and redirect");
    if (directResponse) {
      say(at, "HTTP route rule cannot contain both direct_response and redirect");
    }
  } else if (directResponse) {
    if (hasRoute) say(at, "HTTP route cannot contain both route and direct_response");
    if (fault) say(at, "HTTP route cannot contain both fault and direct_response");
    if (rewrite) say(at, "HTTP route rule cannot contain both rewrite and direct_response");
  } else if (!hasRoute) say(at, "HTTP route, redirect or direct_response is required");
  if (route.mirror && (route.mirrors ?? []).length > 0) {
    say(at, "HTTP route cannot contain both mirror and mirrors");
  }
}

function checkMirrors(route: VirtualServiceHttp, at: Path, say: Say): void {
  const percent = route.mirrorPercent ?? route.mirror_percent;
  if (percent !== undefined) {
    if (percent > 100) {
      say(
        [...at, "mirrorPercent"],
        `mirror_percent must have a max value of 100 (it has ${percent})`,
      );
    }
    say(
      [...at, "mirrorPercent"],
      'using deprecated setting "mirrorPercent", use "mirrorPercentage" instead',
      "warning",
    );
  }
  checkMirrorShare(route.mirrorPercentage?.value, "mirror_percentage", [
    ...at,
    "mirrorPercentage",
  ], say);
  checkDestination(route.mirror, [...at, "mirror"], say);
  for (const [i, { destination, percentage }] of (route.mirrors ?? []).entries()) {
    const place = [...at, "mirrors", i];
    if (!destination) {
      say(place, "destination is required for mirrors");
      continue;
    }
    checkDestination(destination, [...place, "destination"], say);
    checkMirrorShare(percentage?.value, "mirror percentage", [...place, "percentage"], say);
  }
}

function checkMirrorShare(value: number | undefined, noun: string, at: Path, say: Say): void {
  if (value === undefined) return;
  if (value > 100) say(at, `${noun} must have a max value of 100 (it has ${value})`);
  if (value < 0) say(at, `${noun} must have a min value of 0 (it has ${value})`);
}

/** The authority is written in one place. */
function checkAuthority({ rewrite, headers }: VirtualServiceHttp, at: Path, say: Say): void {
  let current = rewrite?.authority ?? "";
  for (const operation of ["set", "add"] as const) {
    for (const [name, value] of Object.entries(headers?.request?.[operation] ?? {})) {
      if (!isAuthorityHeader(name)) continue;
      if (current !== "") {
        const values = `have "${current}", attempting to set "${value}"`;
        return say(
          [...at, "headers", "request", operation, name],
          `authority header cannot be set multiple times: ${values}`,
        );
      }
      current = value;
    }
  }
}
