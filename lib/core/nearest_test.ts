import assert from "node:assert/strict";
import { nearest } from "./nearest.ts";

Deno.test("nearest() finds the word behind a typing error", () => {
  const fields = ["hosts", "host", "http", "gateways", "exportTo"];
  assert.equal(nearest("hosst", fields), "hosts");
  assert.equal(nearest("gatewyas", fields), "gateways");
  assert.equal(nearest("exportto", fields), "exportTo");
  assert.equal(nearest("Host", fields), "host");
});

Deno.test("nearest() finds nothing where no word is near", () => {
  assert.equal(nearest("retries", ["hosts", "http"]), undefined);
  assert.equal(nearest("", ["hosts"]), undefined);
  assert.equal(nearest("x", []), undefined);
});
