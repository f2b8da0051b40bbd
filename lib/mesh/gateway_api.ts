import type { Resource } from "./resource.ts";

/** Annotation of a definition that names the release of the Gateway API which it is from. */
export const BUNDLE_VERSION = "gateway.networking.k8s.io/bundle-version";

/** The oldest release of the Gateway API in which istiod reads a kind. */
const MINIMUM: ReadonlyMap<string, string> = new Map([
  ["grpcroutes.gateway.networking.k8s.io", "1.1.0"],
  ["backendtlspolicies.gateway.networking.k8s.io", "1.4.0"],
  ["tlsroutes.gateway.networking.k8s.io", "1.5.0"],
  ["tcproutes.gateway.networking.k8s.io", "1.6.0"],
]);

/** A definition that istiod passes over. */
export interface OutdatedDefinition {
  /** Release that it is from. */
  readonly version: string;
  /** Oldest release that istiod reads. */
  readonly minimum: string;
}

/** Whether a definition of the Gateway API is too old for istiod, which then ignores its objects. */
export function outdatedDefinition(
  { name, annotations }: Resource<"CustomResourceDefinition">,
): OutdatedDefinition | undefined {
  const minimum = MINIMUM.get(name) ?? "";
  const version = (annotations[BUNDLE_VERSION] ?? "").replace(/^v/, "");
  const [installed, needed] = [parseVersion(version), parseVersion(minimum)];
  return installed && needed && isBefore(installed, needed) ? { version, minimum } : undefined;
}

const VERSION = /^v?(\d+)\.(\d+)\.(\d+)/;

/** The three numbers of a version such as `v1.4.0-rc.1`; `undefined` for anything else. */
function parseVersion(text: string): readonly [number, number, number] | undefined {
  const [, major, minor, patch] = VERSION.exec(text) ?? [];
  return major === undefined ? undefined : [Number(major), Number(minor), Number(patch)];
}

/** Whether version `a` is before version `b`. */
function isBefore(a: readonly number[], b: readonly number[]): boolean {
  for (const [i, number] of a.entries()) {
    if (number !== b[i]) return number < (b[i] ?? 0);
  }
  return false;
}
