import { documentationOf, type Finding, type Manual } from "../core/mod.ts";
import type { ManifestProblem } from "../source/mod.ts";

/** What the reader of manifests itself reports, before any rule sees an object. */
const MANUALS: Readonly<Record<ManifestProblem["type"], Manual>> = {
  unreadable: {
    code: "MM0002",
    name: "document-unreadable",
    title: "Document cannot be read",
    kind: "rule",
    severity: "error",
    why:
      "kubectl refuses such a document, so what it describes is not in the mesh. No rule saw it.",
    remedy: "Correct the syntax. Render a template before it is analyzed.",
  },
  "duplicate-key": {
    code: "MM0003",
    name: "duplicate-key",
    title: "Key is given twice",
    kind: "rule",
    severity: "error",
    why:
      "Only the last of two equal keys counts; what stands below the first is lost without a word. " +
      "kubectl refuses such a document where validation is on.",
    remedy: "Merge what stands below the two keys, or remove one.",
  },
  malformed: {
    code: "MM0004",
    name: "object-malformed",
    title: "Object has not the shape of a Kubernetes object",
    kind: "rule",
    severity: "error",
    why:
      "The API server refuses an object without a proper name, or with metadata of a wrong type.",
    remedy: "Give the object a name, and metadata as Kubernetes defines it.",
  },
};

/** The manuals of what the reader reports. */
export const documentManuals: readonly Manual[] = Object.values(MANUALS);

/** A problem of a document as a finding, without its fingerprint. */
export function problemFinding({ type, message, location, resource }: ManifestProblem): Finding {
  const { code, name } = MANUALS[type];
  return {
    code,
    name,
    severity: "error",
    message,
    resource,
    location,
    documentation: documentationOf(code),
    fingerprint: "",
  };
}
