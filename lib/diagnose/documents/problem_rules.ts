import type { DocumentRule } from "./rule.ts";

/** The rules about what the reader of manifests reports, before any rule sees an object. */
export const problemRules: readonly DocumentRule[] = [
  {
    code: "MM0002",
    name: "document-unreadable",
    title: "Document cannot be read",
    severity: "error",
    since: "0.1.0",
    finds: ["unreadable"],
    docs: {
      why:
        "kubectl refuses such a document, so what it describes is not in the mesh. No rule saw it.",
      remedy: "Correct the syntax. Render a template before it is analyzed.",
    },
  },
  {
    code: "MM0003",
    name: "duplicate-key",
    title: "Key is given twice",
    severity: "error",
    since: "0.1.0",
    finds: ["duplicate-key"],
    docs: {
      why:
        "Only the last of two equal keys counts; what stands below the first is lost without a " +
        "word. kubectl refuses such a document where validation is on.",
      remedy: "Merge what stands below the two keys, or remove one.",
    },
  },
  {
    code: "MM0004",
    name: "object-malformed",
    title: "Object has not the shape of a Kubernetes object",
    severity: "error",
    since: "0.1.0",
    finds: ["malformed"],
    docs: {
      why:
        "The API server refuses an object without a proper name, or with metadata of a wrong type.",
      remedy: "Give the object a name, and metadata as Kubernetes defines it.",
    },
  },
  {
    code: "MM0007",
    name: "kind-unknown",
    title: "No API has the kind in this version",
    severity: "error",
    since: "0.1.0",
    finds: ["unknown-kind"],
    docs: {
      why:
        "The API server knows no such kind and refuses the object, so what it describes never reaches " +
        "the mesh. No rule saw it.",
      remedy: "Correct the kind or the apiVersion.",
      links: ["https://istio.io/latest/docs/reference/config/"],
    },
  },
];
