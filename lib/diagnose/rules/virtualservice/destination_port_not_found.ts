import { replacement } from "../../analysis/fix.ts";
import { defineRule } from "../../analysis/rule.ts";
import { routedDestinations } from "./_routes.ts";

/** Every port that a VirtualService routes to is a port of the service. */
export const destinationPortNotFound = defineRule({
  code: "IST0101",
  name: "destination-port-not-found",
  title: "Route destination does not have the port",
  severity: "error",
  since: "0.1.0",
  inputs: ["VirtualService", "Service", "ServiceEntry"],
  peer: "virtualservice.DestinationHostAnalyzer",
  docs: {
    why:
      "istiod builds one cluster for each port of a service. A route to a port that the service " +
      "does not have leads to no cluster, and every request fails with 503 and the flag NC.",
    remedy:
      "Name a port of the Service, the one that clients use: its `port`, not its `targetPort`.",
  },

  *check({ mesh }) {
    for (const { vs, host, port, ports, path } of mesh.once(routedDestinations)) {
      if (!ports || port === undefined || ports.some((p) => p.port === port)) continue;
      const at = [...path, "port", "number"];
      const [only, ...others] = ports;
      yield {
        on: vs,
        at,
        message: `Referenced host:port not found: "${host}:${port}"`,
        fix: only && others.length === 0
          ? replacement(at, only.port, `Route to port ${only.port}, the only one of "${host}"`)
          : undefined,
      };
    }
  },
});
