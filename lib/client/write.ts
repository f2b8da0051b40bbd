import { Failure, formatRef, type PatchOperation } from "../core/mod.ts";
import { type Schema, schemas } from "../mesh/mod.ts";
import type { Api } from "./api.ts";
import type { ApiAnswer, ApiRequest } from "./connection.ts";
import type { Discovery } from "./discovery.ts";
import {
  collectionPath,
  type KubeObject,
  type ObjectName,
  objectPath,
  refusal,
  typeOf,
} from "./object.ts";

/** How to change an object. */
export interface WriteOptions {
  /** The API server checks and answers as if, but nothing is kept. */
  readonly dryRun?: boolean;
  /** Interrupts. */
  readonly signal: AbortSignal;
}

/** How to apply an object. */
export interface ApplyOptions extends WriteOptions {
  /** Takes over fields that another manager owns; without it that is a failure. */
  readonly force?: boolean;
}

/** Name of meshmedic as the manager of the fields that it applies. */
const FIELD_MANAGER = "meshmedic";

/** Creates an object or changes the fields it names (server-side apply); returns it as it then is. */
export async function apply(
  api: Api,
  discovery: Discovery,
  object: KubeObject,
  { dryRun = false, force = false, signal }: ApplyOptions,
): Promise<KubeObject> {
  const { schema, apiVersion, name } = placeOf(api, discovery, object);
  const query = new URLSearchParams({
    fieldManager: FIELD_MANAGER,
    ...(force && { force: "true" }),
    ...(dryRun && { dryRun: "All" }),
  });
  const path = `${objectPath(schema, apiVersion, name)}?${query}`;
  const contentType = "application/apply-patch+yaml";
  const request: ApiRequest = { method: "PATCH", path, body: object, contentType };
  const answer = await api.send(request, signal);
  if (answer.status < 300) return JSON.parse(answer.text) as KubeObject;
  throw refusedTo("apply", schema, name, answer);
}

/** Creates an object; a conflict where it is already there. Returns it as it then is. */
export async function create(
  api: Api,
  discovery: Discovery,
  object: KubeObject,
  { dryRun = false, signal }: WriteOptions,
): Promise<KubeObject> {
  const { resourceVersion: _, ...metadata } = object.metadata;
  const { schema, apiVersion, name } = placeOf(api, discovery, object);
  const query = new URLSearchParams({
    fieldManager: FIELD_MANAGER,
    ...(dryRun && { dryRun: "All" }),
  });
  const collection = collectionPath(schema, apiVersion, name.namespace);
  const body = { ...object, metadata };
  const request: ApiRequest = { method: "POST", path: `${collection}?${query}`, body };
  const answer = await api.send(request, signal);
  if (answer.status < 300) return JSON.parse(answer.text) as KubeObject;
  throw refusedTo("create", schema, name, answer);
}

/** Changes an object by a JSON Patch. */
export async function patch(
  api: Api,
  discovery: Discovery,
  schema: Schema,
  object: ObjectName,
  operations: readonly PatchOperation[],
  { dryRun = false, signal }: WriteOptions,
): Promise<void> {
  const apiVersion = discovery.apiVersion(schema);
  if (apiVersion === undefined) throw notServed(api, schema);
  const query = new URLSearchParams({
    fieldManager: FIELD_MANAGER,
    ...(dryRun && { dryRun: "All" }),
  });
  const path = `${objectPath(schema, apiVersion, object)}?${query}`;
  const contentType = "application/json-patch+json";
  const answer = await api.send({ method: "PATCH", path, body: operations, contentType }, signal);
  if (answer.status >= 300) throw refusedTo("change", schema, object, answer);
}

/** Reads one object; `undefined` where there is none. */
export async function get(
  api: Api,
  discovery: Discovery,
  schema: Schema,
  object: ObjectName,
  signal: AbortSignal,
): Promise<KubeObject | undefined> {
  const apiVersion = discovery.apiVersion(schema);
  if (apiVersion === undefined) return undefined;
  const path = objectPath(schema, apiVersion, object);
  const answer = await api.send({ method: "GET", path }, signal);
  if (answer.status === 404) return undefined;
  if (answer.status === 200) return JSON.parse(answer.text) as KubeObject;
  throw refusedTo("read", schema, object, answer);
}

/** Deletes an object; whether there was one. */
export async function remove(
  api: Api,
  discovery: Discovery,
  schema: Schema,
  object: ObjectName,
  { dryRun = false, signal }: WriteOptions,
): Promise<boolean> {
  const apiVersion = discovery.apiVersion(schema);
  if (apiVersion === undefined) return false;
  const path = objectPath(schema, apiVersion, object) + (dryRun ? "?dryRun=All" : "");
  const answer = await api.send({ method: "DELETE", path }, signal);
  if (answer.status === 404) return false;
  if (answer.status < 300) return true;
  throw refusedTo("delete", schema, object, answer);
}

/** What to do where the API server keeps a write from undoing what others did. */
const CONFLICT_HINT =
  "Read it again; a field of another manager change where its owner keeps it, or take it over.";

/** Where an object is written. Throws a {@linkcode Failure} for one of a kind that is not served. */
function placeOf(
  api: Api,
  discovery: Discovery,
  object: KubeObject,
): { readonly schema: Schema; readonly apiVersion: string; readonly name: ObjectName } {
  const { name, namespace = "default" } = object.metadata;
  const schema = schemas.get(typeOf(object));
  if (schema === undefined) throw unknownKind(object);
  if (discovery.apiVersion(schema) === undefined) throw notServed(api, schema);
  return { schema, apiVersion: object.apiVersion, name: { namespace, name } };
}

function refusedTo(
  verb: string,
  { kind, namespaced }: Schema,
  { namespace, name }: ObjectName,
  answer: ApiAnswer,
): Failure {
  const object = formatRef({ kind, namespace: namespaced ? namespace : "", name });
  const message = `Cannot ${verb} ${object}: ${refusal(answer)}`;
  if (answer.status !== 409) return new Failure("CLUSTER_REFUSED", message);
  return new Failure("CLUSTER_CONFLICT", message, { hint: CONFLICT_HINT });
}

function notServed(api: Api, { kind }: Schema): Failure {
  const { name } = api.connection.info;
  return new Failure(
    "CLUSTER_REFUSED",
    `Cannot apply ${kind}: cluster "${name}" does not serve it`,
  );
}

function unknownKind({ apiVersion, kind }: KubeObject): Failure {
  return new Failure("CLUSTER_REFUSED", `Cannot apply ${kind} of ${apiVersion}: an unknown kind`);
}
