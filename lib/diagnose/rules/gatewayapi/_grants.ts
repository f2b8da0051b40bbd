import type { Fix } from "../../../core/mod.ts";
import type { MeshView, Resource } from "../../../mesh/mod.ts";
import { creation } from "../../analysis/fix.ts";

/** Objects that refer to others, as a ReferenceGrant names them. */
export interface Referrer {
  /** Their group. */
  readonly group: string;
  /** Their kind. */
  readonly kind: string;
  /** Their namespace. */
  readonly namespace: string;
}

/** Whether the namespace of an object lets another object refer to it. */
export function isGranted(
  mesh: MeshView<"ReferenceGrant">,
  from: Referrer,
  to: Resource,
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

/** Makes the ReferenceGrant that lets others refer to an object, and to no more than that. */
export function grant(
  mesh: MeshView<"ReferenceGrant">,
  from: Referrer,
  { kind, namespace, name: referred, cluster }: Resource,
): Fix | undefined {
  const name = `${from.kind.toLowerCase()}-${from.namespace}-to-${referred}`;
  if (mesh.get("ReferenceGrant", namespace, name)) return undefined;
  const object = {
    apiVersion: "gateway.networking.k8s.io/v1beta1",
    kind: "ReferenceGrant",
    metadata: { name, namespace },
    spec: { from: [from], to: [{ group: "", kind, name: referred }] },
  };
  return creation(object, `Grant it in namespace ${namespace}`, cluster);
}
