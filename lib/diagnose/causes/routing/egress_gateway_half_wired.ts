import { covers, fqdn, gatewaysOf, includesLabels, overlaps } from "../../../mesh/mod.ts";
import { edit, resourceOf } from "../../case/objects.ts";
import { logged } from "../../case/signs.ts";
import { defineCause } from "../../cause.ts";

const LOST = new Set(["no_listener", "no_virtual_host", "no_route", "blackhole"]);

/** The caller's proxy sends requests to a gateway of the mesh, and that one does not know where to. */
export const egressGatewayHalfWired = defineCause({
  id: "MM-R28",
  name: "egress-gateway-half-wired",
  title: "The gateway that requests are sent through has no route on",
  category: "configuration",
  severity: "high",
  explains: ["MM-C46", "MM-C54", "MM-R13"],
  docs: {
    why:
      "Traffic through an egress gateway needs two routes: from the sidecars (mesh) to the gateway, and on " +
      "the gateway to the host. It also needs a Gateway that listens for the host there, and a ServiceEntry. " +
      "Where the second half is missing, the gateway answers 404, or resets the connection.",
    symptom: "404 NR route_not_found or NR filter_chain_not_found at the egress gateway.",
    remedy: "Complete the ServiceEntry, the Gateway, and both legs of the VirtualService.",
    verify: "The gateway's access log shows the host's own cluster.",
    links: [
      "https://istio.io/latest/docs/tasks/traffic-management/egress/egress-gateway/",
    ],
  },

  *consider(of) {
    const { onward, destination, caller } = of;
    const pod = onward?.proxy?.pod;
    // Who asks for the gateway itself does not ask for a host behind it.
    if (caller.isExternal || !onward || !pod || destination.pods.includes(pod)) return;
    const missing = onward.targets.filter(({ isDefined }) => !isDefined);
    if (!LOST.has(onward.verdict) && missing.length === 0) return;
    const { host } = destination;
    const routes = of.mesh.list("VirtualService").filter((vs) =>
      (vs.spec.hosts ?? []).some((own) => covers(fqdn(own, vs.namespace), host))
    );
    const gateways = of.mesh.list("Gateway").filter(({ spec }) =>
      includesLabels(pod.labels, spec.selector)
    );
    const serving = gateways.filter(({ spec }) =>
      (spec.servers ?? []).some(({ hosts = [] }) =>
        hosts.some((own) => overlaps(own.slice(own.indexOf("/") + 1), host))
      )
    );
    const second = routes.some((vs) => gatewaysOf(vs).some((gateway) => gateway !== "mesh"));
    const objects = [
      ...routes.map((vs) => resourceOf(vs, second ? "spec.http" : "spec.gateways")),
      ...(serving.length > 0 ? serving : gateways).map((g) => resourceOf(g, "spec.servers")),
    ];
    // Where no Gateway listens for the host, that one is to be changed first.
    if (serving.length === 0) objects.reverse();
    yield {
      objects,
      title: `requests for ${host} go to gateway ${pod.namespace}/${pod.name}, ` +
        (missing[0]
          ? `whose route leads to ${missing[0].name}, which does not exist`
          : serving.length === 0
          ? `where no Gateway serves ${host}`
          : "where no rule takes them on"),
      facts: [
        {
          weight: "proven",
          source: `${onward.proxy?.folder}/config_dump.json`,
          detail: missing[0]
            ? `the route's cluster ${missing[0].name} is not among the gateway's clusters`
            : `${onward.routeConfiguration?.name ?? onward.listener?.name ?? "the gateway"}: ${
              onward.verdict.replaceAll("_", " ")
            } for ${host}`,
        },
        ...logged(of, { side: "server", flags: ["NR", "NC", "UH"] }),
      ],
      remedy: {
        title: serving.length === 0
          ? `List ${host} in the Gateway of ${pod.name}`
          : `Route ${host} on the gateway to its ServiceEntry`,
        ...(objects[0] ? { action: edit(objects[0]) } : {}),
      },
    };
  },
});
