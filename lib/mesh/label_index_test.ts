import { deepStrictEqual } from "node:assert/strict";
import fc from "fast-check";
import { LabelIndex } from "./label_index.ts";
import { includesLabels } from "./selector.ts";

const labels = fc.dictionary(fc.constantFrom("a", "b", "c"), fc.constantFrom("1", "2"), {
  noNullPrototype: true,
});
const namespace = fc.constantFrom("x", "y");

Deno.test("LabelIndex selects what a scan over all selects, in the same order", () => {
  const all = fc.array(fc.record({ labels, namespace }, { noNullPrototype: true }));
  fc.assert(
    fc.property(all, labels, fc.option(namespace, { nil: undefined }), (all, wanted, ns) => {
      const expected = all.filter((one) =>
        (ns === undefined || one.namespace === ns) && includesLabels(one.labels, wanted)
      );
      deepStrictEqual(new LabelIndex(all).select(wanted, ns), expected);
    }),
  );
});
