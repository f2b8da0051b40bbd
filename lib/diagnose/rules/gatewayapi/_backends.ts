import type { Path } from "../../../core/mod.ts";
import { type Mesh, type MeshView, type Resource } from "../../../mesh/mod.ts";
import { type Route, ROUTE_KINDS } from "./_attachment.ts";

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

/** Every Service that a route sends to. */
export function backends(mesh: Mesh): readonly Backend[] {
  return ROUTE_KINDS.flatMap((kind) => mesh.list(kind) as readonly Route[]).flatMap((route) =>
    (route.spec.rules ?? []).flatMap(({ backendRefs = [] }, i) =>
      backendRefs.flatMap(({ group = "", kind = "Service", name = "", ...ref }, j) => {
        if (group !== "" || kind !== "Service") return [];
        const { namespace = route.namespace, port } = ref;
        const service = mesh.get("Service", namespace, name);
        const at = ["spec", "rules", i, "backendRefs", j];
        return [{ route, at, namespace, name, port, service }];
      })
    )
  );
}

/** Whether the namespace of an object lets another object refer to it. */
export function isGranted(
  mesh: MeshView<"ReferenceGrant">,
  from: { readonly group: string; readonly kind: string; readonly namespace: string },
  to: { readonly kind: string; readonly namespace: string; readonly name: string },
): boolean {
  return from.namespace === to.namespace ||
    mesh.list("ReferenceGrant", to.namespace).some(({ spec }) =>
      (spec.from ?? []).some((one) =>
        one.group === from.group && one.kind === from.kind && one.namespace === from.namespace
      ) &&
      (spec.to ?? []).some((one) =>
        (one.group ?? "") === "" && one.kind === to.kind && (!one.name || one.name === to.name)
      )
    );
}
