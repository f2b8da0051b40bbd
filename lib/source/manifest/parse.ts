import { constructFromEvents, YAMLException } from "js-yaml";
import { parseJson } from "../json.ts";
import { assertBounded } from "./aliases.ts";
import { KUBERNETES_SCHEMA } from "./kubernetes_schema.ts";
import { type Syntax, syntaxOf, SyntaxProblem } from "./syntax.ts";

const MAX_ALIASES = 10_000;
// From here on the platform's JSON reader is worth its poorer messages.
const LONG_JSON = 100_000;
const DUPLICATE = "duplicated mapping key";

/** What a text holds. */
export interface Parsed {
  /** The documents: one, unless the text is a stream that nobody has split. */
  readonly values: readonly unknown[];
  /** Whether a map has a key twice; the last one counts, as for kubectl. */
  readonly hasDuplicates: boolean;
}

/** Reads a document of YAML, of which JSON is a part. Throws a {@linkcode SyntaxProblem}. */
export function parseDocument(text: string): Parsed {
  const json = text.length >= LONG_JSON && /^\s*[{[]/.test(text) ? jsonOf(text) : undefined;
  if (json !== undefined) return { values: [json], hasDuplicates: false };
  const syntax = syntaxOf(text);
  try {
    const parsed = construct(syntax);
    if (text.includes("&") && text.includes("*")) parsed.values.forEach(assertBounded);
    return parsed;
  } catch (error) {
    throw SyntaxProblem.of(error, syntax);
  }
}

function construct({ events, source }: Syntax): Parsed {
  const options = { source, schema: KUBERNETES_SCHEMA, maxAliases: MAX_ALIASES };
  try {
    return { values: constructFromEvents(events, options), hasDuplicates: false };
  } catch (error) {
    if (!(error instanceof YAMLException) || error.reason !== DUPLICATE) throw error;
    return { values: constructFromEvents(events, { ...options, json: true }), hasDuplicates: true };
  }
}

function jsonOf(text: string): unknown {
  try {
    return parseJson(text);
  } catch {
    return undefined;
  }
}
