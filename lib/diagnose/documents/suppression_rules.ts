import type { DocumentRule } from "./rule.ts";

/** The rules about what silences other rules. */
export const suppressionRules: readonly DocumentRule[] = [
  {
    code: "MM0005",
    name: "suppression-unused",
    title: "Suppression silences nothing",
    severity: "warning",
    since: "0.1.0",
    finds: ["suppression-unused"],
    docs: {
      why: "What it once silenced is gone. It would silence the same defect when it comes back.",
      remedy:
        "Delete the comment or the word in the annotation `galley.istio.io/analyze-suppress`, or " +
        "write the baseline anew with --update-baseline.",
    },
  },
  {
    code: "MM0006",
    name: "suppression-invalid",
    title: "Suppression names no rule or no reason",
    severity: "warning",
    since: "0.1.0",
    finds: ["suppression-invalid"],
    docs: {
      why:
        "A suppression counts only with the code of a rule and a reason, so that others can tell " +
        "later whether it still holds.",
      remedy: "Write `# meshmedic: ignore CODE reason`.",
    },
  },
];
