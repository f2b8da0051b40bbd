import type { Path } from "../../../core/mod.ts";
import type { Resource, TelemetryMetric, TelemetryTracing } from "../../../mesh/mod.ts";
import type { Say } from "../say.ts";
import { checkAttachment } from "../values/selector.ts";
import { celProblem } from "./cel.ts";

type Providers = readonly { readonly name?: string }[];

/** Checks a Telemetry. */
export function checkTelemetry({ spec }: Resource<"Telemetry">, say: Say): void {
  checkAttachment(spec, say);
  for (const [i, metric] of (spec.metrics ?? []).entries()) {
    checkMetric(metric, ["spec", "metrics", i], say);
  }
  checkTracing(spec.tracing ?? [], say);
  for (const [i, { filter, providers }] of (spec.accessLogging ?? []).entries()) {
    const at = ["spec", "accessLogging", i];
    const problem = filter && celProblem(filter.expression ?? "");
    if (problem) {
      say([...at, "filter", "expression"], `filter expression is not valid CEL: ${problem}`);
    }
    checkProviders(providers, at, say);
  }
}

function checkProviders(providers: Providers | undefined, at: Path, say: Say): void {
  const nameless = (providers ?? []).findIndex(({ name }) => !name);
  if (nameless >= 0) say([...at, "providers", nameless], "providers.name may not be empty");
}

function checkMetric({ providers, overrides = [] }: TelemetryMetric, at: Path, say: Say): void {
  checkProviders(providers, at, say);
  for (const [i, { tagOverrides = {}, match }] of overrides.entries()) {
    const place = [...at, "overrides", i];
    for (const [tag, { operation = "UPSERT", value }] of Object.entries(tagOverrides)) {
      const tagAt = [...place, "tagOverrides", tag];
      if (tag === "") say(tagAt, "tagOverrides.name may not be empty", "warning");
      if (operation === "UPSERT" && !value) {
        say(tagAt, "tagOverrides.value must be set when operation is UPSERT");
      }
      if (operation === "REMOVE" && value) {
        say(tagAt, "tagOverrides.value may only be set when operation is UPSERT");
      }
    }
    if (match?.customMetric === "") {
      say([...place, "match", "customMetric"], "customMetric may not be empty");
    }
  }
}

function checkTracing(tracing: readonly TelemetryTracing[], say: Say): void {
  if (tracing.length > 1) {
    say(["spec", "tracing"], "multiple tracing is not currently supported", "warning");
  }
  for (const [i, one] of tracing.entries()) {
    const at = ["spec", "tracing", i];
    const { providers = [], randomSamplingPercentage: percentage = 0, customTags = {} } = one;
    if (providers.length > 1) {
      say([...at, "providers"], "multiple providers is not currently supported", "warning");
    }
    checkProviders(providers, at, say);
    if (percentage < 0 || percentage > 100) {
      say(
        [...at, "randomSamplingPercentage"],
        "randomSamplingPercentage must be in range [0.0, 100.0]",
      );
    }
    for (const [name, tag] of Object.entries(customTags)) {
      const place = [...at, "customTags", name];
      if (name === "") say(place, "tag name may not be empty");
      const { literal, header, environment } = tag;
      if (literal && !literal.value) say(place, "literal tag value may not be empty");
      if (header && !header.name) say(place, "header tag name may not be empty");
      if (environment && !environment.name) say(place, "environment tag name may not be empty");
    }
  }
}
