import { isRecord } from "../core/mod.ts";
import type { KindMap } from "./gen/kinds.ts";
import type { MeshConfig, MeshNetworks } from "./gen/mesh_config.ts";
import { NODES, ROOTS } from "./gen/skeleton.ts";

/** What can be made well-typed: every kind, and the two documents of mesh configuration. */
export interface WellTyped extends KindMap {
  /** The `mesh` of the control plane's ConfigMap. */
  readonly MeshConfig: MeshConfig;
  /** Its `meshNetworks`. */
  readonly MeshNetworks: MeshNetworks;
}

type Json = Readonly<Record<string, unknown>>;
type Type = Scalar | Fields | Container;
type Scalar = "string" | "number" | "boolean" | "number or string" | "object" | "anything";
type Fields = Map<string, Type>;

/** A list or a map of equal things. */
interface Container {
  readonly of: Type;
  readonly list: boolean;
}

/** What stands for an item of a list that has the wrong type, so that the others keep their index. */
const EMPTY: Readonly<Record<Scalar, unknown>> = {
  string: "",
  number: 0,
  boolean: false,
  "number or string": "",
  object: {},
  anything: null,
};

const SCALARS: Readonly<Record<string, Scalar>> = {
  s: "string",
  n: "number",
  b: "boolean",
  x: "number or string",
  o: "object",
  a: "anything",
};

/** What every resource is promised to have. */
const GIVEN = ["apiVersion", "kind", "metadata"];

const decoded = new Map<number, Fields>();

/**
 * The object with every field as its kind declares it: a field or map entry of another type, or `null`,
 * is left out, an item of a list is replaced by an empty one. Unknown fields stay, and so do unknown
 * words in the place of an enum. Returns the object itself where nothing is wrong, which is cheap.
 */
export function wellTyped<K extends keyof WellTyped>(
  identifier: K,
  object: Readonly<Record<string, unknown>>,
): WellTyped[K] {
  const fields = fieldsOf(ROOTS[identifier]);
  const typed: object = fits(object, fields) ? object : repaired(object, fields) as Json;
  const whole = !fields.has("kind") || GIVEN.every((field) => field in typed)
    ? typed
    : { apiVersion: "", kind: "", metadata: {}, ...typed };
  return whole as WellTyped[K];
}

function fits(value: unknown, type: Type): boolean {
  if (typeof type === "string") return fitsScalar(value, type);
  if (type instanceof Map) {
    if (!isRecord(value)) return false;
    for (const key of Object.keys(value)) {
      const field = type.get(key);
      if (field !== undefined && !fits(value[key], field)) return false;
    }
    return true;
  }
  if (type.list) return Array.isArray(value) && value.every((item) => fits(item, type.of));
  if (!isRecord(value)) return false;
  for (const key of Object.keys(value)) if (!fits(value[key], type.of)) return false;
  return true;
}

function fitsScalar(value: unknown, type: Scalar): boolean {
  switch (type) {
    case "anything":
      return true;
    case "object":
      return isRecord(value);
    case "string":
      return typeof value === "string";
    case "number":
      return typeof value === "number";
    case "boolean":
      return typeof value === "boolean";
    case "number or string":
      return typeof value === "number" || typeof value === "string";
  }
}

function repaired(value: unknown, type: Type): unknown {
  if (fits(value, type)) return value;
  if (typeof type === "string") return undefined;
  if ("of" in type && type.list) {
    if (!Array.isArray(value)) return undefined;
    return value.map((item) => repaired(item, type.of) ?? empty(type.of));
  }
  if (!isRecord(value)) return undefined;
  const entries = Object.entries(value).map(([key, inner]) => {
    const field = "of" in type ? type.of : type.get(key);
    return [key, field === undefined ? inner : repaired(inner, field)];
  });
  return Object.fromEntries(entries.filter(([, inner]) => inner !== undefined));
}

function empty(type: Type): unknown {
  if (typeof type === "string") return EMPTY[type];
  return "of" in type && type.list ? [] : {};
}

function fieldsOf(number: number): Fields {
  const known = decoded.get(number);
  if (known) return known;
  const fields = new Map<string, Type>();
  for (const field of NODES[number]?.split(",") ?? []) {
    const [name, type] = field.split(":");
    if (name && type) fields.set(name, typeOf(type));
  }
  decoded.set(number, fields);
  return fields;
}

function typeOf(code: string): Type {
  if (code.startsWith("[")) return { of: typeOf(code.slice(1)), list: true };
  if (code.startsWith("{")) return { of: typeOf(code.slice(1)), list: false };
  return SCALARS[code] ?? fieldsOf(Number(code));
}
