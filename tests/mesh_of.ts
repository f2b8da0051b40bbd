import { loadAll } from "js-yaml";
import { type AnyResource, Mesh, type MeshOptions, Resource } from "../lib/mesh/mod.ts";
import { toResource } from "../lib/source/object.ts";

/** The resources of a stream of YAML documents; throws for a document that is none. */
export function resourcesOf(yaml: string): AnyResource[] {
  return loadAll(yaml).filter((value) => value !== null && value !== undefined).map((value) => {
    const resource = toResource(value, { cluster: "", defaultNamespace: "default" });
    if (resource instanceof Resource) return resource;
    throw new TypeError(`No resource: ${resource.reason}`);
  });
}

/** A mesh of the objects in a stream of YAML documents. */
export function meshOf(yaml: string, options: MeshOptions = {}): Mesh {
  return new Mesh(resourcesOf(yaml), options);
}
