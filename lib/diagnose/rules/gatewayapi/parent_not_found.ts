import { type Fix, nearest } from "../../../core/mod.ts";
import type { Mesh, Resource } from "../../../mesh/mod.ts";
import { addition, replacement } from "../../analysis/fix.ts";
import { defineRule } from "../../analysis/rule.ts";
import {
  type Attachment,
  attachments,
  listenersOf,
  PARENT_KINDS,
  ROUTE_KINDS,
} from "./_attachment.ts";

/** Every gateway and listener that a route names is there. */
export const parentNotFound = defineRule({
  code: "MM0301",
  name: "route-parent-not-found",
  title: "Route names a Gateway, a ListenerSet or a listener that is not there",
  severity: "error",
  since: "0.1.0",
  inputs: ["KubernetesGateway"],
  reads: [...ROUTE_KINDS, ...PARENT_KINDS],
  equivalents: ["KIA1401"],
  mode: "default",
  docs: {
    why:
      "A route takes effect only on the listeners to which it is attached. Attached to none, it " +
      "is ignored, and requests for it get 404.",
    remedy:
      "Correct the name, the namespace, `sectionName` or `port` of the `parentRef`. Without " +
      "a namespace the Gateway is one of the route's own namespace.",
    links: ["https://gateway-api.sigs.k8s.io/api-types/httproute/#attaching-to-gateways"],
  },

  *check({ mesh }) {
    for (const one of mesh.once(attachments)) {
      const { route, at, kind, namespace, name, sectionName, port, gateway, listeners } = one;
      if (!gateway) {
        const fix = intendedGateway(mesh.once(namespacesByName), one);
        // Manifests of one application may leave out the Gateway of another team.
        if (route.origin && !fix) continue;
        yield {
          on: route,
          at: [...at, "name"],
          message: `There is no ${kind} ${namespace}/${name}`,
          fix,
        };
      } else if (listeners.length === 0) {
        const names = listenersOf(gateway).map((listener) => listener.name ?? "");
        const meant = sectionName === undefined ? undefined : nearest(sectionName, names);
        const field = [...at, sectionName === undefined ? "port" : "sectionName"];
        yield {
          on: route,
          at: field,
          message: `${kind} ${namespace}/${name} has no listener ` +
            (sectionName === undefined ? `on port ${port}` : `"${sectionName}"`) +
            (sectionName !== undefined && port !== undefined ? ` on port ${port}` : ""),
          fix: meant === undefined
            ? undefined
            : replacement(field, meant, `Attach to listener "${meant}"`),
        };
      }
    }
  },
});

/** The one of that name in another namespace. */
function intendedGateway(
  byName: ReadonlyMap<string, readonly string[]>,
  { route, at, kind, name, namespace }: Attachment,
): Fix | undefined {
  const [meant, ...others] = byName.get(`${kind} ${name}`) ?? [];
  const isOwn = namespace === route.namespace;
  return meant === undefined || others.length > 0 || !isOwn
    ? undefined
    : addition([...at, "namespace"], meant, `Attach to the ${kind} in namespace "${meant}"`);
}

function namespacesByName(mesh: Mesh): ReadonlyMap<string, readonly string[]> {
  const byName = Map.groupBy(
    PARENT_KINDS.flatMap((kind): readonly Resource[] => mesh.list(kind)),
    ({ kind, name }) => `${kind} ${name}`,
  );
  return new Map(
    [...byName].map(([name, all]) => [name, all.map(({ namespace }) => namespace)]),
  );
}
