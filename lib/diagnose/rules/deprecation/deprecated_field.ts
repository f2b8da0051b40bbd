import { setField } from "../../analysis/fix.ts";
import { defineRule } from "../../analysis/rule.ts";
import { toPointer } from "../../../core/mod.ts";

/** No field is used that Istio replaced by another. */
export const deprecatedField = defineRule({
  code: "IST0002",
  name: "deprecated-field",
  title: "A deprecated field is in use",
  severity: "warning",
  since: "0.1.0",
  inputs: ["VirtualService"],
  reads: ["Sidecar"],
  peer: "deprecation.DeprecationAnalyzer",
  docs: {
    why: "A later release may drop the field, and then the setting is silently lost.",
    remedy: "Use the field that replaced it.",
  },

  *check({ mesh }) {
    for (const vs of mesh.list("VirtualService")) {
      for (const [i, { fault }] of (vs.spec.http ?? []).entries()) {
        const percent = fault?.delay?.percent ?? 0;
        if (percent <= 0) continue;
        const delay = ["spec", "http", i, "fault", "delay"];
        yield {
          on: vs,
          at: [...delay, "percent"],
          message: "Deprecated: HTTPRoute.fault.delay.percent is deprecated; use " +
            "HTTPRoute.fault.delay.percentage",
          fix: {
            applicability: "safe",
            title: "Use percentage",
            patch: [
              { op: "remove", path: toPointer([...delay, "percent"]) },
              ...setField(vs.object, [...delay, "percentage", "value"], percent),
            ],
          },
        };
      }
    }
    for (const sidecar of mesh.list("Sidecar")) {
      if (!sidecar.spec.outboundTrafficPolicy?.egressProxy) continue;
      yield {
        on: sidecar,
        at: ["spec", "outboundTrafficPolicy", "egressProxy"],
        message: "Deprecated: OutboundTrafficPolicy.EgressProxy ignored",
      };
    }
  },
});
