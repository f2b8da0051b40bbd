/** Access and tokens as text. @module */
import type {
  AccessMatrix,
  AccessReport,
  TokenInspection,
  TokenVerification,
} from "../../core/mod.ts";
import { json, yaml } from "../document.ts";
import type { Renderer } from "../presentation.ts";
import { accessTable } from "./check.ts";
import { matrixTable } from "./matrix.ts";
import { inspectionText, verificationText } from "./token.ts";

/** Names of the formats of these reports. */
export const ACCESS_FORMATS = ["table", "json", "yaml"] as const;

/** A format of these reports. */
export type AccessFormat = (typeof ACCESS_FORMATS)[number];

/** One renderer per format of these reports. */
export type AccessRenderers<Report> = Readonly<Record<AccessFormat, Renderer<Report>>>;

/** Whether a request would be allowed. */
export const accessRenderers: AccessRenderers<AccessReport> = { table: accessTable, json, yaml };
/** Who may call what. */
export const matrixRenderers: AccessRenderers<AccessMatrix> = { table: matrixTable, json, yaml };
/** What a token says of itself. */
export const inspectionRenderers: AccessRenderers<TokenInspection> = {
  table: inspectionText,
  json,
  yaml,
};
/** Which rule a token meets. */
export const verificationRenderers: AccessRenderers<TokenVerification> = {
  table: verificationText,
  json,
  yaml,
};
