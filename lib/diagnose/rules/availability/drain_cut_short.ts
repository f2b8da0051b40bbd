import { load } from "js-yaml";
import { isRecord } from "../../../core/mod.ts";
import { parseDurationMs } from "../../specs/values/values.ts";
import { setting } from "../../analysis/fix.ts";
import { defineRule } from "../../analysis/rule.ts";
import { COMPONENT_KINDS, components } from "./_components.ts";

/** Kubernetes' and Istio's defaults. */
const GRACE_SECONDS = 30;
const DRAIN = "5s";

/** A gateway that is stopped ends its connections before it is killed. */
export const drainCutShort = defineRule({
  code: "MM1308",
  name: "drain-cut-short",
  title: "Gateway is killed before it has drained its connections",
  severity: "warning",
  since: "0.1.0",
  inputs: ["Deployment"],
  reads: COMPONENT_KINDS,
  mode: "default",
  docs: {
    why:
      "A gateway that is told to stop drains for `terminationDrainDuration`. Kubernetes kills it after " +
      "`terminationGracePeriodSeconds`: where that is not longer, requests under way are cut off at " +
      "every rollout.",
    remedy: "Make `terminationGracePeriodSeconds` some seconds longer than the drain.",
    links: ["https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/#ProxyConfig"],
  },

  *check({ mesh }) {
    const { terminationDrainDuration: ofMesh = DRAIN } = mesh.config.defaultConfig ?? {};
    for (const { on, role, spec } of mesh.once(components)) {
      if (role !== "gateway") continue;
      const { terminationGracePeriodSeconds: grace = GRACE_SECONDS } = spec;
      const annotations = on.spec.template?.metadata?.annotations ?? {};
      const duration = ownDrain(annotations["proxy.istio.io/config"]) ?? ofMesh;
      const drain = parseDurationMs(duration);
      if (drain === undefined || drain < grace * 1000) continue;
      const at = ["spec", "template", "spec", "terminationGracePeriodSeconds"];
      yield {
        on,
        at: spec.terminationGracePeriodSeconds === undefined ? at.slice(0, -1) : at,
        message: `It drains for ${duration} and is killed after ${grace} s`,
        fix: setting(on.object, at, Math.ceil(drain / 1000) + 5, "Leave time to drain"),
      };
    }
  },
});

function ownDrain(config: string | undefined): string | undefined {
  if (!config) return undefined;
  try {
    const parsed = load(config);
    const duration = isRecord(parsed) ? parsed.terminationDrainDuration : undefined;
    return typeof duration === "string" ? duration : undefined;
  } catch {
    return undefined; // IST0125 says what is wrong with it.
  }
}
