import { isHttp } from "../../../mesh/mod.ts";
import { addition } from "../../analysis/fix.ts";
import { defineRule } from "../../analysis/rule.ts";
import { routedDestinations } from "./_routes.ts";

/** A route to a service with several ports says which one it means. */
export const destinationPortRequired = defineRule({
  code: "IST0112",
  name: "destination-port-required",
  title: "Route does not say which port of the service it means",
  severity: "error",
  since: "0.1.0",
  inputs: ["VirtualService", "Service", "ServiceEntry"],
  peer: "virtualservice.DestinationHostAnalyzer",
  docs: {
    why:
      "Without a port the route keeps the port that the client called. Where the service does not " +
      "have that port, or the route is bound to a gateway, the requests reach no cluster.",
    remedy: "Add `port.number` to the destination.",
  },

  *check({ mesh }) {
    for (const { vs, host, port, ports, path, protocol } of mesh.once(routedDestinations)) {
      if (port !== undefined || !ports || ports.length < 2) continue;
      const [meant, ...others] = ports.filter((one) =>
        isHttp(one.protocol) === (protocol === "http")
      );
      const numbers = ports.map((p) => p.port).join(" ");
      yield {
        on: vs,
        at: [...path, "host"],
        message: `This VirtualService routes to a service "${host}" that exposes multiple ports ` +
          `[${numbers}]. Specifying a port in the destination is required to disambiguate.`,
        fix: meant && others.length === 0
          ? addition(
            [...path, "port"],
            { number: meant.port },
            `Route to port ${meant.port}, the only one for ${protocol} routes`,
          )
          : undefined,
      };
    }
  },
});
