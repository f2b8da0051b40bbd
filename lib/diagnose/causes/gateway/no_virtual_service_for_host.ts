import { typingErrors } from "../../../core/mod.ts";
import { includesLabels, overlaps, type Resource } from "../../../mesh/mod.ts";
import { defineCause } from "../../cause.ts";
import { routesForHost } from "../../gateway_routes.ts";
import { edit, resourceOf } from "../../objects.ts";
import { logged } from "../../signs.ts";

/** No VirtualService on the gateway has the host that the client asks for. */
export const noVirtualServiceForHost = defineCause({
  id: "MM-G01",
  name: "no-virtual-service-for-host",
  title: "Nothing is bound to the host on the gateway",
  category: "configuration",
  severity: "critical",
  docs: {
    why:
      "A gateway serves a host where a Gateway server lists it and a VirtualService that is bound to " +
      "that Gateway lists it too. Where one of them does not, the gateway answers 404 itself.",
    symptom:
      "404 with flag NR and details route_not_found at the gateway; no virtual host has the host.",
    remedy: "List the host in both, and bind the VirtualService to the Gateway as NAMESPACE/NAME.",
    verify: "The gateway's route table has a virtual host for it.",
  },

  *consider(of) {
    const { caller, walk, destination } = of;
    const gateway = walk.proxy?.pod;
    if (!caller.isExternal || !gateway) return;
    if (walk.virtualHost && !walk.virtualHost.domains.includes("*")) return;
    const isUnserved = ["no_virtual_host", "no_route", "no_listener"].includes(walk.verdict) ||
      walk.isExpected && walk.verdict === "unknown";
    if (!isUnserved || walk.isExpected && routesForHost(of).length > 0) return;
    const host = destination.names.values().next().value ?? destination.host;
    const asked = of.question.target.host;
    const gateways = of.mesh.list("Gateway").filter(({ spec }) =>
      includesLabels(gateway.labels, spec.selector)
    );
    const serving = gateways.filter((g) => hostsOf(g).some((h) => overlaps(h, asked)));
    const bound = of.mesh.list("VirtualService").filter((vs) => isBoundToOne(vs, gateways));
    const knowing = of.mesh.list("VirtualService").filter(({ spec }) =>
      (spec.hosts ?? []).some((h) => h !== "*" && overlaps(h, asked))
    );
    const likely = knowing.length > 0 ? knowing : nearestByHost(bound, asked);
    const objects = [
      ...likely.map((vs) =>
        resourceOf(
          vs,
          knowing.length === 0 ? "spec.hosts" : serving.length > 0 ? "spec.gateways" : "spec.hosts",
        )
      ),
      ...(serving.length > 0 ? serving : gateways).map((g) => resourceOf(g, "spec.servers")),
    ];
    const ordered = knowing.length > 0 && serving.length === 0
      ? objects.toSorted((a, b) => Number(b.kind === "Gateway") - Number(a.kind === "Gateway"))
      : objects;
    const what = serving.length === 0
      ? `no Gateway of ${gateway.name} serves ${asked}`
      : knowing.length === 0
      ? `no VirtualService has the host ${asked}`
      : `the VirtualService for ${asked} is not bound to the Gateway that serves it`;
    yield {
      objects: ordered,
      title: what,
      facts: [
        {
          weight: "proven",
          source: walk.isExpected
            ? "Gateways and VirtualServices"
            : `${walk.proxy?.folder}/config_dump.json`,
          detail: walk.isExpected
            ? `no Gateway and VirtualService serve ${host} together`
            : `route table ${walk.routeConfiguration?.name ?? "?"} has no virtual host for ${host}`,
        },
        ...logged(of, { side: "client", flags: ["NR"], codes: [404] }),
      ],
      remedy: {
        title: serving.length === 0
          ? `List ${asked} in the Gateway's hosts`
          : knowing.length === 0
          ? `List ${asked} in the VirtualService's hosts`
          : "Bind the VirtualService to the Gateway",
        ...(ordered[0] ? { action: edit(ordered[0]) } : {}),
      },
    };
  },
});

function hostsOf({ spec }: Resource<"Gateway">): string[] {
  return (spec.servers ?? []).flatMap(({ hosts = [] }) =>
    hosts.map((h) => h.slice(h.indexOf("/") + 1))
  );
}

function isBoundToOne(
  vs: Resource<"VirtualService">,
  gateways: readonly Resource<"Gateway">[],
): boolean {
  return (vs.spec.gateways ?? []).some((reference) =>
    gateways.some(({ namespace, name }) =>
      reference === `${namespace}/${name}` || reference === name && namespace === vs.namespace
    )
  );
}

/** The VirtualServices of the gateway, the one whose hosts are most like the host first. */
function nearestByHost(
  bound: readonly Resource<"VirtualService">[],
  host: string,
): Resource<"VirtualService">[] {
  const distance = ({ spec }: Resource<"VirtualService">) =>
    Math.min(...(spec.hosts ?? []).map((h) => typingErrors(h, host)), 999);
  return bound.toSorted((a, b) => distance(a) - distance(b)).slice(0, 3);
}
