import type { Gap } from "../core/mod.ts";
import { type AnyResource, type Kind, type Schema, schemas } from "../mesh/mod.ts";

/** The kinds of Kubernetes without which little can be said of a mesh. */
const NEEDED: readonly Kind[] = [
  "ConfigMap",
  "Deployment",
  "EndpointSlice",
  "Namespace",
  "Node",
  "Pod",
  "Secret",
  "Service",
  "ServiceAccount",
];

/** Of a further cluster only these are looked at: its configuration is that of the first. */
const NEEDED_FURTHER: readonly Kind[] = ["EndpointSlice", "Namespace", "Pod", "Service"];

const DEFINITION: Kind = "CustomResourceDefinition";
/** Groups whose kinds a cluster learns by definitions. */
const DEFINED = /(?:^|\.)(?:istio\.io|gateway\.networking\.(?:x-)?k8s\.io)$/;
const ISTIO = /^(?:networking|security|telemetry|extensions)\.istio\.io$/;

/**
 * The kinds without which little can be said of a mesh, of which a cluster has no list; `names` are those
 * of its files.
 */
export function missingKinds(
  names: readonly string[],
  resources: readonly AnyResource[],
  isFurther: boolean,
): readonly Gap[] {
  const isNeeded = ({ identifier, group }: Schema) =>
    isFurther
      ? NEEDED_FURTHER.includes(identifier)
      : NEEDED.includes(identifier) || ISTIO.test(group);
  return unlistedKinds(names, resources, schemas.all().filter(isNeeded));
}

/**
 * The kinds among `wanted` of which a cluster has no list, not even an empty one; `names` are those of its
 * files. Kinds that a cluster learns by a definition count only where it had them: where its definitions
 * name them, or were not recorded.
 */
export function unlistedKinds(
  names: readonly string[],
  resources: readonly AnyResource[],
  wanted: readonly Schema[],
): readonly Gap[] {
  const listed = new Set(names);
  const seen = new Set<Kind>(resources.map(({ identifier }) => identifier));
  const definitions = resources.filter(({ identifier }) => identifier === DEFINITION);
  const defined = new Set(definitions.map(({ name }) => name));
  const mayBeThere = (schema: Schema) =>
    !DEFINED.test(schema.group) || defined.size === 0 || defined.has(qualified(schema));
  return wanted.filter((schema) =>
    mayBeThere(schema) && !seen.has(schema.identifier) &&
    !listed.has(`${schema.plural}.json`) && !listed.has(`${qualified(schema)}.json`)
  ).map((schema) => ({ what: qualified(schema), reason: "not in the snapshot" }));
}

function qualified({ group, plural }: Schema): string {
  return group === "" ? plural : `${plural}.${group}`;
}
