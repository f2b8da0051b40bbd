import { deepStrictEqual } from "node:assert/strict";
import fc from "fast-check";
import { covers } from "./host.ts";
import { HostIndex } from "./host_index.ts";

const label = fc.constantFrom("a", "b", "svc", "local");
const name = fc.array(label, { minLength: 1, maxLength: 4 }).map((labels) => labels.join("."));
const host = fc.oneof(name, name.map((n) => `*.${n}`), name.map((n) => `*${n}`), fc.constant("*"));

Deno.test("HostIndex finds what a scan over all hosts finds, the most specific first", () => {
  fc.assert(fc.property(fc.uniqueArray(host), host, (hosts, wanted) => {
    const index = new HostIndex<string>();
    for (const one of hosts) index.add(one, one);
    const covering = [...index.covering(wanted)].flat();
    deepStrictEqual(covering.toSorted(), hosts.filter((h) => covers(h, wanted)).toSorted());
    for (const [i, one] of covering.entries()) {
      if (i > 0 && covering[i - 1] !== wanted) {
        deepStrictEqual(one.length <= covering[i - 1]!.length, true, covering.join(" "));
      }
    }
    const covered = index.coveredBy(wanted);
    deepStrictEqual(covered.toSorted(), hosts.filter((h) => covers(wanted, h)).toSorted());
  }));
});
