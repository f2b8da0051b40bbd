/** Why is it broken: rules about configuration, and root causes of observed trouble. @module */
export * from "./analysis/analyze.ts";
export * from "./cause.ts";
export { causes } from "./causes/mod.ts";
export { diagnoseConfiguration } from "./configuration/mod.ts";
export * from "./connectivity.ts";
export {
  type DocumentRule,
  documentRules,
  type DocumentTrouble,
  type WrittenObjects,
} from "./documents/mod.ts";
export * from "./example.ts";
export * from "./explain.ts";
export { failingInjector, injectors } from "./lifecycle/webhooks.ts";
export { istiodDeployments, istiodPods, stateOf } from "./lifecycle/istiod.ts";
export { containerStatuses } from "./lifecycle/containers.ts";
export { diagnoseMesh, type MeshQuestion } from "./overall/mod.ts";
export { diagnosePerformance, type PerformanceQuestion } from "./performance/mod.ts";
export { gapOfKind } from "./analysis/gap_of_kind.ts";
export * from "./analysis/rule.ts";
export { rules } from "./rules/mod.ts";
export { kindsOf, type RuleSelection, selectRules } from "./analysis/select_rules.ts";
export * from "./silence/mod.ts";
export * from "./security/expiry.ts";
export { diagnoseSecurity } from "./security/mod.ts";
export * from "./troubleshooting_toolkit.ts";
