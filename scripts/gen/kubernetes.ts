/** Reads Kubernetes' own kinds from its OpenAPI document. @module */
import { KUBERNETES_KINDS, OLD_FIELDS, OPAQUE } from "./kubernetes_kinds.ts";
import { ANY, type Definitions, type KindSource, type Schema } from "./schema.ts";

/** API group of a definition's package, where they differ. */
const GROUPS: ReadonlyMap<string, string> = new Map([
  ["core", ""],
  ["discovery", "discovery.k8s.io"],
  ["networking", "networking.k8s.io"],
  ["coordination", "coordination.k8s.io"],
  ["rbac", "rbac.authorization.k8s.io"],
  ["admissionregistration", "admissionregistration.k8s.io"],
  ["apiextensions", "apiextensions.k8s.io"],
]);

const CRD_PACKAGE = "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.";

/** Names of interfaces whose definition shares its last word with another. */
const NAMES: ReadonlyMap<string, string> = new Map([
  ["io.k8s.api.discovery.v1.Endpoint", "EndpointSliceEndpoint"],
  ["io.k8s.api.discovery.v1.EndpointPort", "EndpointSlicePort"],
  ["io.k8s.api.rbac.v1.Subject", "RoleSubject"],
]);

/** Name of the interface of a definition. */
export function kubernetesName(definition: string): string {
  return NAMES.get(definition) ?? definition.slice(definition.lastIndexOf(".") + 1);
}

/** The chosen kinds and all definitions, without the fields no mesh is read from. */
export async function readKubernetes(
  file: string,
): Promise<{ kinds: KindSource[]; definitions: Definitions }> {
  const swagger = JSON.parse(await Deno.readTextFile(file)) as {
    definitions: Record<string, Schema>;
  };
  const definitions = new Map(
    Object.entries(swagger.definitions).map(([name, schema]) => [name, adjusted(name, schema)]),
  );
  const kinds = KUBERNETES_KINDS.map(([name, plural, namespaced, ...older]) => {
    const [pkg, version, kind] = name.split(".") as [string, string, string];
    const definition = pkg === "apiextensions" ? CRD_PACKAGE + kind : `io.k8s.api.${name}`;
    const schema = definitions.get(definition);
    if (schema === undefined) throw new Error(`Kubernetes has no ${definition}`);
    return {
      identifier: kind,
      group: GROUPS.get(pkg) ?? pkg,
      versions: [version, ...older],
      kind,
      plural,
      namespaced,
      schemas: new Map([[version, schema]]),
    };
  });
  return { kinds, definitions };
}

function adjusted(definition: string, schema: Schema): Schema {
  if (definition.endsWith(".Quantity") || schema.format === "int-or-string") {
    return { "x-kubernetes-int-or-string": true };
  }
  const name = kubernetesName(definition);
  const properties = { ...schema.properties, ...OLD_FIELDS[name] };
  if (Object.keys(properties).length === 0) return schema;
  for (const field of OPAQUE[name] ?? []) {
    const { description } = properties[field] ?? {};
    if (field in properties) properties[field] = description ? { ...ANY, description } : ANY;
  }
  return { ...schema, properties };
}
