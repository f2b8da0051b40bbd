/** The rows of all causes of slowness. @module */
import { rows as connections } from "./connections.ts";
import { rows as filters } from "./filters.ts";
import type { SlownessRow } from "./requests.ts";
import { rows as resources } from "./resources.ts";
import { rows as retries } from "./retries.ts";
import { rows as telemetry } from "./telemetry.ts";
import { rows as time } from "./time.ts";

/** Every row; `tests/causes_test.ts` asserts that no cause is without one. */
export const rows: readonly SlownessRow[] = [
  ...connections,
  ...filters,
  ...resources,
  ...retries,
  ...telemetry,
  ...time,
];
