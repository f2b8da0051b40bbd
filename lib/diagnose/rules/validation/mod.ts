import type { AnyRule } from "../../analysis/rule.ts";
import { specInvalid } from "./spec_invalid.ts";
import { specQuestionable } from "./spec_questionable.ts";

/** The rules of this area. */
export const rules: readonly AnyRule[] = [
  specInvalid,
  specQuestionable,
];
