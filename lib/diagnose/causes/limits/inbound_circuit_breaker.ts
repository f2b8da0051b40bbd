import { destinationRulesOf } from "../../case/case_facts.ts";
import { sidecarWithPool } from "../../case/connection_pools.ts";
import { defineCause } from "../../cause.ts";
import { edit, label, resourceOf } from "../../case/objects.ts";
import { linesWith, logged } from "../../case/signs.ts";

/** The server's proxy has reached the limits for all its callers together. */
export const inboundCircuitBreakerOpen = defineCause({
  id: "MM-C28",
  name: "inbound-circuit-breaker-open",
  title: "The server's inbound connection pool limit is reached",
  category: "configuration",
  severity: "high",
  explains: ["MM-C46", "MM-C53"],
  docs: {
    why:
      "The inbound cluster of a server's proxy has limits too: from Sidecar.inboundConnectionPool, or " +
      "from the service's DestinationRule. All callers share them, however little each one sends.",
    symptom: "503 with flag UO at the server's proxy; 503 via_upstream at the caller's.",
    remedy: "Size inboundConnectionPool for all callers together, or add replicas.",
    verify: "UO lines of the server's proxy stop under the same load.",
  },

  *consider(of) {
    const sign = { side: "server", flags: ["UO"] } as const;
    const lines = linesWith(of, sign);
    if (lines.length === 0) return;
    const pods = [...new Set(lines.flatMap(({ line }) => line.proxy.pod ?? []))];
    const sidecars = [...new Set(pods.flatMap((pod) => sidecarWithPool(of.mesh, pod) ?? []))];
    const rules = destinationRulesOf(of).filter(({ spec }) => spec.trafficPolicy?.connectionPool);
    const objects = sidecars.length > 0
      ? sidecars.map((sidecar) => resourceOf(sidecar, "spec.inboundConnectionPool"))
      : rules.map((rule) => resourceOf(rule, "spec.trafficPolicy.connectionPool"));
    const [first] = objects;
    yield {
      objects,
      title: "requests overflow the inbound connection pool of the server's proxy" +
        (first ? `, set by ${label(first)}` : ""),
      facts: [
        ...logged(of, sign),
        ...(first
          ? [{
            weight: "proven" as const,
            source: `${label(first)} ${first.path}`,
            detail: JSON.stringify(
              sidecars[0]?.spec.inboundConnectionPool ??
                rules[0]?.spec.trafficPolicy?.connectionPool,
            ),
          }]
          : []),
      ],
      remedy: {
        title: "Raise the limit to what all callers need together",
        ...(first ? { action: edit(first) } : {}),
      },
    };
  },
});
