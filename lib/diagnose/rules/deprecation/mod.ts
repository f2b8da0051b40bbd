import type { AnyRule } from "../../analysis/rule.ts";
import { deprecatedField } from "./deprecated_field.ts";
import { removedApiVersion } from "./removed_api_version.ts";
import { removedKind } from "./removed_kind.ts";

/** The rules of this area. */
export const rules: readonly AnyRule[] = [
  deprecatedField,
  removedApiVersion,
  removedKind,
];
