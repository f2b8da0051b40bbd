/**
 * Readers turn parsed JSON into typed values without ever failing: what is missing or has the wrong type
 * reads as protobuf's default. Field names may be written in snake_case, as Envoy's admin interface
 * prints them, or in lowerCamelCase, as protobuf's own JSON does.
 *
 * @module
 */

import { isRecord } from "../../core/mod.ts";

/** Reads one value of a parsed JSON document. */
export type Reader<T> = (value: unknown) => T;

/** A JSON object. */
export type JsonObject = Readonly<Record<string, unknown>>;

interface From<T> {
  readonly from: string;
  readonly read: Reader<T>;
}

type Fields<T> = { readonly [K in keyof T]-?: Reader<T[K]> | From<T[K]> };

/** The member `name` (in snake_case) of an object, in either spelling; `undefined` where there is none. */
export function field(value: unknown, name: string): unknown {
  if (!isRecord(value)) return undefined;
  const member = value[name];
  return member === undefined ? value[camelCase(name)] : member;
}

/** A string; `""` where there is none. */
export function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}

/** A string whose presence means something. */
export function optionalText(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

/** A number; protobuf writes 64-bit ones as strings. */
export function number(value: unknown): number | undefined {
  if (typeof value === "number") return value;
  if (typeof value !== "string" || value.trim() === "") return undefined;
  const parsed = Number(value);
  return Number.isNaN(parsed) ? undefined : parsed;
}

/** A boolean; `false` where there is none. */
export function flag(value: unknown): boolean {
  return value === true;
}

/** A boolean whose presence means something. */
export function optionalFlag(value: unknown): boolean | undefined {
  return typeof value === "boolean" ? value : undefined;
}

/** A protobuf duration such as `"0.250s"`, in milliseconds. */
export function durationMs(value: unknown): number | undefined {
  const seconds = typeof value === "string" ? /^(-?\d+(?:\.\d+)?)s$/.exec(value)?.[1] : undefined;
  return seconds === undefined ? undefined : Math.round(Number(seconds) * 1e9) / 1e6;
}

const DENOMINATORS: ReadonlyMap<unknown, number> = new Map([
  ["HUNDRED", 1],
  ["TEN_THOUSAND", 100],
  ["MILLION", 10_000],
]);

/** A fractional percent `{numerator, denominator}`, from 0 to 100. */
export function percent(value: unknown): number | undefined {
  if (!isRecord(value)) return undefined;
  const denominator = DENOMINATORS.get(value["denominator"] ?? "HUNDRED") ?? 1;
  return (number(value["numerator"]) ?? 0) / denominator;
}

/** Any value as it is. */
export function raw(value: unknown): unknown {
  return value;
}

/** An object as it is. */
export function object(value: unknown): JsonObject | undefined {
  return isRecord(value) ? value : undefined;
}

/** A list; items that cannot be read are left out. */
export function list<T>(item: Reader<T | undefined>): Reader<readonly T[]> {
  return (value) => {
    if (!Array.isArray(value)) return [];
    const items: T[] = [];
    for (const each of value) {
      const read = item(each);
      if (read !== undefined) items.push(read);
    }
    return items;
  };
}

/** An object with keys of the user's choice; members that cannot be read are left out. */
export function map<T>(item: Reader<T | undefined>): Reader<ReadonlyMap<string, T>> {
  return (value) => {
    const entries = new Map<string, T>();
    if (!isRecord(value)) return entries;
    for (const [key, each] of Object.entries(value)) {
      const read = item(each);
      if (read !== undefined) entries.set(key, read);
    }
    return entries;
  };
}

/** A field whose name in the document differs from the member's. */
export function from<T>(name: string, read: Reader<T>): From<T> {
  return { from: name, read };
}

/** A message, or `undefined` where there is no object. */
export function message<T>(fields: Fields<T>): Reader<T | undefined> {
  const read = whole(fields);
  return (value) => isRecord(value) ? read(value) : undefined;
}

/** A message that is there. */
export function whole<T>(fields: Fields<T>): (value: JsonObject) => T {
  const plan = planOf(fields);
  return (value) => {
    const read: Record<string, unknown> = {};
    for (const { key, snake, camel, reader } of plan) {
      const member = value[snake];
      read[key] = reader(member === undefined ? value[camel] : member);
    }
    return read as T;
  };
}

/** A message whose absence means the same as an empty one. */
export function embedded<T>(fields: Fields<T>): Reader<T> {
  const read = whole(fields);
  return (value) => read(isRecord(value) ? value : {});
}

interface PlannedField {
  readonly key: string;
  readonly snake: string;
  readonly camel: string;
  readonly reader: Reader<unknown>;
}

function planOf<T>(fields: Fields<T>): readonly PlannedField[] {
  return Object.entries<Reader<unknown> | From<unknown>>(fields).map(([key, plan]) => {
    const name = typeof plan === "function" ? key : plan.from;
    const reader = typeof plan === "function" ? plan : plan.read;
    return { key, snake: snakeCase(name), camel: camelCase(name), reader };
  });
}

/** A field's name as Envoy's admin interface writes it. */
export function snakeCase(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** A field's name as protobuf's own JSON writes it. */
export function camelCase(name: string): string {
  return name.replaceAll(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
