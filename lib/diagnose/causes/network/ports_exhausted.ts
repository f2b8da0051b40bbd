import { destinationRulesOf } from "../../case/case_facts.ts";
import { resourceOf, workloadsOf } from "../../case/objects.ts";
import { linesWith, logged } from "../../case/signs.ts";
import { defineCause } from "../../cause.ts";

const NO_ADDRESS = /delayed_connect_error:_99\b|Cannot_assign_requested_address|EADDRNOTAVAIL/i;

/** The proxy has no local port left for a further connection to the same address. */
export const portsExhausted = defineCause({
  id: "MM-C45",
  name: "ephemeral-ports-exhausted",
  title: "The proxy has no local port left for further connections",
  category: "resources",
  severity: "high",
  explains: ["MM-C05", "MM-C52", "MM-C56"],
  docs: {
    why:
      "Each connection to one address takes a local port, for a minute after its end too. Without " +
      "keep-alive a busy proxy uses up the 28,000 of them, and the kernel refuses further connections.",
    symptom: "503 UF with delayed connect error 99, Cannot assign requested address, under load.",
    remedy: "Keep connections alive: remove maxRequestsPerConnection 1, or add replicas.",
    verify: "upstream_cx_total grows much more slowly than upstream_rq_total.",
  },

  *consider(of) {
    const byReason = { flags: ["UF"], transport: NO_ADDRESS } as const;
    const byDetails = { flags: ["UF"], details: NO_ADDRESS } as const;
    const sign = linesWith(of, byReason).length > 0 ? byReason : byDetails;
    const pods = [...new Set(linesWith(of, sign).flatMap(({ line }) => line.proxy.pod ?? []))];
    if (pods.length === 0) return;
    const rules = destinationRulesOf(of).filter(({ spec }) =>
      spec.trafficPolicy?.connectionPool?.http?.maxRequestsPerConnection === 1
    );
    yield {
      objects: [
        ...rules.map((rule) =>
          resourceOf(rule, "spec.trafficPolicy.connectionPool.http.maxRequestsPerConnection")
        ),
        ...workloadsOf(of.mesh, pods),
        ...pods.map((pod) => resourceOf(pod)),
      ],
      title: `the proxy of ${
        pods.map(({ namespace, name }) => `${namespace}/${name}`).join(", ")
      } has no local port left for connections to ${of.destination.host}`,
      facts: logged(of, sign),
      remedy: { title: "Keep connections alive, or add replicas" },
    };
  },
});
