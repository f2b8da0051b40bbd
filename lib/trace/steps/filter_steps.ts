import { formatJwtDetails, type JwtEvaluation } from "../../auth/mod.ts";
import { type AccessObject, formatPath } from "../../core/mod.ts";
import {
  faultFor,
  headerOf,
  type HttpFault,
  type HttpFilter,
  localRateLimitFor,
  matchesHeader,
  type RequestPlace,
} from "../../proxy/mod.ts";
import { isOver, type Part, step, stop } from "../stop.ts";
import { tokenMetadata } from "../token_metadata.ts";
import type { Resource } from "../../mesh/mod.ts";
import type { LoggedRefusal } from "../token.ts";
import type { TracedRequest } from "../traced_request.ts";
import { extensionObjects } from "./extension_objects.ts";
import { objectsOf } from "./listener_steps.ts";
import { authorizerPart, rbacPart } from "./rbac_steps.ts";

/** What the filters work with beside the request. */
export interface FilterContext {
  /** The request. */
  readonly request: TracedRequest;
  /** The pod of the proxy; `undefined` where it is not known. */
  readonly pod: Resource<"Pod"> | undefined;
  /** What the JWT filter makes of the token; `undefined` where none is there. */
  readonly token: JwtEvaluation | undefined;
  /** A token that this proxy refused in the requests that were logged. */
  readonly refusal: LoggedRefusal | undefined;
  /** Virtual host and route, where the request has any. */
  readonly place: RequestPlace | undefined;
  /** The Envoy cluster that the route sends it to. */
  readonly envoyCluster: string;
}

/** What the HTTP filters do with a request, in their order, up to the one that ends it. */
export function filtersPart(filters: readonly HttpFilter[], context: FilterContext): Part {
  const { request, token } = context;
  const metadata = token ? tokenMetadata(token) : new Map<string, unknown>();
  const http = { ...request.http, ...(metadata ? { dynamicMetadata: metadata } : {}) };
  const seen = { ...context, request: { ...request, http } };
  const parts: Part[] = [];
  for (const filter of filters) {
    if (filter.isDisabled) continue;
    const part = filterPart(filter, filters, seen);
    parts.push(part);
    if (isOver(part)) break;
  }
  return {
    steps: parts.flatMap(({ steps }) => steps),
    stops: parts.flatMap(({ stops }) => stops),
  };
}

const NOTHING: Part = { steps: [], stops: [] };

function filterPart(
  filter: HttpFilter,
  all: readonly HttpFilter[],
  context: FilterContext,
): Part {
  const { request, token, place } = context;
  switch (filter.kind) {
    case "jwt_authn":
      return context.refusal
        ? refusalPart(context.refusal, token)
        : token
        ? tokenPart(token)
        : NOTHING;
    case "rbac":
      return rbacPart(filter.config, request);
    case "ext_authz":
      return authorizerPart(filter.config, all, request);
    case "fault":
      return faultPart(place ? faultFor(filter, place) : filter.config, context);
    case "local_ratelimit":
      return rateLimitPart(filter, context);
    case "ratelimit":
      return open("rate limit", "the rate limit service is asked", filter, context);
    case "lua":
    case "wasm":
      return open("extension", `extension ${filter.name} may change or refuse it`, filter, context);
    default:
      return NOTHING;
  }
}

const UNKNOWN = { outcome: "unknown" } as const;

function open(
  at: "rate limit" | "extension",
  decision: string,
  filter: HttpFilter,
  { request: { mesh }, pod }: FilterContext,
): Part {
  const objects = extensionObjects(mesh, pod, filter);
  return { steps: [step(at, decision, { ...UNKNOWN, objects })], stops: [] };
}

function refusalPart(
  { code, details, reason, share }: LoggedRefusal,
  token: JwtEvaluation | undefined,
): Part {
  const objects = (token?.rules ?? []).map(({ policy, path }): AccessObject => ({
    resource: policy.ref,
    path: formatPath(path),
  }));
  const decision = `the token of the logged requests is refused: ${reason}`;
  const outcome = share >= 1 ? "fail" : "unknown";
  return {
    steps: [step("token", decision, { outcome, objects })],
    stops: [{ ...stop(code, [], details, decision), share }],
  };
}

function tokenPart({ outcome, status, code = 401, rules, by }: JwtEvaluation): Part {
  const telling = by ? [by] : rules.filter((rule) => rule.status === status);
  const objects = telling.map(({ policy, path }): AccessObject => ({
    resource: policy.ref,
    path: formatPath(path),
  }));
  const details = rules.map(({ policy, path, reason }) =>
    `${policy.name} ${formatPath(path)}: ${reason}`
  );
  if (outcome === "rejected" && status !== "unknown" && status !== "OK") {
    const reason = `the token is refused: ${status}`;
    return {
      steps: [step("token", reason, { outcome: "fail", objects, details })],
      stops: [stop(code, [], formatJwtDetails(status), reason)],
    };
  }
  const decisions = {
    "accepted": "the token is accepted",
    "no token": "there is no token, which passes",
    "unknown": "the signature of the token cannot be verified here",
    "rejected": "the token is refused",
  };
  const isOpen = outcome === "unknown";
  const said = step("token", decisions[outcome], { ...(isOpen ? UNKNOWN : {}), objects, details });
  return { steps: [said], stops: [] };
}

function faultPart(fault: HttpFault, { request, place, envoyCluster }: FilterContext): Part {
  const { abort, delay, upstreamCluster, headers } = fault;
  const isMeant = (upstreamCluster === "" || upstreamCluster === envoyCluster) &&
    headers.every((each) => matchesHeader(each, headerOf(request.http, each.name)));
  if (!isMeant || (!abort?.percentage && !delay?.percentage)) return NOTHING;
  const objects = place ? objectsOf(place.route.metadata, place.route.name) : [];
  const steps = delay?.percentage
    ? [
      step("fault", `${delay.percentage} % are delayed by ${delay.fixedDelayMs ?? 0} ms`, {
        objects,
      }),
    ]
    : [];
  if (!abort?.percentage) return { steps, stops: [] };
  const status = abort.httpStatus ?? 200;
  const reason = `a fault is injected: ${abort.percentage} % are answered with ${
    abort.httpStatus === undefined ? `gRPC status ${abort.grpcStatus}` : status
  }`;
  const end = {
    ...stop(status, ["FI"], "fault_filter_abort", reason),
    share: abort.percentage / 100,
  };
  const outcome = abort.percentage >= 100 ? "fail" : "unknown";
  return { steps: [...steps, step("fault", reason, { outcome, objects })], stops: [end] };
}

function rateLimitPart(
  filter: Extract<HttpFilter, { kind: "local_ratelimit" }>,
  { place, request: { mesh }, pod }: FilterContext,
): Part {
  const limit = place ? localRateLimitFor(filter, place) : filter.config;
  const { tokenBucket, filterEnabled, filterEnforced, status } = limit;
  if (!tokenBucket || !filterEnabled?.percent || !filterEnforced?.percent) return NOTHING;
  const { maxTokens, tokensPerFill, fillIntervalMs = 0 } = tokenBucket;
  const reason =
    `up to ${maxTokens} requests at once and ${tokensPerFill} per ${fillIntervalMs} ms ` +
    `pass each proxy, more get ${status}`;
  const end = { ...stop(status, ["RL"], "local_rate_limited", reason), share: 0, isCertain: false };
  const objects = extensionObjects(mesh, pod, filter);
  return { steps: [step("rate limit", reason, { ...UNKNOWN, objects })], stops: [end] };
}
