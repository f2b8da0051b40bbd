import type { AnyRule } from "../../rule.ts";
import { crdVersionTooOld } from "./crd_version_too_old.ts";
import { ineffectiveSelector } from "./ineffective_selector.ts";

/** The rules of this area. */
export const rules: readonly AnyRule[] = [
  crdVersionTooOld,
  ineffectiveSelector,
];
