import { destinationRulesOf, lastTargets } from "../../case/case_facts.ts";
import { edit, label, resourceOf } from "../../case/objects.ts";
import { linesWith } from "../../case/signs.ts";
import { defineCause } from "../../cause.ts";

const HASHING = /^(?:RING_HASH|MAGLEV)$/;

/** A DestinationRule wants requests hashed, and the proxy has nothing to hash. */
export const consistentHashIneffective = defineCause({
  id: "MM-R25",
  name: "consistent-hash-ineffective",
  title: "Consistent hashing has nothing to hash",
  category: "configuration",
  severity: "low",
  docs: {
    why:
      "A hash ring chooses the endpoint by a hash that the route computes. Where the route has no hash " +
      "policy, Envoy hashes at random, and requests of one caller go to all endpoints.",
    symptom: "The requests of one caller go to several upstream hosts although nothing changed.",
    remedy:
      "Set consistentHash in the DestinationRule that the caller gets for the host and subset of its route.",
    verify: "The route has a hash_policy, and one caller's requests go to one host.",
    links: [
      "https://istio.io/latest/docs/reference/config/networking/destination-rule/#LoadBalancerSettings-ConsistentHashLB",
    ],
  },

  *consider(of) {
    const { route } = of.onward ?? of.walk;
    if (route?.action.kind !== "route" || route.action.route.hashPolicy.length > 0) return;
    const target = lastTargets(of).find(({ envoyCluster }) =>
      HASHING.test(envoyCluster?.lbPolicy ?? "")
    );
    const rule = destinationRulesOf(of).find(({ spec }) =>
      [spec, ...spec.subsets ?? []].some(({ trafficPolicy }) =>
        trafficPolicy?.loadBalancer?.consistentHash
      )
    );
    const hosts = new Set(
      linesWith(of, { side: "client" }).map(({ line }) => line.entry.upstreamHost)
        .filter((host) => host !== ""),
    );
    if (!target || !rule || hosts.size < 2) return;
    const object = resourceOf(rule, "spec.trafficPolicy.loadBalancer.consistentHash");
    yield {
      isSilent: true,
      objects: [object],
      title:
        `${
          label(object)
        } asks for consistent hashing, but the route has nothing to hash: requests ` +
        `go to ${hosts.size} hosts`,
      facts: [{
        weight: "proven",
        source: `${of.client?.folder}/config_dump.json`,
        detail: `${target.name} is ${target.envoyCluster?.lbPolicy}; its route has no hash_policy`,
      }],
      remedy: {
        title: "Set consistentHash where the route's host and subset get it",
        action: edit(object),
      },
    };
  },
});
