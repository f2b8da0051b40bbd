import { policiesFor } from "../../../auth/mod.ts";
import type { Case } from "../../../connectivity/mod.ts";
import type { CauseResource } from "../../../core/mod.ts";
import { podsSelected } from "../../../mesh/mod.ts";
import { type Cause, defineCause } from "../../cause.ts";
import { resourceOf, workloadsOf } from "../../case/objects.ts";
import { linesWith, logged, type Sign } from "../../case/signs.ts";

/** What distinguishes the ways in which an external authorizer refuses requests. */
interface Refusal {
  readonly id: `MM-A${number}`;
  readonly name: string;
  readonly title: string;
  readonly severity: "critical" | "info";
  readonly sign: Sign;
  readonly symptom: string;
  readonly why: string;
  readonly remedy: string;
}

const REFUSALS: readonly Refusal[] = [
  {
    id: "MM-A12",
    name: "custom-provider-undefined",
    title: "A CUSTOM policy names a provider that does not exist",
    severity: "critical",
    sign: { details: /bad-CUSTOM-action/i },
    symptom: "403 with a policy name that ends in -deny-due-to-bad-CUSTOM-action.",
    why:
      "istiod cannot translate a CUSTOM policy whose provider is not among extensionProviders, and " +
      "denies everything that the policy selects.",
    remedy:
      "Define the provider in meshConfig.extensionProviders, or correct its name in the policy.",
  },
  {
    id: "MM-A13",
    name: "external-authorizer-unreachable",
    title: "The external authorizer cannot be asked",
    severity: "critical",
    sign: { details: /ext_authz_error/ },
    symptom: "403 with flag UAEX and details ext_authz_error.",
    why:
      "When the authorizer's service is down, slow or unknown, requests are refused unless the " +
      "provider says failOpen.",
    remedy: "Restore the authorizer's Service; raise the timeout; failOpen only by decision.",
  },
  {
    id: "MM-A14",
    name: "external-authorizer-denied",
    title: "The external authorizer denied the request",
    severity: "info",
    sign: { details: /ext_authz_denied/ },
    symptom: "403, 401 or a redirect with flag UAEX and details ext_authz_denied.",
    why: "The authorizer was asked and said no; the mesh only carries that out.",
    remedy: "Read the authorizer's log.",
  },
];

/** The causes by which a CUSTOM policy refuses a request. */
export const externalAuthorizer: readonly Cause[] = REFUSALS.map((refusal) =>
  defineCause({
    id: refusal.id,
    name: refusal.name,
    title: refusal.title,
    category: "security",
    severity: refusal.severity,
    explains: ["MM-A01", "MM-A02", "MM-C46"],
    docs: { why: refusal.why, symptom: refusal.symptom, remedy: refusal.remedy },

    *consider(of) {
      const lines = linesWith(of, refusal.sign);
      if (lines.length === 0) return;
      const pods = [...new Set(lines.flatMap(({ line }) => line.proxy.pod ?? []))];
      const policies = [...new Set(pods.flatMap((pod) => policiesFor(of.mesh, pod).custom))];
      const objects = policies.map((policy) => resourceOf(policy, "spec.provider.name"));
      const providers = policies.flatMap(({ spec }) => spec.provider?.name ?? []);
      yield {
        objects: [...objects, ...providers.flatMap((name) => serviceOfProvider(of, name))],
        title: `${refusal.title} (${
          policies.map(({ namespace, name }) => `${namespace}/${name}`).join(", ") ||
          "CUSTOM policy"
        }, provider ${[...new Set(providers)].join(", ") || "unknown"})`,
        facts: logged(of, refusal.sign),
        remedy: { title: refusal.remedy },
      };
    },
  })
);

/** The Service that a provider of the mesh settings asks; the settings where they do not define it. */
function serviceOfProvider({ mesh }: Case, name: string): CauseResource[] {
  const provider = (mesh.config.extensionProviders ?? []).find((p) => p.name === name);
  const settings = {
    kind: "ConfigMap",
    namespace: mesh.istioNamespace,
    name: "istio",
    path: "data.mesh",
  };
  const host = provider?.envoyExtAuthzHttp?.service ?? provider?.envoyExtAuthzGrpc?.service;
  if (host === undefined) return [settings];
  const resource = mesh.services.declarations(host.slice(host.indexOf("/") + 1))[0]?.resource;
  if (resource?.identifier !== "Service") {
    return resource ? [resourceOf(resource), settings] : [settings];
  }
  const pods = podsSelected(mesh, resource.spec.selector, resource.namespace);
  return [resourceOf(resource), ...workloadsOf(mesh, pods), settings];
}
