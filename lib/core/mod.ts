/** The vocabulary that all other folders share: findings, diagnoses, references, failures, the world. @module */
export * from "./access_report.ts";
export * from "./diagnosis.ts";
export * from "./documentation.ts";
export * from "./failure.ts";
export * from "./finding.ts";
export * from "./gap.ts";
export * from "./ip.ts";
export * from "./log_report.ts";
export * from "./manual.ts";
export * from "./nearest.ts";
export * from "./path.ts";
export * from "./re2.ts";
export * from "./record.ts";
export * from "./ref.ts";
export * from "./world.ts";
export * from "./token_report.ts";
export * from "./version.ts";
