import { isRecord, nearest, type Path, typingErrors } from "../core/mod.ts";
import {
  type AnyResource,
  type Origin,
  parseApiVersion,
  Resource,
  type Schema,
  schemas,
  wellTyped,
} from "../mesh/mod.ts";

/** Whom an object belongs to. */
export interface ObjectContext {
  /** Name of the cluster; `""` where there is only one. */
  readonly cluster: string;
  /** Namespace of namespaced objects that name none. */
  readonly defaultNamespace: string;
  /** Where the object was read. */
  readonly origin?: Origin;
}

/** Why a value did not become a resource. */
export interface Rejection {
  /**
   * What it is: `malformed` claims to be a known object and is none, `unknown-kind` claims a kind that Istio's
   * APIs do not have, a `template` has to be rendered first. `foreign` data is nobody's mistake.
   */
  readonly type: "malformed" | "unknown-kind" | "template" | "foreign";
  /** One clause that names what is wrong. */
  readonly reason: string;
  /** The field that is wrong. */
  readonly path: Path;
}

/** A map as YAML and JSON give it. */
export type PlainObject = Readonly<Record<string, unknown>>;

/** One object of a document, and the way to it: lists hold several. */
export interface FoundObject {
  /** The object, or whatever stands in its place. */
  readonly value: unknown;
  /** Way from the root of the document; empty for a document that is no list. */
  readonly path: Path;
}

// Lists of lists are legal and nobody writes more than two levels.
const MAX_LIST_DEPTH = 8;

/**
 * The objects of a document: the document itself, or the items of a `List` or `…List`, also of lists in
 * lists. Items of a typed list that do not repeat their type, as the API server leaves it out, get it.
 */
export function* objectsOf(value: unknown, path: Path = []): Generator<FoundObject> {
  const items = listItems(value);
  if (!items || path.length >= 2 * MAX_LIST_DEPTH) return yield { value, path };
  const { kind, apiVersion } = value as PlainObject & { kind: string };
  const itemKind = kind.slice(0, -"List".length);
  for (const [i, item] of items.entries()) {
    const typed = itemKind !== "" && isRecord(item) && item.kind === undefined
      ? { apiVersion, kind: itemKind, ...item }
      : item;
    yield* objectsOf(typed, [...path, "items", i]);
  }
}

function listItems(value: unknown): readonly unknown[] | undefined {
  if (!isRecord(value) || typeof value.apiVersion !== "string") return undefined;
  if (typeof value.kind !== "string" || !value.kind.endsWith("List")) return undefined;
  // Go writes an empty list as null.
  if (value.items === null || value.items === undefined && value.kind === "List") return [];
  return Array.isArray(value.items) ? value.items : undefined;
}

/** Makes a resource of a value, or says why it is none. */
export function toResource(value: unknown, context: ObjectContext): AnyResource | Rejection {
  if (!isRecord(value)) return foreign("it is not a map");
  const { apiVersion, kind, metadata } = value;
  if (apiVersion === undefined && kind === undefined) {
    return foreign("it has no apiVersion and kind");
  }
  if (apiVersion === undefined || apiVersion === null) return foreign("it has no apiVersion");
  if (kind === undefined || kind === null) return foreign("it has no kind");
  if (typeof apiVersion !== "string") {
    return malformed("apiVersion is not a string", ["apiVersion"]);
  }
  if (typeof kind !== "string") return malformed("kind is not a string", ["kind"]);
  const schema = schemaOf(apiVersion, kind);
  if ("reason" in schema) return schema;
  if (!isRecord(metadata)) {
    return malformed(`metadata is ${metadata === undefined ? "missing" : "not a map"}`, [
      "metadata",
    ]);
  }
  const wrong = wrongMetadata(metadata);
  // An IstioOperator is read by istioctl, and never seen by an API server.
  if (wrong && kind !== "IstioOperator") return wrong;
  const namespace = metadata.namespace as string | null | undefined;
  return new Resource(
    schema.identifier,
    context.cluster,
    schema.namespaced ? namespace || context.defaultNamespace : "",
    wellTyped(schema.identifier, value),
    context.origin,
    value,
  ) as AnyResource;
}

/** The schema of a type, or why there is none. */
function schemaOf(apiVersion: string, kind: string): Schema | Rejection {
  const known = schemas.ofType(apiVersion, kind);
  if (known) return known;
  const { group, version } = parseApiVersion(apiVersion);
  const schema = schemas.get({ group, version, kind });
  if (schema) return schema;
  const meant = intendedType(group, version, kind);
  if (meant !== undefined) {
    const reason = `there is no ${kind} in ${apiVersion}; did you mean ${meant}?`;
    return { type: "unknown-kind", reason, path: [] };
  }
  return foreign(
    version !== "" && schemas.get({ group, version: "", kind })
      ? `version "${version}" of ${kind} is not known`
      : `kind "${kind}" of ${group === "" ? "the core group" : `"${group}"`} is not analyzed`,
  );
}

const ISTIO_GROUP = /(?:^|\.)istio\.io$/;
const GATEWAY_GROUP = "gateway.networking.k8s.io";

/**
 * The type that was meant by one of Istio's or the Gateway API's that is none: the same kind in another
 * group or version, or the kind of the group that is spelt almost alike.
 */
function intendedType(group: string, version: string, kind: string): string | undefined {
  const isOwn = (group: string) => ISTIO_GROUP.test(group) || group === GATEWAY_GROUP;
  const own = schemas.all().filter((schema) => isOwn(schema.group));
  if (isOwn(group)) {
    const inGroup = own.filter((schema) => schema.group === group).map((schema) => schema.kind);
    if (inGroup.includes(kind)) {
      // Releases to come may have a second version.
      return version.startsWith("v1") ? typeOf(own, group, kind) : undefined;
    }
    const near = nearest(kind, inGroup);
    // The Gateway API has had kinds that are named alike.
    const isTypo = near !== undefined &&
      (group !== GATEWAY_GROUP || typingErrors(kind, near) === 1);
    if (isTypo) return typeOf(own, group, near);
  } else if (group !== "") return undefined;
  const namesakes = own.filter((schema) => schema.kind === kind).map((schema) => schema.group);
  return namesakes.map((group) => typeOf(own, group, kind)).join(" or ") || undefined;
}

function typeOf(own: readonly Schema[], group: string, kind: string): string {
  const schema = own.find((schema) => schema.group === group && schema.kind === kind);
  return `${kind} in ${group}/${schema?.versions[0]}`;
}

function wrongMetadata(metadata: PlainObject): Rejection | undefined {
  const { name, generateName, namespace } = metadata;
  for (const [field, value] of Object.entries({ name, namespace })) {
    if (typeof value !== "string" || !value.includes("{{")) continue;
    return {
      type: "template",
      reason: `metadata.${field} is a template`,
      path: ["metadata", field],
    };
  }
  if (name === undefined || name === null || name === "") {
    if (typeof generateName === "string") return undefined;
    return malformed("metadata.name is missing", ["metadata", "name"]);
  }
  if (typeof name !== "string") {
    return malformed("metadata.name is not a string", ["metadata", "name"]);
  }
  if (namespace !== undefined && namespace !== null && typeof namespace !== "string") {
    return malformed("metadata.namespace is not a string", ["metadata", "namespace"]);
  }
  return undefined;
}

function foreign(reason: string): Rejection {
  return { type: "foreign", reason, path: [] };
}

function malformed(reason: string, path: Path): Rejection {
  return { type: "malformed", reason, path };
}
