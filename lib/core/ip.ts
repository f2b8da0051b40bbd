/** An IP address as a number, with its family. */
export interface IpAddress {
  /** 4 or 6; an IPv4 address in IPv6 form counts as 4. */
  readonly version: 4 | 6;
  /** The address. */
  readonly value: bigint;
}

const BITS = { 4: 32, 6: 128 } as const;

const MAPPED = 0xffffn;

/** Parses an IPv4 or IPv6 address, with or without brackets; `undefined` for anything else. */
export function parseIp(text: string): IpAddress | undefined {
  const bare = text.startsWith("[") && text.endsWith("]") ? text.slice(1, -1) : text;
  const v4 = parseV4(bare);
  if (v4 !== undefined) return { version: 4, value: v4 };
  const v6 = parseV6(bare);
  if (v6 === undefined) return undefined;
  return v6 >> 32n === MAPPED ? { version: 4, value: v6 & 0xffffffffn } : { version: 6, value: v6 };
}

/** Whether `ip` lies in the range that starts with `prefix` and fixes `length` bits. */
export function isInRange(ip: string, prefix: string, length: number): boolean {
  const [address, start] = [parseIp(ip), parseIp(prefix)];
  if (address === undefined || start === undefined || address.version !== start.version) {
    return false;
  }
  const free = BigInt(Math.max(0, BITS[start.version] - length));
  return address.value >> free === start.value >> free;
}

/** Whether `ip` lies in `range`, written as `10.0.0.0/8` or as a single address; never in anything else. */
export function isInCidr(ip: string, range: string): boolean {
  const [prefix = "", length] = range.split("/");
  return isCidr(range) && isInRange(ip, prefix, length === undefined ? 128 : Number(length));
}

/** Whether a text is a range such as `10.0.0.0/8` or a single address. */
export function isCidr(text: string): boolean {
  const [prefix = "", length = "0", ...rest] = text.split("/");
  const start = parseIp(prefix);
  return start !== undefined && !prefix.startsWith("[") && rest.length === 0 &&
    /^\d{1,3}$/.test(length) && Number(length) <= BITS[start.version];
}

function parseV4(text: string): bigint | undefined {
  const parts = text.split(".");
  // Like Go, which takes no leading zeros: some read them as octal.
  const isByte = (part: string) => /^(?:0|[1-9]\d{0,2})$/.test(part) && Number(part) < 256;
  if (parts.length !== 4 || !parts.every(isByte)) return undefined;
  return parts.reduce((value, part) => value << 8n | BigInt(part), 0n);
}

function parseV6(text: string): bigint | undefined {
  const tail = text.slice(text.lastIndexOf(":") + 1);
  const v4 = tail.includes(".") ? parseV4(tail) : undefined;
  const whole = v4 === undefined
    ? text
    : `${text.slice(0, -tail.length)}${(v4 >> 16n).toString(16)}:${(v4 & 0xffffn).toString(16)}`;
  const halves = whole.split("::");
  if (halves.length > 2 || !whole.includes(":")) return undefined;
  const [head = [], rest] = halves.map((half) => half === "" ? [] : half.split(":"));
  const missing = 8 - head.length - (rest?.length ?? 0);
  if (rest === undefined ? missing !== 0 : missing < 1) return undefined;
  const groups = [...head, ...Array<string>(missing).fill("0"), ...rest ?? []];
  if (!groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return undefined;
  return groups.reduce((value, group) => value << 16n | BigInt(`0x${group}`), 0n);
}
