import { load } from "js-yaml";
import { isRecord } from "../core/mod.ts";
import type { MeshConfig, MeshNetworks } from "./gen/mesh_config.ts";
import type { MeshView } from "./mesh.ts";
import { type WellTyped, wellTyped } from "./well_typed.ts";

/** Settings of the mesh with Istio's defaults filled in. */
export type EffectiveMeshConfig =
  & MeshConfig
  & Required<Pick<MeshConfig, "rootNamespace" | "trustDomain" | "enableAutoMtls">>
  & {
    /** Where the settings come from: a ConfigMap, the user, or nothing but defaults. */
    readonly source: "configmap" | "given" | "defaults";
    /** Networks by name, from `meshNetworks`. */
    readonly networks: NonNullable<MeshNetworks["networks"]>;
  };

/** What settings to read. */
export interface MeshConfigOptions {
  /** Namespace of the control plane. */
  readonly istioNamespace: string;
  /** Settings given by the user. */
  readonly given: unknown;
  /** Networks given by the user; they win over those of the ConfigMap. */
  readonly givenNetworks: unknown;
  /** Revision whose ConfigMap is read. */
  readonly revision: string;
}

/**
 * The settings that proxies run with: Istio's defaults, under the `mesh` key of the ConfigMap `istio` (or
 * `istio-REVISION`) of the control plane's namespace, under what the user gave.
 */
export function effectiveMeshConfig(
  mesh: MeshView<"ConfigMap">,
  { istioNamespace, given, givenNetworks, revision }: MeshConfigOptions,
): EffectiveMeshConfig {
  const name = revision === "" || revision === "default" ? "istio" : `istio-${revision}`;
  const data = mesh.get("ConfigMap", istioNamespace, name)?.object.data ?? {};
  const served = settings("MeshConfig", parse(data["mesh"]));
  const own = settings("MeshConfig", given);
  const networks = settings("MeshNetworks", givenNetworks) ??
    settings("MeshNetworks", parse(data["meshNetworks"]));
  return {
    rootNamespace: istioNamespace,
    trustDomain: "cluster.local",
    enableAutoMtls: true,
    ...served,
    ...own,
    source: own ? "given" : served ? "configmap" : "defaults",
    networks: networks?.networks ?? {},
  };
}

function parse(text: string | undefined): unknown {
  if (text === undefined) return undefined;
  try {
    return load(text);
  } catch {
    return undefined; // A broken ConfigMap is a finding of its own; the defaults hold meanwhile.
  }
}

function settings<K extends "MeshConfig" | "MeshNetworks">(
  kind: K,
  value: unknown,
): WellTyped[K] | undefined {
  return isRecord(value) ? wellTyped(kind, value) : undefined;
}
