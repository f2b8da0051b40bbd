/** What the API server would say to an object, without an API server. @module */
export { loadSchemas, type ObjectSchema, type SchemaCatalog } from "./catalog.ts";
export { validateMetadata } from "./metadata.ts";
export type { Violation, ViolationKind } from "./report.ts";
