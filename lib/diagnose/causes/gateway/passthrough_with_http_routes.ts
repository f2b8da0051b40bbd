import { fqdn, gatewayKey, overlaps } from "../../../mesh/mod.ts";
import { defineCause } from "../../cause.ts";
import { serversForHost } from "../../case/gateways.ts";
import { edit, resourceOf } from "../../case/objects.ts";
import { logged } from "../../case/signs.ts";

/** A Gateway passes TLS through, and the VirtualService has only HTTP routes for it. */
export const passthroughWithHttpRoutes = defineCause({
  id: "MM-G08",
  name: "passthrough-with-http-routes",
  title: "TLS is passed through, but only HTTP routes are there",
  category: "configuration",
  severity: "high",
  explains: ["MM-G01", "MM-G09"],
  docs: {
    why:
      "A server with tls.mode PASSTHROUGH never sees HTTP: it routes by the server name alone, with " +
      "the tls routes of a VirtualService. http routes have no effect on it.",
    symptom: "Handshakes are reset; the gateway logs NR filter_chain_not_found or nothing.",
    remedy: "Write tls routes with sniHosts, or terminate TLS at the gateway.",
    verify: "The gateway logs connections with the service's cluster.",
  },

  *consider(of) {
    if (!of.caller.isExternal) return;
    const asked = of.question.target.host;
    for (const { gateway, index, server } of serversForHost(of)) {
      if (server.tls?.mode !== "PASSTHROUGH") continue;
      const key = `${gateway.namespace}/${gateway.name}`;
      const bound = of.mesh.list("VirtualService").filter((vs) =>
        (vs.spec.gateways ?? []).some((g) => gatewayKey(g, vs.namespace) === key) &&
        (vs.spec.hosts ?? []).some((h) => overlaps(fqdn(h, vs.namespace), asked))
      );
      if (bound.length === 0 || bound.some(({ spec }) => (spec.tls ?? spec.tcp ?? []).length > 0)) {
        continue;
      }
      const objects = [
        ...bound.map((vs) => resourceOf(vs, "spec.http")),
        resourceOf(gateway, `spec.servers[${index}].tls.mode`),
      ];
      yield {
        objects,
        title: `Gateway ${key} passes TLS through, but VirtualService ${bound[0]!.namespace}/${
          bound[0]!.name
        } has only http routes`,
        facts: [
          {
            weight: "proven",
            source: `VirtualService ${bound[0]!.namespace}/${bound[0]!.name}`,
            detail: "spec.tls is absent",
          },
          ...logged(of, { side: "client", flags: ["NR"] }),
        ],
        remedy: { title: "Write tls routes with sniHosts", action: edit(objects[0]!) },
      };
    }
  },
});
