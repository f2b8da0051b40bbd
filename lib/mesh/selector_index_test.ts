import { deepStrictEqual } from "node:assert/strict";
import type { Labels } from "./selector.ts";
import { SelectorIndex } from "./selector_index.ts";

interface Selecting {
  readonly namespace: string;
  readonly name: string;
  readonly selector?: Labels;
}

const ALL: readonly Selecting[] = [
  { namespace: "a", name: "version", selector: { version: "v1", app: "web" } },
  { namespace: "a", name: "everything" },
  { namespace: "a", name: "app", selector: { app: "web" } },
  { namespace: "a", name: "other", selector: { app: "db" } },
  { namespace: "b", name: "elsewhere", selector: { app: "web" } },
];

Deno.test("SelectorIndex finds what selects a pod, in the given order", () => {
  const index = new SelectorIndex(ALL, ({ selector }) => selector);
  const namesFor = (labels: Labels, namespace: string) =>
    index.selecting(labels, namespace).map(({ name }) => name);
  deepStrictEqual(namesFor({ app: "web", version: "v1" }, "a"), ["version", "everything", "app"]);
  deepStrictEqual(namesFor({ app: "web", version: "v2" }, "a"), ["everything", "app"]);
  deepStrictEqual(namesFor({}, "a"), ["everything"]);
  deepStrictEqual(namesFor({ app: "web" }, "b"), ["elsewhere"]);
  deepStrictEqual(namesFor({ app: "web" }, "c"), []);
});
