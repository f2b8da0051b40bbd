import { strictEqual } from "node:assert/strict";
import { exitCodeOf } from "./pod.ts";

Deno.test("exitCodeOf() reads the exit status of a command, or that it did not run", () => {
  strictEqual(exitCodeOf({ status: "Success" }), 0);
  const causes = [{ reason: "ExitCode", message: "3" }];
  const failed = { status: "Failure", reason: "NonZeroExitCode", details: { causes } };
  strictEqual(exitCodeOf(failed), 3);
  strictEqual(exitCodeOf({ ...failed, details: {} }), -1);
  strictEqual(exitCodeOf({ status: "Failure", reason: "InternalError" }), undefined);
});
