import type { Path } from "../../../core/mod.ts";
import type { Resource } from "../../../mesh/mod.ts";
import { defineRule } from "../../analysis/rule.ts";

const GATEWAY_API = ["Accepted", "Programmed", "ResolvedRefs"];

/** Conditions that are bad when they are `False`, by kind. */
const WANTED = {
  Service: ["istio.io/WaypointBound"],
  ServiceEntry: ["istio.io/WaypointBound"],
  WorkloadEntry: ["istio.io/WaypointBound"],
  AuthorizationPolicy: ["ZtunnelAccepted", "WaypointAccepted"],
  KubernetesGateway: GATEWAY_API,
  HTTPRoute: GATEWAY_API,
  GRPCRoute: GATEWAY_API,
} as const;

const KINDS = [
  "Service",
  "ServiceEntry",
  "WorkloadEntry",
  "AuthorizationPolicy",
  "KubernetesGateway",
  "HTTPRoute",
  "GRPCRoute",
] as const;

/** The controllers say of no object that they cannot do what it asks for. */
export const negativeCondition = defineRule({
  code: "IST0171",
  name: "negative-condition",
  title: "A controller says that it cannot do what the object asks for",
  severity: "warning",
  since: "0.1.0",
  inputs: KINDS,
  peer: "conditions.ConditionAnalyzer",
  docs: {
    why:
      "The controller in charge has looked at the object and refused it, in whole or in part. The " +
      "reason and the message of the condition say why.",
    remedy: "Do what the message of the condition says, and wait for the condition to become true.",
  },

  *check({ mesh, compat }) {
    for (const kind of KINDS) {
      for (const on of mesh.list(kind)) {
        for (const { at, condition } of conditionsOf(on)) {
          if (!isBad(kind, condition)) continue;
          const { type = "", reason = "", message = "" } = condition;
          yield {
            on,
            at: compat ? [] : at,
            message: `A condition with a negative status is present: type=${type}, ` +
              `reason=${reason}, message=${message}.`,
          };
        }
      }
    }
  },
});

interface Condition {
  readonly type?: string;
  readonly status?: string;
  readonly reason?: string;
  readonly message?: string;
}

interface Conditions {
  readonly conditions?: readonly Condition[];
}

function* conditionsOf(
  { status }: Resource<(typeof KINDS)[number]>,
): Iterable<{ at: Path; condition: Condition }> {
  const { conditions = [], parents = [] } = status as
    & Conditions
    & { readonly parents?: readonly Conditions[] };
  for (const [i, condition] of conditions.entries()) {
    yield { at: ["status", "conditions", i], condition };
  }
  for (const [i, { conditions = [] }] of parents.entries()) {
    for (const [j, condition] of conditions.entries()) {
      yield { at: ["status", "parents", i, "conditions", j], condition };
    }
  }
}

function isBad(kind: keyof typeof WANTED, { type = "", status, reason }: Condition): boolean {
  if (kind === "AuthorizationPolicy" && type === "WaypointAccepted") {
    return status === "False" || reason === "PartiallyInvalid";
  }
  return status === "False" && (WANTED[kind] as readonly string[]).includes(type);
}
