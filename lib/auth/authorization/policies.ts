import { type Labelled, type Mesh, type Resource, seenBy } from "../../mesh/mod.ts";
import { attachedPolicies, policyNamespaces, type WaypointService } from "../attachment.ts";
import type { PathNormalization } from "./pattern.ts";

/** What a policy does. */
export type AuthorizationAction = "CUSTOM" | "DENY" | "ALLOW" | "AUDIT";

/** The AuthorizationPolicies of one workload, and what decides their meaning. */
export interface AuthorizationPolicies {
  /** Policies that ask an external authorizer. */
  readonly custom: readonly Resource<"AuthorizationPolicy">[];
  /** Policies that deny. */
  readonly deny: readonly Resource<"AuthorizationPolicy">[];
  /** Policies that allow; where there is one, what none allows is denied. */
  readonly allow: readonly Resource<"AuthorizationPolicy">[];
  /** Policies that only log. */
  readonly audit: readonly Resource<"AuthorizationPolicy">[];
  /** Policies with the `istio.io/dry-run` annotation, of any action: evaluated, never enforced. */
  readonly dryRun: readonly Resource<"AuthorizationPolicy">[];
  /** Trust domain of the mesh, then its aliases. */
  readonly trustDomains: readonly string[];
  /** How paths are rewritten before policies see them. */
  readonly pathNormalization: PathNormalization;
  /** External authorizers by name, and whether each serves TCP too (gRPC ones do). */
  readonly authorizers: ReadonlyMap<string, { readonly servesTcp: boolean }>;
}

/** The action of a policy; ALLOW where it names none. */
export function actionOf({ spec }: Resource<"AuthorizationPolicy">): AuthorizationAction {
  return spec.action ?? "ALLOW";
}

/** Whether a policy is only tried: its `istio.io/dry-run` annotation is true, as Go's `ParseBool` reads it. */
export function isDryRun({ annotations }: Resource<"AuthorizationPolicy">): boolean {
  return ["1", "t", "T", "true", "TRUE", "True"].includes(annotations["istio.io/dry-run"] ?? "");
}

/**
 * The AuthorizationPolicies that the workload's istiod gives to it: those of the root namespace, of its
 * own namespace and, for a waypoint, of the namespaces of `services`, the services that it serves.
 */
export function policiesFor(
  whole: Mesh,
  workload: Labelled,
  services: readonly WaypointService[] = [],
): AuthorizationPolicies {
  const mesh = seenBy(whole, workload);
  const { trustDomain, trustDomainAliases = [], pathNormalization, extensionProviders = [] } =
    mesh.config;
  const selected = policyNamespaces(mesh, workload, services)
    .flatMap((namespace) =>
      attachedPolicies(mesh, "AuthorizationPolicy", namespace, workload, services)
    );
  const enforced = selected.filter((policy) => !isDryRun(policy));
  const of = (action: AuthorizationAction) =>
    enforced.filter((policy) => actionOf(policy) === action);
  return {
    custom: of("CUSTOM"),
    deny: of("DENY"),
    allow: of("ALLOW"),
    audit: of("AUDIT"),
    dryRun: selected.filter(isDryRun),
    trustDomains: [trustDomain, ...trustDomainAliases],
    pathNormalization: pathNormalization?.normalization ?? "DEFAULT",
    authorizers: new Map(
      extensionProviders.flatMap(({ name, envoyExtAuthzHttp, envoyExtAuthzGrpc }) =>
        name !== undefined && (envoyExtAuthzHttp || envoyExtAuthzGrpc)
          ? [[name, { servesTcp: envoyExtAuthzGrpc !== undefined }]]
          : []
      ),
    ),
  };
}
