import { defineRule } from "../../analysis/rule.ts";

/** Where logs are switched on, somebody writes them. */
export const noLogProvider = defineRule({
  code: "IST0157",
  name: "no-log-provider",
  title: "Access log is switched on without a provider",
  severity: "warning",
  since: "0.1.0",
  inputs: ["Telemetry"],
  peer: "telemetry.ProviderAnalyzer",
  docs: {
    why: "Neither the Telemetry nor the mesh says who writes the access log, so nobody does.",
    remedy:
      "Name a provider, such as `envoy`, or set `defaultProviders.accessLogging` in the mesh " +
      "settings.",
    links: ["https://istio.io/latest/docs/tasks/observability/logs/telemetry-api/"],
  },

  *check({ mesh, compat }) {
    if ((mesh.config.defaultProviders?.accessLogging ?? []).length > 0) return;
    for (const on of mesh.list("Telemetry")) {
      for (const [i, { disabled, providers = [] }] of (on.spec.accessLogging ?? []).entries()) {
        if (disabled || providers.length > 0) continue;
        yield {
          on,
          at: compat ? [] : ["spec", "accessLogging", i],
          message: `The Telemetry ${on.name} in namespace "${on.namespace}" with empty providers ` +
            "will be ignored.",
        };
      }
    }
  },
});
