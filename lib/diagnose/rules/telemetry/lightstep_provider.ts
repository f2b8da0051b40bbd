import type { Mesh } from "../../../mesh/mod.ts";
import { defineRule } from "../../analysis/rule.ts";

/** Traces go to a provider that Istio still knows. */
export const lightstepProvider = defineRule({
  code: "IST0002",
  name: "lightstep-provider",
  title: "Traces go to the deprecated Lightstep provider",
  severity: "warning",
  since: "0.1.0",
  inputs: ["Telemetry"],
  peer: "telemetry.LightstepAnalyzer",
  docs: {
    why:
      "Envoy dropped the Lightstep tracer. A later release of Istio refuses the provider, and traces " +
      "are lost.",
    remedy: "Send traces through the OpenTelemetry provider, which Lightstep accepts.",
    links: ["https://istio.io/latest/docs/tasks/observability/distributed-tracing/"],
  },

  *check({ mesh }) {
    const lightstep = mesh.once(lightstepProviders);
    for (const on of mesh.list("Telemetry")) {
      for (const [i, { providers = [] }] of (on.spec.tracing ?? []).entries()) {
        for (const [j, { name = "" }] of providers.entries()) {
          if (!lightstep.has(name)) continue;
          yield {
            on,
            at: ["spec", "tracing", i, "providers", j, "name"],
            message:
              `Deprecated: The Lightstep provider ${name} is deprecated, please migrate to ` +
              "OpenTelemetry provider.",
          };
        }
      }
    }
  },
});

function lightstepProviders({ config }: Mesh): ReadonlySet<string> {
  return new Set(
    (config.extensionProviders ?? []).flatMap(({ name, lightstep }) =>
      lightstep && name ? [name] : []
    ),
  );
}
