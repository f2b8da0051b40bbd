import type { Case } from "../../../connectivity/mod.ts";
import type { Resource } from "../../../mesh/mod.ts";
import { defineCause } from "../../cause.ts";
import { bindingField, bindingOf, hostField, isUnserved } from "../../case/gateway_bindings.ts";
import { servicesOfPods } from "../../case/gateways.ts";
import { edit, resourceOf } from "../../case/objects.ts";
import { logged } from "../../case/signs.ts";

/** No route object on the gateway has the host that the client asks for. */
export const noVirtualServiceForHost = defineCause({
  id: "MM-G01",
  name: "no-virtual-service-for-host",
  title: "Nothing is bound to the host on the gateway",
  category: "configuration",
  severity: "critical",
  docs: {
    why:
      "A gateway serves a host where a Gateway lists it and a VirtualService or HTTPRoute that is bound " +
      "to that Gateway lists it too. Where one of them does not, the gateway answers 404 itself.",
    symptom:
      "404 with flag NR and details route_not_found at the gateway; no virtual host has the host.",
    remedy: "List the host in both, and bind the VirtualService to the Gateway as NAMESPACE/NAME.",
    verify: "The gateway's route table has a virtual host for it.",
  },

  *consider(of) {
    const { walk } = of;
    const pod = walk.proxy?.pod;
    if (!pod || !isUnserved(of)) return;
    const { host } = of.question.target;
    const { gateways, serving, knowing, bound, complete, ports } = bindingOf(of, pod);
    const isElsewhere = complete.length > 0 && !isOnAskedPort(of, pod, ports);
    // Objects that are as they should be leave it to other causes why the gateway has nothing of them.
    if (complete.length > 0 && !isElsewhere) return;
    const routes = (knowing.length > 0 ? knowing : bound.slice(0, 3)).map((route) =>
      resourceOf(
        route,
        knowing.length > 0 && serving.length > 0 ? bindingField(route) : hostField(route),
      )
    );
    const parents = (serving.length > 0 ? serving : gateways).map((gateway) =>
      resourceOf(gateway, gateway.identifier === "Gateway" ? "spec.servers" : "spec.listeners")
    );
    // Where only the Gateway lacks the host it is the one to change.
    const objects = knowing.length > 0 && serving.length === 0 || isElsewhere
      ? [...parents, ...routes]
      : [...routes, ...parents];
    const [what, remedy] = isElsewhere
      ? [
        `${host} is served on port ${ports.join(", ")} only, not on ${of.destination.port}`,
        `Serve ${host} on that port too`,
      ]
      : serving.length === 0
      ? [`no Gateway of ${pod.name} serves ${host}`, `List ${host} in the Gateway`]
      : knowing.length === 0
      ? [`no route object has the host ${host}`, `List ${host} in the hosts of the route object`]
      : [
        `what routes ${host} is not bound to the Gateway that serves it`,
        "Bind it to the Gateway as NAMESPACE/NAME",
      ];
    yield {
      objects,
      title: what,
      facts: [
        {
          weight: "proven",
          source: walk.isExpected
            ? "Gateways and VirtualServices"
            : `${walk.proxy?.folder}/config_dump.json`,
          detail: walk.isExpected
            ? `no Gateway and route object serve ${host} together`
            : `route table ${walk.routeConfiguration?.name ?? "?"} has no virtual host for ${host}`,
        },
        ...logged(of, { side: "client", flags: ["NR"], codes: [404] }),
      ],
      remedy: { title: remedy, ...(objects[0] ? { action: edit(objects[0]) } : {}) },
    };
  },
});

/** Whether one of the ports of gateway objects is the one that the request comes to, behind the Service or not. */
function isOnAskedPort(of: Case, pod: Resource<"Pod">, ports: readonly number[]): boolean {
  const { port } = of.destination;
  if (port === undefined || ports.includes(port)) return true;
  return servicesOfPods(of, [pod]).some(({ spec }) =>
    (spec.ports ?? []).some((each) =>
      each.port === port && ports.some((served) => served === each.targetPort)
    )
  );
}
