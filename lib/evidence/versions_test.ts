import { strictEqual } from "node:assert/strict";
import { parseIstiodVersion } from "./versions.ts";

Deno.test("parseIstiodVersion() takes the commit and the state of its files off", () => {
  strictEqual(parseIstiodVersion("1.30.2-abc123-Clean\n"), "1.30.2");
  strictEqual(
    parseIstiodVersion("1.32-alpha.86c9f01fd73-86c9f01fd73-Modified"),
    "1.32-alpha.86c9f01fd73",
  );
  strictEqual(parseIstiodVersion("1.30.2"), "1.30.2");
});
