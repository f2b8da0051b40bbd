import { parseJwtDetails, parseRbacDetails } from "../auth/mod.ts";
import type { LogSign } from "../core/mod.ts";
import type { AccessLogEntry } from "../evidence/mod.ts";
import { grpcErrorName } from "./meanings/grpc_statuses.ts";
import type { Meaning } from "./meanings/meaning.ts";
import { jwtFailure, responseDetails } from "./meanings/response_details.ts";
import { responseFlag } from "./meanings/response_flags.ts";
import { transportFailure } from "./meanings/transport_failures.ts";

/** A sign with its remedy. */
export type RemediedSign = LogSign & Meaning;

/** The signs of a line, the most telling first: why a connection failed, details, then flags. */
export function signsOf(entry: AccessLogEntry): readonly RemediedSign[] {
  const { transportFailure: failure, details, termination, flags, grpcStatus } = entry;
  const grpc = grpcErrorName(grpcStatus);
  return [
    ...sign("transport failure", failure, transportFailure(failure)),
    ...sign("details", details, meaningOf(details)),
    ...sign("termination", termination, meaningOf(termination)),
    ...flags.flatMap((flag) => sign("flag", flag, responseFlag(flag))),
    ...sign("grpc status", grpcStatus, grpc === undefined ? undefined : grpcMeaning(grpc)),
  ];
}

function sign(
  field: LogSign["field"],
  value: string,
  meaning: Meaning | undefined,
): readonly RemediedSign[] {
  return value === "" || !meaning
    ? []
    : [{ field, value, cause: meaning.cause, remedy: meaning.remedy }];
}

function meaningOf(details: string): Meaning | undefined {
  // What a failed connection says of itself stands within the details in newer versions.
  const inner = /connection_failure|connection_timeout/.test(details)
    ? transportFailure(details)
    : undefined;
  return rbacMeaning(details) ?? tokenMeaning(details) ?? inner ?? responseDetails(details);
}

function rbacMeaning(details: string): Meaning | undefined {
  const denial = parseRbacDetails(details);
  if (denial === undefined) return undefined;
  if (denial.rule === undefined) {
    return {
      cause: "there are ALLOW AuthorizationPolicies for the server and none matches the request",
      remedy: "let an AuthorizationPolicy allow this source, method and path",
    };
  }
  const { namespace, name, ruleIndex } = denial.rule;
  return {
    cause: `rule ${ruleIndex} of AuthorizationPolicy ${namespace}/${name} denies the request`,
    remedy: denial.isBadCustomAction
      ? `define the extension provider that AuthorizationPolicy ${namespace}/${name} names`
      : `narrow that rule, if this request is wanted`,
  };
}

function tokenMeaning(details: string): Meaning | undefined {
  const reason = parseJwtDetails(details);
  return reason === undefined ? undefined : jwtFailure(reason);
}

function grpcMeaning(name: string): Meaning {
  return { cause: `the gRPC call ended with ${name}`, remedy: "look at the log of the service" };
}
