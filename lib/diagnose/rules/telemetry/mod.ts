import type { AnyRule } from "../../analysis/rule.ts";
import { conflictingTelemetries } from "./conflicting_telemetries.ts";
import { lightstepProvider } from "./lightstep_provider.ts";
import { noLogProvider } from "./no_log_provider.ts";
import { severalDefaultTelemetries } from "./several_default_telemetries.ts";
import { telemetrySelectsNoPods } from "./telemetry_selects_no_pods.ts";

/** The rules of this area. */
export const rules: readonly AnyRule[] = [
  conflictingTelemetries,
  lightstepProvider,
  noLogProvider,
  severalDefaultTelemetries,
  telemetrySelectsNoPods,
];
