import type { AnyRule } from "../../analysis/rule.ts";
import { alphaAnnotation } from "./alpha_annotation.ts";
import { deprecatedAnnotation } from "./deprecated_annotation.ts";
import { invalidAnnotation } from "./invalid_annotation.ts";
import { misplacedAnnotation } from "./misplaced_annotation.ts";
import { unknownAnnotation } from "./unknown_annotation.ts";

/** The rules of this area. */
export const rules: readonly AnyRule[] = [
  alphaAnnotation,
  deprecatedAnnotation,
  invalidAnnotation,
  misplacedAnnotation,
  unknownAnnotation,
];
