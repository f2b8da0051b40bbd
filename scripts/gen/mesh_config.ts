/** The messages of mesh-wide configuration. @module */
import type { Root } from "./interfaces.ts";
import { readProtos } from "./proto.ts";
import type { Definitions, Schema } from "./schema.ts";

const FILES = [
  "mesh/v1alpha1/config.proto",
  "mesh/v1alpha1/network.proto",
  "mesh/v1alpha1/proxy.proto",
  "networking/v1alpha3/destination_rule.proto",
  "networking/v1alpha3/virtual_service.proto",
  "networking/v1alpha3/workload_entry.proto",
  "networking/v1alpha3/workload_group.proto",
  "networking/v1beta1/proxy_config.proto",
  "type/v1beta1/selector.proto",
];

const MESH = "istio.mesh.v1alpha1.";

/** Both are read from the control plane's ConfigMap: `mesh` and `meshNetworks`. */
export async function readMeshConfig(
  directory: string,
): Promise<{ roots: Root[]; definitions: Definitions }> {
  const definitions = await readProtos(directory, FILES);
  const roots = ["MeshConfig", "MeshNetworks"].map((name) => ({
    name,
    schema: { $ref: `#/definitions/${MESH}${name}` } satisfies Schema,
    resource: false,
  }));
  return { roots, definitions };
}

/** `istio.mesh.v1alpha1.MeshConfig.CA` → `MeshConfigCA`; the names of resources stay theirs. */
export function meshConfigName(definition: string): string {
  const name = definition.replace(/^istio\.(\w+)\.v\w+\./, "").replaceAll(".", "");
  if (definition.startsWith(`${MESH}Mesh`)) return name;
  return name.startsWith("ProxyConfig") ? `Mesh${name}` : `MeshConfig${name}`;
}
