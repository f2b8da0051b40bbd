import type { Case } from "../../../connectivity/mod.ts";
import { fqdn, parseServiceHost } from "../../../mesh/mod.ts";
import { setting } from "../../case/cure.ts";
import { isShortHost, misdirectedRules } from "../../case/misdirected_rules.ts";
import { missingCluster } from "../../case/missing_cluster.ts";
import { edit, label, resourceOf } from "../../case/objects.ts";
import { destinationInRoute, destinationOf, virtualServiceOf } from "../../case/routes.ts";
import { defineCause, type Hypothesis } from "../../cause.ts";

/** A short host means the service of that name in the namespace of the object that names it. */
export const shortHostInWrongNamespace = defineCause({
  id: "MM-R10",
  name: "short-host-in-wrong-namespace",
  title: "A short host resolves to the namespace of its writer",
  category: "configuration",
  severity: "high",
  explains: ["MM-R01", "MM-R32"],
  docs: {
    why:
      "istiod completes a host without dots with the namespace of the object that names it, not with " +
      "that of the service or of the caller. The name then means a service that is not there.",
    symptom: "503 NC cluster_not_found; the route's cluster names the VirtualService's namespace.",
    remedy: "Write the fully qualified host.",
    verify: "The route's cluster names the service's namespace, and NC lines stop.",
  },

  *consider(of) {
    yield* subsetsOfNobody(of);
    const vs = virtualServiceOf(of);
    if (!vs) return;
    for (const { parsed, facts } of missingCluster(of)) {
      const written = destinationOf(vs, parsed)?.host;
      const meant = parseServiceHost(parsed.host);
      if (!written || written.includes(".") || !meant) continue;
      if (of.mesh.services.declarations(parsed.host).length > 0) continue;
      const namesakes = of.mesh.list("Service").filter((s) => s.name === meant.name);
      const [right] = namesakes;
      if (!right) continue;
      const host = `${right.name}.${right.namespace}.svc.cluster.local`;
      const [object] = destinationInRoute(of, parsed, "host");
      yield {
        objects: object ? [object] : [],
        title: `VirtualService ${vs.namespace}/${vs.name} routes to "${written}", which means ` +
          `${parsed.host}; the service is in namespace ${right.namespace}`,
        facts,
        remedy: {
          title: `Write ${host}`,
          ...(object?.path ? setting(vs, object.path, host) : {}),
        },
      };
    }
  },
});

/** A DestinationRule with a short host defines the subset that the route lacks, for a service that is not there. */
function* subsetsOfNobody(of: Case): Iterable<Hypothesis> {
  for (const { parsed, rule, facts } of misdirectedRules(of).filter(isShortHost)) {
    const object = resourceOf(rule, "spec.host");
    yield {
      objects: [object, ...destinationInRoute(of, parsed)],
      title:
        `${label(object)} defines subset ${parsed.subset} for "${rule.spec.host}", which means ` +
        `${fqdn(rule.spec.host ?? "", rule.namespace)}; the route needs it for ${parsed.host}`,
      facts,
      remedy: { title: `Write ${parsed.host}`, action: edit(object) },
    };
  }
}
