/** Manifests as nobody would write them: real ones with values, fields and characters changed. @module */
import fc from "fast-check";
import { dump } from "js-yaml";
import { isRecord } from "../../lib/core/mod.ts";

/** One change of one document. */
export interface Mutation {
  /** What happens. */
  readonly kind: "replace" | "remove" | "wrap" | "repeat" | "rename" | "text";
  /** Which node or character it happens to, counted around. */
  readonly at: number;
  /** What comes instead. */
  readonly value: unknown;
}

const ODD_STRINGS = [
  "",
  " ",
  "*",
  ".",
  "/",
  "*.",
  "a/b/c",
  "__proto__",
  "constructor",
  "\u0000",
  "\ud800",
  "é".repeat(300),
  "*.svc.cluster.local",
  "1h1m",
  "-1s",
  "0.0.0.0/33",
  "::1/129",
  "(((((a+)+)+)+)+)+$",
  "2026-02-30",
  "default/*/x",
  "~",
  "!!int x",
];

/** A value that stands nowhere in a sound manifest. */
export const oddValue: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(...ODD_STRINGS),
  fc.constantFrom<unknown>(null, true, 0, -1, 2 ** 31, 2 ** 53, 1e300, 0.1, [], {}, [[]], [null]),
  fc.jsonValue({ maxDepth: 2 }),
);

/** A change. */
export const mutation: fc.Arbitrary<Mutation> = fc.record({
  kind: fc.constantFrom("replace", "replace", "remove", "wrap", "repeat", "rename", "text"),
  at: fc.nat(),
  value: oddValue,
});

/** The text of a document after changes. */
export function mutated(document: unknown, mutations: readonly Mutation[]): string {
  const root = structuredClone(document);
  for (const each of mutations) if (each.kind !== "text") mutateValue(root, each);
  const text = dump(root, { lineWidth: -1, noRefs: true, skipInvalid: true });
  return mutations.filter(({ kind }) => kind === "text").reduce(mutateText, text);
}

interface Slot {
  readonly parent: Record<string, unknown> | unknown[];
  readonly key: string | number;
}

function slotsOf(value: unknown): Slot[] {
  if (Array.isArray(value)) {
    return value.flatMap((item, key) => [{ parent: value, key }, ...slotsOf(item)]);
  }
  if (!isRecord(value)) return [];
  const parent = value as Record<string, unknown>;
  return Object.keys(parent).flatMap((key) => [{ parent, key }, ...slotsOf(parent[key])]);
}

function mutateValue(root: unknown, { kind, at, value }: Mutation): void {
  const slots = slotsOf(root);
  const slot = slots[at % slots.length];
  if (!slot) return;
  const { parent, key } = slot;
  const before: unknown = Reflect.get(parent, key);
  const put = (next: unknown) => void Reflect.set(parent, key, next);
  if (kind === "replace") put(structuredClone(value));
  else if (kind === "wrap") {
    put(at % 2 === 0 ? [before] : { [JSON.stringify(value) ?? ""]: before });
  } else if (Array.isArray(parent)) {
    if (kind === "repeat") parent.splice(Number(key), 0, structuredClone(before));
    else parent.splice(Number(key), 1);
  } else {
    if (kind === "repeat") return put([before, structuredClone(before)]);
    Reflect.deleteProperty(parent, key);
    if (kind === "rename") {
      Object.defineProperty(parent, `${key}x`, { value: before, enumerable: true });
    }
  }
}

function mutateText(text: string, { at, value }: Mutation): string {
  const start = at % (text.length + 1);
  const inserted = typeof value === "string" ? value : JSON.stringify(value) ?? "";
  return text.slice(0, start) + inserted + text.slice(start + at % 7);
}
