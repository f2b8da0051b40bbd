import type { Fix, Path } from "../../../core/mod.ts";
import { replacement } from "../../analysis/fix.ts";
import { defineRule, type RuleMesh } from "../../analysis/rule.ts";
import { formatName } from "../_names.ts";
import {
  admits,
  attachments,
  GATEWAY_API,
  type Listener,
  listenersOf,
  type Parent,
  PARENT_KINDS,
  type Route,
  ROUTE_KINDS,
  sharesHostname,
} from "./_attachment.ts";

/** What routes a listener serves where it does not say so. */
const SERVED: ReadonlyMap<string, readonly string[]> = new Map([
  ["HTTP", ["HTTPRoute", "GRPCRoute"]],
  ["HTTPS", ["HTTPRoute", "GRPCRoute"]],
  ["TLS", ["TLSRoute", "TCPRoute"]],
  ["TCP", ["TCPRoute"]],
  ["UDP", ["UDPRoute"]],
]);

/** A route attaches to a listener that serves its kind. */
export const routeKindNotAllowed = defineRule({
  code: "MM0311",
  name: "route-kind-not-allowed",
  title: "No listener of the Gateway serves routes of this kind",
  severity: "error",
  since: "0.1.0",
  inputs: ["KubernetesGateway"],
  reads: [...ROUTE_KINDS, ...PARENT_KINDS, "Namespace"],
  mode: "default",
  docs: {
    why: "HTTP and HTTPS listeners serve HTTPRoutes and GRPCRoutes, TLS listeners TLSRoutes, TCP " +
      "listeners TCPRoutes, or what `allowedRoutes.kinds` lists. A route of another kind is not " +
      "accepted, and requests for it get 404 or no connection.",
    remedy: "Attach the route to a listener of its protocol, or list its kind in `allowedRoutes`.",
    links: ["https://gateway-api.sigs.k8s.io/reference/spec/#allowedroutes"],
  },

  *check({ mesh }) {
    for (const { route, at, gateway, listeners, sectionName, port } of mesh.once(attachments)) {
      if (!gateway) continue;
      const open = listeners.filter((listener) => admits(mesh, listener, gateway, route));
      if (open.length === 0 || open.some((listener) => serves(listener, route))) continue;
      const names = open.map(({ name, protocol }) => `${name} (${protocol})`).join(", ");
      yield {
        on: route,
        at,
        message: `${gateway.kind} ${
          formatName(gateway)
        } takes no ${route.kind} on its listeners ${names}`,
        fix: sectionName === undefined || port !== undefined
          ? undefined
          : otherListener(mesh, gateway, route, [...at, "sectionName"]),
      };
    }
  },
});

/** The one listener of the gateway that does serve the route. */
function otherListener(
  mesh: RuleMesh<"Namespace">,
  gateway: Parent,
  route: Route,
  at: Path,
): Fix | undefined {
  const [only, ...others] = listenersOf(gateway).filter((listener) =>
    serves(listener, route) && admits(mesh, listener, gateway, route) &&
    sharesHostname(listener, route)
  );
  return only?.name === undefined || others.length > 0
    ? undefined
    : replacement(at, only.name, `Attach to listener "${only.name}"`);
}

function serves(
  { protocol = "", allowedRoutes }: Listener,
  route: Route,
): boolean {
  const kinds = SERVED.get(protocol);
  // Protocols of an implementation are its own.
  if (kinds && !kinds.includes(route.kind)) return false;
  const allowed = allowedRoutes?.kinds ?? [];
  return allowed.length === 0 ||
    allowed.some(({ group = GATEWAY_API, kind }) => group === GATEWAY_API && kind === route.kind);
}
