/** Reads CustomResourceDefinitions. @module */
import { loadAll } from "js-yaml";
import type { KindSource, Schema } from "./schema.ts";

interface Crd {
  kind: string;
  spec: {
    group: string;
    scope: string;
    names: { kind: string; plural: string };
    versions: { name: string; schema: { openAPIV3Schema: Schema } }[];
  };
}

/** Kinds whose name another group has taken. */
const IDENTIFIERS: ReadonlyMap<string, string> = new Map([
  ["gateway.networking.k8s.io/Gateway", "KubernetesGateway"],
]);

/** Versions that users still write although the CRD has dropped them. */
const DROPPED: ReadonlyMap<string, readonly string[]> = new Map([
  ["BackendTLSPolicy", ["v1alpha2"]],
  ["GRPCRoute", ["v1alpha2"]],
  ["Gateway", ["v1alpha2"]],
  ["GatewayClass", ["v1alpha2"]],
  ["HTTPRoute", ["v1alpha2"]],
  ["ReferenceGrant", ["v1alpha2"]],
]);

/** The kinds that a file of CRDs defines. */
export async function readCrds(file: string): Promise<KindSource[]> {
  const documents = loadAll(await Deno.readTextFile(file)) as (Crd | null)[];
  return documents.filter((document) => document?.kind === "CustomResourceDefinition").map((crd) =>
    kindOf(crd!)
  );
}

function kindOf({ spec: { group, scope, names, versions } }: Crd): KindSource {
  const schemas = new Map(versions.map(({ name, schema }) => [name, schema.openAPIV3Schema]));
  const dropped = group.startsWith("gateway.") ? DROPPED.get(names.kind) ?? [] : [];
  return {
    identifier: IDENTIFIERS.get(`${group}/${names.kind}`) ?? names.kind,
    group,
    versions: [...schemas.keys(), ...dropped].sort(byMaturity),
    kind: names.kind,
    plural: names.plural,
    namespaced: scope === "Namespaced",
    schemas,
  };
}

/** Kubernetes' order: v2, v1, v1beta2, v1beta1, v1alpha3. */
export function byMaturity(a: string, b: string): number {
  const [major, stage, minor] = maturity(a);
  const [major2, stage2, minor2] = maturity(b);
  return stage - stage2 || major2 - major || minor2 - minor;
}

function maturity(version: string): [number, number, number] {
  const [, major, stage, minor] = /^v(\d+)(?:(alpha|beta)(\d+))?$/.exec(version) ?? [];
  return [Number(major), ["beta", "alpha"].indexOf(stage ?? "") + 1, Number(minor ?? 0)];
}
