import { deepStrictEqual } from "node:assert/strict";
import { parseLogLevels } from "./log_levels.ts";

Deno.test("parseLogLevels() reads what Envoy lists", () => {
  const text = "active loggers:\n  admin: warning\n  alternate_protocols_cache: off\n  odd: loud\n";
  deepStrictEqual([...parseLogLevels(text)], [
    ["admin", "warning"],
    ["alternate_protocols_cache", "off"],
  ]);
  deepStrictEqual(parseLogLevels("").size, 0);
});
