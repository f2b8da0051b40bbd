/** The mesh as data: typed resources, indexes, and the rules by which Istio reads them. Pure. @module */
export * from "./config_store.ts";
export * from "./control_plane.ts";
export * from "./credential.ts";
export * from "./destination_rule.ts";
export * from "./endpoint.ts";
export * from "./export.ts";
export * from "./gateway_api.ts";
export * from "./gateway_host.ts";
export type * from "./gen/mod.ts";
export * from "./host.ts";
export * from "./host_index.ts";
export * from "./injection.ts";
export * from "./label_index.ts";
export * from "./mesh.ts";
export type { EffectiveMeshConfig } from "./mesh_config.ts";
export * from "./namespace_labels.ts";
export * from "./network.ts";
export * from "./protocol.ts";
export * from "./quantity.ts";
export * from "./resource.ts";
export * from "./route_match.ts";
export {
  type GroupVersionKind,
  parseApiVersion,
  type Schema,
  schemas,
  SchemaSet as Set,
} from "./schema_set.ts";
export * from "./selector.ts";
export * from "./selector_index.ts";
export * from "./service_account.ts";
export * from "./service_address.ts";
export * from "./service_registry.ts";
export * from "./sidecar_scope.ts";
export * from "./service_selection.ts";
export * from "./virtual_service.ts";
export * from "./waypoint.ts";
export * from "./well_typed.ts";
export * from "./workload.ts";
export * from "./workload_instance.ts";
