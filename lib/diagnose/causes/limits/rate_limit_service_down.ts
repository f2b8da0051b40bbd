import type { Case } from "../../../connectivity/mod.ts";
import type { CauseResource } from "../../../core/mod.ts";
import { podsSelected, type Resource } from "../../../mesh/mod.ts";
import { envoyFiltersFor } from "../../case/envoy_filters.ts";
import { label, resourceOf, workloadsOf } from "../../case/objects.ts";
import { linesWith, logged } from "../../case/signs.ts";
import { defineCause } from "../../cause.ts";

/** The rate limit service cannot be asked, and requests are refused because of that. */
export const rateLimitServiceDown = defineCause({
  id: "MM-C50",
  name: "rate-limit-service-down",
  title: "The rate limit service cannot be asked",
  category: "network",
  severity: "high",
  explains: ["MM-C46", "MM-C49"],
  docs: {
    why:
      "A global rate limit asks a service for each request. With failure_mode_deny requests are refused " +
      "while it does not answer; without, they pass unlimited.",
    symptom: "500 with flag RLSE and details rate_limiter_error.",
    remedy: "Restore the rate limit service; decide failure_mode_deny deliberately.",
    verify: "RLSE lines stop.",
  },

  *consider(of) {
    const byFlag = { flags: ["RLSE"] } as const;
    const sign = linesWith(of, byFlag).length > 0 ? byFlag : { details: /^rate_limiter_error$/ };
    const pods = [...new Set(linesWith(of, sign).flatMap(({ line }) => line.proxy.pod ?? []))];
    if (pods.length === 0) return;
    const filters = [
      ...new Set(
        pods.flatMap((pod) => envoyFiltersFor(of.mesh, pod)).filter(({ spec }) =>
          /rate_?limit_?service/i.test(JSON.stringify(spec.configPatches ?? []))
        ),
      ),
    ];
    const services = filters.flatMap((filter) => servicesAsked(of, filter));
    const objects = [
      ...services,
      ...filters.map((filter) => resourceOf(filter, "spec.configPatches")),
      ...pods.map((pod) => resourceOf(pod)),
    ];
    yield {
      objects,
      title: `${services[0] ? label(services[0]) : "the rate limit service"} does not answer, and ${
        pods.map(({ namespace, name }) => `${namespace}/${name}`).join(", ")
      } refuses requests`,
      facts: logged(of, sign),
      remedy: {
        title: "Restore the rate limit service",
        ...(services[0]
          ? {
            action: `kubectl -n ${services[0].namespace} get endpointslices -l ` +
              `kubernetes.io/service-name=${services[0].name}`,
          }
          : {}),
      },
    };
  },
});

/** The Services that an EnvoyFilter names by their Envoy clusters, with the workloads behind them. */
function servicesAsked(
  { mesh }: Case,
  { spec }: Resource<"EnvoyFilter">,
): CauseResource[] {
  const text = JSON.stringify(spec.configPatches ?? []);
  const hosts = new Set(
    [...text.matchAll(/outbound\|\d+\|[^|]*\|([\w.-]+)/g)].map(([, host]) => host!),
  );
  return [...hosts].flatMap((host) => {
    const resource = mesh.services.declarations(host)[0]?.resource;
    if (resource?.identifier !== "Service") return [];
    const pods = podsSelected(mesh, resource.spec.selector, resource.namespace);
    return [resourceOf(resource), ...workloadsOf(mesh, pods)];
  });
}
