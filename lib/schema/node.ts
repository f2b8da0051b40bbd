/** A CEL rule of a schema. */
export interface SchemaRule {
  /** Expression over `self` that must be true. */
  readonly rule: string;
  /** What to say where it is not. */
  readonly message?: string;
}

/** The part of OpenAPI v3 that structural schemas use. */
export interface SchemaNode {
  readonly $ref?: string;
  readonly type?: string;
  readonly format?: string;
  readonly nullable?: boolean;
  readonly default?: unknown;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: SchemaNode | boolean;
  readonly minProperties?: number;
  readonly maxProperties?: number;
  readonly items?: SchemaNode;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly allOf?: readonly SchemaNode[];
  readonly anyOf?: readonly SchemaNode[];
  readonly oneOf?: readonly SchemaNode[];
  readonly not?: SchemaNode;
  readonly "x-kubernetes-int-or-string"?: boolean;
  readonly "x-kubernetes-list-map-keys"?: readonly string[];
  readonly "x-kubernetes-list-type"?: string;
  readonly "x-kubernetes-preserve-unknown-fields"?: boolean;
  readonly "x-kubernetes-validations"?: readonly SchemaRule[];
}

/** Schemas of one publisher. */
export interface SchemaFile {
  /** Whether these are Kubernetes' own kinds, which treat `null` as absent. */
  readonly native: boolean;
  /** Name of the schema of each kind and version. */
  readonly kinds: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Schemas by name. */
  readonly definitions: Readonly<Record<string, SchemaNode>>;
}

/** The node itself, or the one it refers to. */
export function resolve(node: SchemaNode, file: SchemaFile): SchemaNode {
  return node.$ref === undefined ? node : file.definitions[node.$ref] ?? {};
}
