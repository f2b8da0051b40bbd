import type { AnyRule } from "../../analysis/rule.ts";
import { addOperation } from "./add_operation.ts";
import { relativeOperation } from "./relative_operation.ts";
import { relativeOperationWithVersion } from "./relative_operation_with_version.ts";
import { removeOperation } from "./remove_operation.ts";
import { replaceOperation } from "./replace_operation.ts";

/** The rules of this area. */
export const rules: readonly AnyRule[] = [
  addOperation,
  relativeOperation,
  relativeOperationWithVersion,
  removeOperation,
  replaceOperation,
];
