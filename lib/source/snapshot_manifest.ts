import { type Gap, isRecord } from "../core/mod.ts";
import type { Manifest } from "../evidence/mod.ts";
import type { PlainObject } from "./object.ts";
import { unusable } from "./snapshot_failure.ts";

/** What stands for a manifest that says nothing. */
export const NO_MANIFEST: Manifest = { format: 1, tool: "", capturedAt: "", clusterName: "" };

/**
 * Reads the text of a `manifest.json`. `defaults` stand for what is missing or malformed. Throws a
 * {@linkcode Failure} where the manifest names another format; `path` is the snapshot's.
 */
export function readManifest(
  text: string | undefined,
  path: string,
  defaults: Manifest,
): { readonly manifest: Manifest; readonly gaps: readonly Gap[] } {
  const unread = (reason: string) => {
    const gaps = [{ what: "manifest.json", reason }];
    return { manifest: { ...defaults, gaps }, gaps };
  };
  if (text === undefined) return unread("not in the snapshot");
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return unread(`unreadable: ${(error as SyntaxError).message}`);
  }
  if (!isRecord(value)) return unread("unreadable: it is not a map");
  const { format = 1 } = value;
  if (format !== 1 && format !== "1") {
    const hint = "A newer meshmedic may know it.";
    throw unusable(path, `its format is ${JSON.stringify(format)}, only 1 is known`, { hint });
  }
  const gaps = gapsOf(value.gaps);
  return { manifest: { ...defaults, ...fieldsOf(value), gaps }, gaps };
}

function fieldsOf(value: PlainObject): Partial<Manifest> {
  const { redactions } = value;
  return {
    ...textsOf(value, ["tool", "clusterName"]),
    ...textsOf(value, ["kubernetesVersion", "istioVersion", "envoyVersion"]),
    ...timesOf(value, ["capturedAt", "windowStart"]),
    ...(Array.isArray(redactions) && { redactions: redactions.map(String) }),
  };
}

function textsOf<K extends string>(
  value: PlainObject,
  keys: readonly K[],
): { [key in K]?: string } {
  const texts: { [key in K]?: string } = {};
  for (const key of keys) {
    const text = value[key];
    if (typeof text === "string" && text !== "") texts[key] = text;
  }
  return texts;
}

function timesOf<K extends string>(
  value: PlainObject,
  keys: readonly K[],
): { [key in K]?: string } {
  const texts = textsOf(value, keys);
  for (const key of keys) {
    if (Number.isNaN(Date.parse(texts[key] ?? ""))) delete texts[key];
  }
  return texts;
}

function gapsOf(value: unknown): readonly Gap[] {
  if (!Array.isArray(value)) return [];
  return value.map((gap: unknown) =>
    isRecord(gap)
      ? { what: String(gap.what ?? ""), reason: String(gap.reason ?? "") }
      : { what: String(gap), reason: "not recorded" }
  );
}
