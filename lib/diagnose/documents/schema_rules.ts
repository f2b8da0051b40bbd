import type { DocumentRule } from "./rule.ts";

const REFUSED = "The API server refuses the object, so what it describes never reaches the mesh.";
const REFERENCE = ["https://istio.io/latest/docs/reference/config/"];

/** The rules about what the schema of a kind says, as the API server enforces it. */
export const schemaRules: readonly DocumentRule[] = [
  {
    code: "MM0010",
    name: "unknown-field",
    title: "Field does not exist",
    severity: "warning",
    since: "0.1.0",
    finds: ["unknown-field"],
    docs: {
      why:
        "The API server drops a field that the schema does not know, with a warning at most. The " +
        "setting has no effect, and nobody notices.",
      remedy: "Correct the name of the field, or its indentation, or remove it.",
      links: REFERENCE,
    },
  },
  {
    code: "MM0011",
    name: "wrong-type",
    title: "Value has the wrong type",
    severity: "error",
    since: "0.1.0",
    finds: ["wrong-type"],
    equivalents: ["IST0106"],
    docs: {
      why: `${REFUSED} YAML reads 80 as a number, and "80" as a string.`,
      remedy: "Write the value in the type that the field has; quotes make a string.",
      links: REFERENCE,
    },
  },
  {
    code: "MM0012",
    name: "required-field-missing",
    title: "Required field is missing",
    severity: "error",
    since: "0.1.0",
    finds: ["required"],
    equivalents: ["IST0106"],
    docs: { why: REFUSED, remedy: "Add the field.", links: REFERENCE },
  },
  {
    code: "MM0013",
    name: "value-not-allowed",
    title: "Value is none of those that are allowed",
    severity: "error",
    since: "0.1.0",
    finds: ["enum"],
    equivalents: ["IST0106"],
    docs: {
      why: `${REFUSED} Upper and lower case count.`,
      remedy: "Use one of the values that the message names.",
      links: REFERENCE,
    },
  },
  {
    code: "MM0014",
    name: "value-malformed",
    title: "Value has not the form that it needs",
    severity: "error",
    since: "0.1.0",
    finds: ["pattern", "format", "name"],
    equivalents: ["IST0106"],
    docs: { why: REFUSED, remedy: "Write the value in the form that the message names." },
  },
  {
    code: "MM0015",
    name: "value-out-of-bounds",
    title: "Value is too large, too small, too long or too short",
    severity: "error",
    since: "0.1.0",
    finds: ["range", "size"],
    equivalents: ["IST0106"],
    docs: { why: REFUSED, remedy: "Stay within the bounds that the message names." },
  },
  {
    code: "MM0016",
    name: "duplicate-item",
    title: "List holds the same item twice",
    severity: "error",
    since: "0.1.0",
    finds: ["duplicate"],
    docs: { why: REFUSED, remedy: "Remove one of the two, or give it another name." },
  },
  {
    code: "MM0017",
    name: "exclusive-fields",
    title: "Fields exclude each other",
    severity: "error",
    since: "0.1.0",
    finds: ["one-of"],
    equivalents: ["IST0106"],
    docs: { why: REFUSED, remedy: "Keep one of the fields.", links: REFERENCE },
  },
  {
    code: "MM0018",
    name: "schema-rule-violated",
    title: "Object breaks a rule of its schema",
    severity: "error",
    since: "0.1.0",
    finds: ["cel"],
    equivalents: ["IST0106", "KIA1503"],
    docs: { why: REFUSED, remedy: "Make the fields fit as the message says.", links: REFERENCE },
  },
];
