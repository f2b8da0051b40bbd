import { load } from "js-yaml";
import { isRecord } from "../core/mod.ts";
import type { MeshConfig, MeshNetworks } from "./gen/mesh_config.ts";
import type { MeshView } from "./mesh.ts";

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
  /** Revision whose ConfigMap is read. */
  readonly revision: string;
}

/**
 * The settings that proxies run with: Istio's defaults, under the `mesh` key of the ConfigMap `istio` (or
 * `istio-REVISION`) of the control plane's namespace, under what the user gave.
 */
export function effectiveMeshConfig(
  mesh: MeshView<"ConfigMap">,
  { istioNamespace, given, revision }: MeshConfigOptions,
): EffectiveMeshConfig {
  const name = revision === "" || revision === "default" ? "istio" : `istio-${revision}`;
  const data = mesh.get("ConfigMap", istioNamespace, name)?.object.data ?? {};
  const served = parse(data["mesh"]);
  const networks = parse(data["meshNetworks"]) as MeshNetworks | undefined;
  const own = isRecord(given) ? given : undefined;
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

function parse(text: string | undefined): Record<string, unknown> | undefined {
  if (text === undefined) return undefined;
  try {
    const value = load(text);
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined; // A broken ConfigMap is a finding of its own; the defaults hold meanwhile.
  }
}
