import type { AnyRule } from "../../analysis/rule.ts";
import { contradictingInjectionLabels } from "./contradicting_injection_labels.ts";
import { deploymentImageAuto } from "./deployment_image_auto.ts";
import { namespaceInjectedByDefault } from "./namespace_injected_by_default.ts";
import { namespaceNotInjected } from "./namespace_not_injected.ts";
import { podImageAuto } from "./pod_image_auto.ts";
import { podWithoutProxy } from "./pod_without_proxy.ts";
import { proxyImageMismatch } from "./proxy_image_mismatch.ts";

/** The rules of this area. */
export const rules: readonly AnyRule[] = [
  contradictingInjectionLabels,
  deploymentImageAuto,
  namespaceInjectedByDefault,
  namespaceNotInjected,
  podImageAuto,
  podWithoutProxy,
  proxyImageMismatch,
];
