import { isInRange } from "../core/mod.ts";
import {
  type CidrRange,
  headerOf,
  matchesHeader,
  matchesMetadata,
  matchesPathTemplate,
  matchesString,
  pathOf,
  type Permission,
  type Principal,
  type RbacCondition,
  type RbacPolicy,
  type RbacRules,
} from "../proxy/mod.ts";
import type { TracedRequest } from "./traced_request.ts";

/** `undefined` where it hangs on something that is not known. */
type Answer = boolean | undefined;

/** What an RBAC filter of Envoy does with a request. */
export interface RbacVerdict {
  /** Whether it passes; `undefined` where that hangs on something that is not known. */
  readonly isAllowed: boolean | undefined;
  /** The policy that matches, or may; `undefined` where none does. */
  readonly policy: string | undefined;
}

/** Decides as Envoy's RBAC filter does: policies are asked in the order of their names. */
export function evaluateRbac(rules: RbacRules, request: TracedRequest): RbacVerdict {
  const policies = [...rules.policies].sort(([a], [b]) => a < b ? -1 : a > b ? 1 : 0);
  let open: string | undefined;
  for (const [name, policy] of policies) {
    const answer = matchesPolicy(policy, request);
    if (answer) {
      return { isAllowed: open === undefined ? rules.action !== "DENY" : undefined, policy: name };
    }
    if (answer === undefined) open ??= name;
  }
  if (open !== undefined) return { isAllowed: undefined, policy: open };
  return { isAllowed: rules.action !== "ALLOW", policy: undefined };
}

function matchesPolicy({ permissions, principals }: RbacPolicy, request: TracedRequest): Answer {
  return every([
    some(permissions.map((each) => matchesPermission(each, request))),
    some(principals.map((each) => matchesPrincipal(each, request))),
  ]);
}

function matchesPermission(permission: Permission, request: TracedRequest): Answer {
  switch (permission.kind) {
    case "and":
      return every(permission.of.map((each) => matchesPermission(each, request)));
    case "or":
      return some(permission.of.map((each) => matchesPermission(each, request)));
    case "not":
      return not(matchesPermission(permission.of, request));
    case "destination_ip":
      return inRange(request.ip, permission.range);
    case "destination_port":
      return request.port >= permission.start && request.port < permission.end;
    case "requested_server_name":
      return matchesString(permission.name, request.tls?.serverName ?? "");
    case "uri_template":
      return matchesPathTemplate(permission.template, pathOf(request.http));
    default:
      return matchesCondition(permission, request);
  }
}

function matchesPrincipal(principal: Principal, request: TracedRequest): Answer {
  switch (principal.kind) {
    case "and":
      return every(principal.of.map((each) => matchesPrincipal(each, request)));
    case "or":
      return some(principal.of.map((each) => matchesPrincipal(each, request)));
    case "not":
      return not(matchesPrincipal(principal.of, request));
    case "authenticated": {
      const identity = request.tls?.identity ?? request.tunnelIdentity;
      if (identity === undefined) return false;
      return principal.principalName === undefined ||
        matchesString(principal.principalName, identity);
    }
    case "filter_state":
      return matchesString(
        principal.value,
        request.tls?.identity ?? request.tunnelIdentity ?? "",
      );
    case "source_ip":
    case "direct_remote_ip":
      return inRange(request.sourceIp, principal.range);
    case "remote_ip":
      return inRange(
        request.http.headers?.get("x-forwarded-for")?.split(",").at(-1)?.trim() ?? request.sourceIp,
        principal.range,
      );
    default:
      return matchesCondition(principal, request);
  }
}

function matchesCondition(condition: RbacCondition, { http, isHttp }: TracedRequest): Answer {
  switch (condition.kind) {
    case "any":
      return true;
    case "header":
      return isHttp && matchesHeader(condition.header, headerOf(http, condition.header.name));
    case "url_path":
      return isHttp && matchesString(condition.path, pathOf(http));
    case "metadata":
      return http.dynamicMetadata
        ? matchesMetadata(condition.metadata, http.dynamicMetadata)
        : undefined;
    case "unknown":
      return undefined;
  }
}

function inRange(ip: string | undefined, { addressPrefix, prefixLen }: CidrRange): Answer {
  return ip === undefined ? undefined : isInRange(ip, addressPrefix, prefixLen);
}

function every(answers: readonly Answer[]): Answer {
  if (answers.includes(false)) return false;
  return answers.includes(undefined) ? undefined : true;
}

function some(answers: readonly Answer[]): Answer {
  if (answers.includes(true)) return true;
  return answers.includes(undefined) ? undefined : false;
}

function not(answer: Answer): Answer {
  return answer === undefined ? undefined : !answer;
}
