import { formatPath } from "../../../core/mod.ts";
import { destinationsOf, fqdn } from "../../../mesh/mod.ts";
import { parseEnvoyClusterName } from "../../../proxy/mod.ts";
import { edit, label, resourceOf } from "../../case/objects.ts";
import { routeSource, virtualServiceOf } from "../../case/routes.ts";
import { defineCause } from "../../cause.ts";

/** The route copies requests to an Envoy cluster that the proxy does not have. */
export const mirrorTargetMissing = defineCause({
  id: "MM-R26",
  name: "mirror-target-missing",
  title: "The route mirrors requests to a destination that does not exist",
  category: "configuration",
  severity: "low",
  docs: {
    why:
      "A copy of a request is sent and forgotten. Where its destination does not exist, no copy is sent, " +
      "and nothing says so: neither the caller nor the access log sees a difference.",
    symptom: "The mirrored service gets no requests, whose host would end in -shadow.",
    remedy: "Correct host and subset of the mirror, or remove it.",
    verify: "The mirrored service's access log shows requests with a host that ends in -shadow.",
    links: ["https://istio.io/latest/docs/tasks/traffic-management/mirroring/"],
  },

  *consider(of) {
    const { route, proxy } = of.walk;
    const vs = virtualServiceOf(of);
    if (!vs || !proxy?.dump || route?.action.kind !== "route") return;
    for (const { cluster } of route.action.route.requestMirrorPolicies) {
      const parsed = parseEnvoyClusterName(cluster);
      if (!parsed || proxy.dump.cluster(cluster)) continue;
      const mirror = destinationsOf(vs).find(({ host, subset = "", isMirror }) =>
        isMirror && fqdn(host, vs.namespace) === parsed.host && subset === parsed.subset
      );
      const object = resourceOf(vs, mirror && formatPath(mirror.path));
      yield {
        isSilent: true,
        objects: [object],
        title:
          `${label(object)} mirrors requests to ${
            parsed.subset ? `subset ${parsed.subset} of ` : ""
          }` +
          `${parsed.host}:${parsed.port}, which the proxy does not know`,
        facts: [{
          weight: "proven",
          source: routeSource(of),
          detail: `the mirror's cluster ${cluster} is not among the proxy's clusters`,
        }],
        remedy: { title: "Correct or remove the mirror", action: edit(object) },
      };
    }
  },
});
