import { deepStrictEqual, strictEqual } from "node:assert/strict";
import fc from "fast-check";
import { formatPath, parsePath, toPointer } from "./path.ts";

Deno.test("parsePath() reads what formatPath() writes", () => {
  const step = fc.oneof(fc.nat(), fc.string({ minLength: 1 }), fc.constantFrom("a.b/c", "spec"));
  fc.assert(fc.property(fc.array(step), (path) => {
    deepStrictEqual(parsePath(formatPath(path)), path);
  }));
});

Deno.test("a path becomes a JSON Pointer", () => {
  strictEqual(toPointer(parsePath(`spec.http[0].labels["a/b~c"]`)), "/spec/http/0/labels/a~1b~0c");
});
