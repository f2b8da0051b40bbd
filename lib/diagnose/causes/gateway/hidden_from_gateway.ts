import type { Case } from "../../../connectivity/mod.ts";
import {
  exportedTo,
  exportTargets,
  fqdn,
  gatewayKey,
  gatewaysOf,
  hostsServedTo,
  overlaps,
  type Resource,
} from "../../../mesh/mod.ts";
import { isUnserved } from "../../case/gateway_bindings.ts";
import { serversForHost } from "../../case/gateways.ts";
import { edit, label, resourceOf } from "../../case/objects.ts";
import { logged } from "../../case/signs.ts";
import { defineCause } from "../../cause.ts";

/** A VirtualService is bound to the Gateway and has the host, but one of them hides it from the other. */
export const hiddenFromGateway = defineCause({
  id: "MM-G13",
  name: "route-hidden-from-gateway",
  title: "The gateway does not see the VirtualService for the host",
  category: "configuration",
  severity: "high",
  explains: ["MM-G01"],
  docs: {
    why:
      'A Gateway may take routes of some namespaces only (hosts: ["./*", "NAMESPACE/*"]), and exportTo may keep a ' +
      "VirtualService away from the gateway's namespace. It is bound and has the host, and still does nothing.",
    symptom: "404 with flag NR and details route_not_found at the gateway.",
    remedy:
      "List NAMESPACE/HOST in the Gateway, and the gateway's namespace in exportTo of the VirtualService.",
    verify: "The gateway's route table has a virtual host for it.",
    links: ["https://istio.io/latest/docs/reference/config/networking/gateway/#Server"],
  },

  *consider(of) {
    const pod = of.walk.proxy?.pod;
    if (!pod || !isUnserved(of)) return;
    const { host } = of.question.target;
    for (const { gateway, index } of serversForHost(of)) {
      for (const route of routesOf(of, gateway)) {
        const targets = exportTargets(
          route.spec.exportTo,
          route.namespace,
          of.mesh.config.defaultVirtualServiceExportTo,
        );
        const [object, reason] = !exportedTo(targets, pod.namespace)
          ? [
            resourceOf(route, "spec.exportTo"),
            `it is exported to ${
              targets.join(", ")
            }, and the gateway's pods are in ${pod.namespace}`,
          ]
          : !hostsServedTo(gateway, route.namespace).some((served) => overlaps(served, host))
          ? [
            resourceOf(gateway, `spec.servers[${index}].hosts`),
            `the Gateway takes ${host} from ${scopesOf(gateway, host)} only`,
          ]
          : [];
        if (!object || !reason) continue;
        const other = object.kind === "Gateway"
          ? resourceOf(route, "spec.hosts")
          : resourceOf(gateway, `spec.servers[${index}].hosts`);
        yield {
          objects: [object, other],
          title: `${label(resourceOf(route))} has no effect on ${
            label(resourceOf(gateway))
          }: ${reason}`,
          facts: [
            { weight: "proven", source: `${label(object)} ${object.path}`, detail: reason },
            ...logged(of, { side: "client", flags: ["NR"] }),
          ],
          remedy: {
            title: object.kind === "Gateway"
              ? `List ${route.namespace}/${host} in the Gateway`
              : `Export the VirtualService to ${pod.namespace}`,
            action: edit(object),
          },
        };
        return;
      }
    }
  },
});

/** The VirtualServices that name a Gateway and have the host of a case's target. */
function routesOf(
  { mesh, question }: Case,
  gateway: Resource<"Gateway">,
): Resource<"VirtualService">[] {
  const key = `${gateway.namespace}/${gateway.name}`;
  return mesh.list("VirtualService").filter((vs) =>
    gatewaysOf(vs).some((reference) => gatewayKey(reference, vs.namespace) === key) &&
    (vs.spec.hosts ?? []).some((h) => overlaps(fqdn(h, vs.namespace), question.target.host))
  );
}

function scopesOf({ namespace, spec }: Resource<"Gateway">, host: string): string {
  const scopes = (spec.servers ?? []).flatMap(({ hosts = [] }) => hosts)
    .map((each) => each.split("/", 2)).filter(([, name]) => name && overlaps(name, host))
    .map(([scope]) => scope === "." ? namespace : scope);
  return [...new Set(scopes)].map((scope) => `namespace ${scope}`).join(", ");
}
