import { deepStrictEqual, ok } from "node:assert/strict";
import fc from "fast-check";
import { dump } from "js-yaml";
import { isRecord, type Path, toPointer } from "../core/mod.ts";
import { readEditable } from "../source/mod.ts";
import { editDocument } from "./edit_document.ts";

const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small" },
    fc.constantFrom(
      "a",
      "true",
      "1",
      "a: b",
      "- x",
      "#",
      "a, b]",
      "*x",
      "",
      "two\nlines\n",
      "\u00e4",
    ),
    fc.integer({ min: 0, max: 99 }),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom("a", "b", "c d", "1", "x/y~z"), tie("value"), {
      maxKeys: 4,
      noNullPrototype: true,
    }),
  ),
}));

const style = fc.constantFrom(
  (root: unknown) => dump(root, { lineWidth: -1, noRefs: true }),
  (root: unknown) => dump(root, { lineWidth: -1, noRefs: true, seqNoIndent: true }),
  (root: unknown) => dump(root, { lineWidth: -1, noRefs: true, flowLevel: 2 }),
  (root: unknown) =>
    `---\n# head\n${dump(root, { lineWidth: -1, noRefs: true, indent: 4 })}# end\n`,
  (root: unknown) => JSON.stringify(root, null, 2),
  (root: unknown) => dump(root, { lineWidth: -1, noRefs: true }).replaceAll("\n", "\r\n"),
);

function placesIn(root: unknown, path: Path = []): Path[] {
  const keys = Array.isArray(root) ? [...root.keys()] : isRecord(root) ? Object.keys(root) : [];
  return keys.flatMap((key) => {
    const at = [...path, key];
    return [at, ...placesIn((root as Record<string | number, unknown>)[key], at)];
  });
}

const root = fc.record({ kind: fc.constant("x"), spec: value, last: value });

Deno.test("editDocument() replaces, removes and adds anywhere in what a printer writes", () => {
  fc.assert(
    fc.property(root, style, value, fc.nat(), (tree, print, inserted, n) => {
      const text = print(tree);
      const before = readEditable(text);
      fc.pre(before !== undefined && !/[|>][-+\d]*\r?\n/.test(text));
      const places = placesIn(before.value);
      const path = toPointer(places[n % places.length]!);
      for (const op of ["replace", "add"] as const) {
        ok(editDocument(text, [], [{ op, path, value: inserted }]) !== undefined, `${op} ${path}`);
      }
      ok(editDocument(text, [], [{ op: "remove", path }]) !== undefined, `remove ${path}`);
    }),
    { numRuns: 300 },
  );
});

Deno.test("editDocument() adds a field and removes it again without a trace", () => {
  fc.assert(
    fc.property(root, style, value, (tree, print, inserted) => {
      const text = print({ ...tree, metadata: { name: "x" } });
      const path = "/metadata/labels";
      const added = editDocument(text, [], [{ op: "add", path, value: inserted }]);
      fc.pre(added !== undefined);
      deepStrictEqual(editDocument(added, [], [{ op: "remove", path }]), text);
    }),
    { numRuns: 200 },
  );
});
