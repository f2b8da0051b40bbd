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
const ISTIO = /^(?:networking|security|telemetry|extensions)\.istio\.io$/;

/**
 * The kinds of which a cluster has no list, not even an empty one; `names` are those of its files. Kinds of
 * Istio count only where the cluster had them: where its definitions name them, or were not recorded.
 */
export function missingKinds(
  names: readonly string[],
  resources: readonly AnyResource[],
  isFurther: boolean,
): readonly Gap[] {
  const listed = new Set(names);
  const seen = new Set<Kind>(resources.map(({ identifier }) => identifier));
  const definitions = resources.filter(({ identifier }) => identifier === DEFINITION);
  const defined = new Set(definitions.map(({ name }) => name));
  const isNeeded = ({ identifier, group, plural }: Schema) =>
    isFurther ? NEEDED_FURTHER.includes(identifier) : NEEDED.includes(identifier) ||
      ISTIO.test(group) && (defined.size === 0 || defined.has(`${plural}.${group}`));
  return schemas.all().filter((schema) =>
    isNeeded(schema) && !seen.has(schema.identifier) &&
    !listed.has(`${schema.plural}.json`) && !listed.has(`${qualified(schema)}.json`)
  ).map((schema) => ({ what: qualified(schema), reason: "not in the snapshot" }));
}

function qualified({ group, plural }: Schema): string {
  return group === "" ? plural : `${plural}.${group}`;
}
