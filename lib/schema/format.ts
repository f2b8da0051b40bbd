import { parseIp } from "../core/mod.ts";

/** A format that a string or number may be asked to have. */
export interface Format {
  /** Whether a value has it. Values of another type than the format is about pass. */
  readonly is: (value: unknown) => boolean;
  /** What it is called in a message. */
  readonly expected: string;
}

const DATE_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/i;
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
const INT64 = 2 ** 63;

/** The formats that the API server checks and schemas of a mesh use. */
export const FORMATS: ReadonlyMap<string, Format> = new Map([
  ["byte", text("Base64", (value) => BASE64.test(value.replaceAll(/[\r\n]/g, "")))],
  ["date-time", text("a time such as 2026-01-31T12:00:00Z", (value) => DATE_TIME.test(value))],
  ["int32", number("a 32 bit integer", (value) => value >= -(2 ** 31) && value < 2 ** 31)],
  ["int64", number("a 64 bit integer", (value) => value >= -INT64 && value < INT64)],
  ["ipv4", text("an IPv4 address", (value) => isIp(value) && !value.includes(":"))],
  ["ipv6", text("an IPv6 address", (value) => isIp(value) && value.includes(":"))],
]);

/** Whether a text is an IP address, without brackets and without a zone. */
export function isIp(text: string): boolean {
  return !text.startsWith("[") && parseIp(text) !== undefined;
}

function text(expected: string, is: (value: string) => boolean): Format {
  return { expected, is: (value) => typeof value !== "string" || is(value) };
}

function number(expected: string, is: (value: number) => boolean): Format {
  return { expected, is: (value) => typeof value !== "number" || is(value) };
}
