import { defineRule } from "../../analysis/rule.ts";
import { formatName } from "../_names.ts";
import { admits, attachments, PARENT_KINDS, ROUTE_KINDS, sharesHostname } from "./_attachment.ts";

/** A route is for hostnames that the listeners of its gateway serve. */
export const hostnamesNotServed = defineRule({
  code: "MM0303",
  name: "route-hostnames-not-served",
  title: "No listener of the Gateway serves the hostnames of the route",
  severity: "error",
  since: "0.1.0",
  inputs: ["KubernetesGateway"],
  reads: [...ROUTE_KINDS, ...PARENT_KINDS, "Namespace"],
  mode: "default",
  docs: {
    why:
      "A route takes effect for hostnames that it and the listener have in common. Where there " +
      "are none the listener does not accept it, and requests for it get 404.",
    remedy: "Correct the hostnames of the route or of the listener. `*.example.com` covers " +
      "`www.example.com`, not `example.com`.",
    links: ["https://gateway-api.sigs.k8s.io/api-types/httproute/#hostnames"],
  },

  *check({ mesh }) {
    for (const { route, gateway, listeners } of mesh.once(attachments)) {
      if (!gateway) continue;
      const admitting = listeners.filter((listener) => admits(mesh, listener, gateway, route));
      if (admitting.length === 0) continue;
      if (admitting.some((listener) => sharesHostname(listener, route))) continue;
      const served = admitting.map(({ hostname }) => hostname).join(", ");
      yield {
        on: route,
        at: ["spec", "hostnames"],
        message: `${gateway.kind} ${
          formatName(gateway)
        } serves ${served}, none of which the route is for`,
      };
    }
  },
});
