import { load } from "js-yaml";
import { isCidr, isRecord } from "../../../core/mod.ts";

/** Says what is wrong with the value of an annotation, or `undefined`. */
export type ValueCheck = (value: string) => string | undefined;

const UINT = /^[0-9]+$/;
const INTERFACE = /^[^\s/:,]{1,15}$/;
const QUANTITY =
  /^[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[KMGTPE]i|[numkMGTPE]|[eE][+-]?[0-9]+)?$/;
const BOOLEANS = new Set(["1", "t", "T", "TRUE", "true", "True"].concat(
  ["0", "f", "F", "FALSE", "false", "False"],
));

/** One of some words. */
export function oneOf(...words: string[]): ValueCheck {
  return (value) =>
    words.includes(value) ? undefined : `${quote(value)} is not one of ${words.join(", ")}`;
}

/** A number that fits into 32 bits. */
export function uint32(value: string): string | undefined {
  if (!UINT.test(value)) return `${quote(value)} is no positive number`;
  return Number(value) > 0xffffffff ? `${quote(value)} is too large` : undefined;
}

/** A port, or 0. */
export function statusPort(value: string): string | undefined {
  return isPort(value) ? undefined : `${quote(value)} is no port`;
}

/** A list of ports, separated by commas; blanks are allowed. */
export function ports(value: string): string | undefined {
  if (value.trim() === "") return undefined;
  const wrong = value.split(",").map((port) => port.trim()).find((port) => !isPort(port));
  return wrong === undefined ? undefined : `${quote(wrong)} is no port`;
}

/** A list of ports, or `*`. */
export function portsOrAll(value: string): string | undefined {
  return value.trim() === "*" ? undefined : ports(value);
}

/** A list of IP ranges, separated by commas without blanks. */
export function cidrs(value: string): string | undefined {
  if (value === "") return undefined;
  const wrong = value.split(",").find((range) => !range.includes("/") || !isCidr(range));
  return wrong === undefined ? undefined : `${quote(wrong)} is no IP range`;
}

/** A list of IP ranges, or `*`. */
export function cidrsOrAll(value: string): string | undefined {
  return value === "*" ? undefined : cidrs(value);
}

/** A list of network interfaces, separated by commas. */
export function interfaces(value: string): string | undefined {
  if (value === "") return undefined;
  const wrong = value.split(",").map((name) => name.trim()).find((name) => !INTERFACE.test(name));
  return wrong === undefined ? undefined : `${quote(wrong)} is no network interface`;
}

/** A boolean as Go reads one. */
export function goBoolean(value: string): string | undefined {
  return BOOLEANS.has(value) ? undefined : `${quote(value)} is neither true nor false`;
}

/** A quantity such as `100m` or `128Mi`. */
export function quantity(value: string): string | undefined {
  return QUANTITY.test(value) ? undefined : `${quote(value)} is no quantity`;
}

/** Settings of a proxy as YAML. */
export function proxyConfig(value: string): string | undefined {
  try {
    const settings = load(value);
    return isRecord(settings) || settings === undefined
      ? undefined
      : "the settings of a proxy are no map";
  } catch (error) {
    return `the settings of a proxy are no YAML: ${(error as Error).message.split("\n", 1)[0]}`;
  }
}

function isPort(text: string): boolean {
  return UINT.test(text) && Number(text) <= 65535;
}

function quote(value: string): string {
  return JSON.stringify(value);
}
