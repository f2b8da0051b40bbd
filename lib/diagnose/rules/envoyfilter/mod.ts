import type { AnyRule } from "../../analysis/rule.ts";
import { addOperation } from "./add_operation.ts";
import { filterAfterTerminal } from "./filter_after_terminal.ts";
import { matchWithoutEffect } from "./match_without_effect.ts";
import { relativeOperation } from "./relative_operation.ts";
import { relativeOperationWithVersion } from "./relative_operation_with_version.ts";
import { removeOperation } from "./remove_operation.ts";
import { replaceOperation } from "./replace_operation.ts";
import { versionWithoutProxy } from "./version_without_proxy.ts";

/** The rules of this area. */
export const rules: readonly AnyRule[] = [
  addOperation,
  filterAfterTerminal,
  matchWithoutEffect,
  relativeOperation,
  relativeOperationWithVersion,
  removeOperation,
  replaceOperation,
  versionWithoutProxy,
];
