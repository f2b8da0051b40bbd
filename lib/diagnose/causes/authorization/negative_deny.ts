import type { Case } from "../../../connectivity/mod.ts";
import type { AuthorizationPolicyRule, Resource } from "../../../mesh/mod.ts";
import { deniedBy } from "../../case/denials.ts";
import { servicesOfPods } from "../../case/gateways.ts";
import { edit, resourceOf } from "../../case/objects.ts";
import { defineCause } from "../../cause.ts";

/** A DENY rule that only says what it does not mean acts on ports that its author did not think of. */
export const negativeDeny = defineCause({
  id: "MM-A27",
  name: "negative-deny-on-all-ports",
  title: "A DENY rule of exceptions acts on every port",
  category: "security",
  severity: "high",
  explains: ["MM-A01", "MM-C46"],
  docs: {
    why:
      "A DENY rule with nothing but notPaths, notMethods or notHosts denies all that these do not except, on " +
      "every port of the workload: metrics and probes are denied with the rest.",
    symptom: "403 with the rule's name on a port that the rule was not written for.",
    remedy: "Name the ports that the rule is for, or say what to deny.",
    verify: "The other ports answer.",
  },

  *consider(of) {
    if (!of.walk.isHttp) return;
    for (const { policy, rule, pod, facts } of deniedBy(of)) {
      const ports = pod ? portsOf(of, pod) : [];
      if (!isOnlyNegative(policy.spec.rules?.[rule] ?? {}) || ports.length < 2) continue;
      const object = resourceOf(policy, `spec.rules[${rule}].to`);
      yield {
        objects: [object],
        title: `rule ${rule} of AuthorizationPolicy ${policy.namespace}/${policy.name} names no ` +
          `port, so that its exceptions act on ports ${ports.join(", ")} alike`,
        facts: [
          ...facts,
          {
            weight: "proven",
            source: `AuthorizationPolicy ${policy.namespace}/${policy.name} spec.rules[${rule}]`,
            detail: `only exceptions, and no ports; ${pod!.name} serves ${ports.join(", ")}`,
          },
        ],
        remedy: { title: "Name the ports that the rule is for", action: edit(object) },
      };
      return;
    }
  },
});

const EXCEPTIONS = ["notPaths", "notMethods", "notHosts"] as const;

/** Whether a rule asks for nothing but that a request is none of its exceptions. */
function isOnlyNegative({ from = [], to = [], when = [] }: AuthorizationPolicyRule): boolean {
  return from.length === 0 && when.length === 0 && to.length > 0 &&
    to.every(({ operation = {} }) =>
      Object.entries(operation).every(([field, values]) =>
        values.length === 0 || EXCEPTIONS.some((each) => each === field)
      )
    );
}

/** The target ports by which Services offer a pod. */
function portsOf(of: Case, pod: Resource<"Pod">): string[] {
  const targets = servicesOfPods(of, [pod]).flatMap(({ spec: { ports = [] } }) =>
    ports.map(({ targetPort, port }) => targetPort ?? port)
  );
  return [...new Set(targets.map(String))].sort();
}
