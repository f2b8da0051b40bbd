import type { Path } from "../../../core/mod.ts";
import type { TrafficExtensionWasm } from "../../../mesh/mod.ts";
import type { Say } from "../say.ts";
import { sayIf } from "../values/names.ts";

const SCHEMES = new Set(["", "file", "http", "https", "oci"]);
const MAX_SECRET = 253;
const MAX_NAME = 256;

/** Checks a plugin in WebAssembly. */
export function checkWasm(wasm: TrafficExtensionWasm, at: Path, say: Say): void {
  const { url = "", sha256 = "", imagePullSecret = "", pluginName = "", vmConfig } = wasm;
  sayIf(say, [...at, "url"], urlProblem(url));
  sayIf(say, [...at, "sha256"], hashProblem(sha256));
  if (imagePullSecret.length > MAX_SECRET) {
    say([...at, "imagePullSecret"], "imagePullSecret field must be less than 253 characters long");
  }
  if (pluginName.length > MAX_NAME) {
    say([...at, "pluginName"], "pluginName field must be less than 255 characters long");
  }
  checkEnvironment(vmConfig, [...at, "vmConfig", "env"], say);
}

function urlProblem(url: string): string | undefined {
  if (url === "") return "url field needs to be set";
  const scheme = /^([a-zA-Z][-+.a-zA-Z0-9]*):/.exec(url)?.[1] ?? "";
  // Without a scheme a colon stands before the port of a registry.
  const isHost = !url.includes("://") && /^[^/]+:\d+(?:\/|$)/.test(url);
  return isHost || SCHEMES.has(scheme.toLowerCase())
    ? undefined
    : `url contains unsupported scheme: ${scheme}`;
}

function hashProblem(hash: string): string | undefined {
  if (hash === "") return undefined;
  if (hash.length !== 64) return "sha256 field must be 64 characters long";
  return /^[a-f0-9]+$/.test(hash) ? undefined : "sha256 field must match [a-f0-9]{64} pattern";
}

/** Says the first wrong variable. */
function checkEnvironment(
  config: TrafficExtensionWasm["vmConfig"],
  at: Path,
  say: Say,
): void {
  const seen = new Set<string>();
  for (const [i, { name = "", value, valueFrom }] of (config?.env ?? []).entries()) {
    const place = [...at, i];
    if (name === "") return say(place, "spec.vmConfig.env invalid");
    if (name.length > MAX_NAME) {
      return say(place, "env.name field must be less than 255 characters long");
    }
    if (seen.has(name)) return say(place, "duplicate env");
    seen.add(name);
    if (valueFrom === "HOST" && value) {
      return say(place, "value may only be set when valueFrom is INLINE");
    }
  }
}

/** Checks the ports that an extension is for. */
export function checkMatchedPorts(
  match: readonly { readonly ports?: readonly { readonly number?: number }[] }[] | undefined,
  say: Say,
): void {
  for (const [i, { ports = [] }] of (match ?? []).entries()) {
    for (const [j, { number = 0 }] of ports.entries()) {
      if (number > 0 && number <= 65535) continue;
      return say(
        ["spec", "match", i, "ports", j],
        `spec.Match[${i}].Ports[${j}] is out of range: ${number}`,
      );
    }
  }
}
