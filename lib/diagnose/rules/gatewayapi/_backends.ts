import { nearest, type Path } from "../../../core/mod.ts";
import type {
  HTTPRouteRule,
  HTTPRouteRuleBackendRef,
  Mesh,
  MeshView,
  Resource,
} from "../../../mesh/mod.ts";
import { replacement } from "../../analysis/fix.ts";
import type { Draft } from "../../analysis/rule.ts";
import { isComplete } from "../_completeness.ts";
import { type Route, routesOf } from "./_attachment.ts";

/** A Service to which a route sends. */
export interface Backend {
  /** The route. */
  readonly route: Route;
  /** The way to the reference. */
  readonly at: Path;
  /** Namespace of the Service. */
  readonly namespace: string;
  /** Name of the Service. */
  readonly name: string;
  /** Port of the Service. */
  readonly port: number | undefined;
  /** The Service, where it is there. */
  readonly service: Resource<"Service"> | undefined;
}

/** Every Service that a route sends to, also copies of requests. */
export function backends(mesh: Mesh): readonly Backend[] {
  return mesh.once(routesOf).flatMap((route) =>
    referencesOf(route).flatMap(
      ({ ref: { group = "", kind = "Service", name = "", ...ref }, at }) => {
        if (group !== "" || kind !== "Service") return [];
        const { namespace = route.namespace, port } = ref;
        const service = mesh.get("Service", namespace, name);
        return [{ route, at, namespace, name, port, service }];
      },
    )
  );
}

type Reference = Pick<HTTPRouteRuleBackendRef, "group" | "kind" | "name" | "namespace" | "port">;

function referencesOf({ spec }: Route): readonly { ref: Reference; at: Path }[] {
  return (spec.rules ?? []).flatMap((rule, i) => {
    const { backendRefs = [], filters = [] } = rule as Pick<
      HTTPRouteRule,
      "backendRefs" | "filters"
    >;
    const at = ["spec", "rules", i];
    return [
      ...backendRefs.map((ref, j) => ({ ref, at: [...at, "backendRefs", j] })),
      ...filters.flatMap(({ requestMirror }, j) =>
        requestMirror?.backendRef
          ? [{
            ref: requestMirror.backendRef,
            at: [...at, "filters", j, "requestMirror", "backendRef"],
          }]
          : []
      ),
    ];
  });
}

/**
 * What is wrong with a reference to a Service that is not there; `undefined` where manifests do not tell.
 * The name stands in a field `name` of the reference.
 */
export function missingService(
  mesh: MeshView<"Service">,
  on: Resource,
  at: Path,
  { namespace, name }: { readonly namespace: string; readonly name: string },
): Draft | undefined {
  if (!isComplete(mesh, "Service", on, namespace)) return undefined;
  const meant = nearest(name, mesh.list("Service", namespace).map((one) => one.name));
  const path = [...at, "name"];
  return {
    on,
    at: path,
    message: `There is no Service ${namespace}/${name}`,
    fix: meant === undefined ? undefined : replacement(path, meant, `Name the Service "${meant}"`),
  };
}
