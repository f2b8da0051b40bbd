import type { ResourceRef } from "../../core/mod.ts";

/** `namespace/name`, or the name alone where there is no namespace. */
export function formatName({ namespace, name }: Pick<ResourceRef, "namespace" | "name">): string {
  return namespace === "" ? name : `${namespace}/${name}`;
}

/** A list as istioctl prints it: `[a b]`. */
export function formatList(items: readonly (string | number)[]): string {
  return `[${items.join(" ")}]`;
}
