import { isInRange, parseIp } from "../../core/mod.ts";

/** Pseudorandom bytes, the same for the same text. */
export type Digest = (text: string) => Uint8Array;

/** Ranges in which an address says what it is for: this host, a link, Istio's own, many receivers. */
const WELL_KNOWN: readonly (readonly [string, number])[] = [
  ["0.0.0.0", 8],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["224.0.0.0", 3],
  ["::", 16],
  ["fe80::", 10],
  ["ff00::", 8],
];

/** First octets with which private ranges begin that are longer than one octet. */
const HALF_PRIVATE = new Set([100, 169, 172, 192, 198, 203]);

/**
 * Another address for an address, or another range for a range such as `10.1.0.0/16`: two addresses with
 * the same first bits get addresses with as many same first bits, so that whatever lay in a range still
 * does, and private addresses stay private. Ranges of special use stay. This is the scheme of Crypto-PAn
 * (Xu et al., "Prefix-Preserving IP Address Anonymization", ICNP 2002), with the bits of an octet from one
 * digest. `undefined` for what is no address.
 */
export function pseudonymousAddress(text: string, digest: Digest): string | undefined {
  const [address = "", length] = text.split("/");
  const ip = parseIp(address);
  if (ip === undefined) return undefined;
  const isMapped = ip.version === 4 && address.includes(":");
  const size = ip.version === 4 ? 4 : 16;
  const kept = Number(length ?? size * 8);
  if (kept > size * 8) return undefined;
  if (WELL_KNOWN.some(([prefix, bits]) => isInRange(address, prefix, bits))) return text;
  const octets = octetsOf(ip.value, size);
  const isRange = octets.every((octet, i) => (octet & ~mask(kept - i * 8)) === 0);
  // An address with the length of its network, as interfaces have it, is no range.
  const result = permuted(octets, digest)
    .map((octet, i) => isRange ? octet & mask(kept - i * 8) : octet);
  const written = size === 4 ? result.join(".") : formatV6(result);
  return `${isMapped ? "::ffff:" : ""}${written}${length === undefined ? "" : `/${length}`}`;
}

function octetsOf(value: bigint, size: number): number[] {
  return Array.from(
    { length: size },
    (_, i) => Number(value >> BigInt((size - 1 - i) * 8) & 0xffn),
  );
}

function permuted(octets: readonly number[], digest: Digest): number[] {
  const isShort = octets.length === 4;
  const fixed = isShort && !HALF_PRIVATE.has(octets[0] ?? 0) ? 1 : 2;
  return octets.map((octet, i) =>
    i < fixed ? octet : flipped(octet, digest(`address ${octets.slice(0, i).join(".")}`))
  );
}

/** Flips bits of an octet, each by what comes before it: its bits lead down a tree of 255 coins. */
function flipped(octet: number, coins: Uint8Array): number {
  let result = 0;
  for (let bit = 7, node = 1; bit >= 0; bit--) {
    const own = octet >> bit & 1;
    const coin = coins[node >> 3]! >> (node & 7) & 1;
    result |= (own ^ coin) << bit;
    node = node << 1 | own;
  }
  return result;
}

function mask(bits: number): number {
  return bits >= 8 ? 0xff : bits <= 0 ? 0 : 0xff << (8 - bits) & 0xff;
}

function formatV6(octets: readonly number[]): string {
  const groups = Array.from(
    { length: 8 },
    (_, i) => (octets[2 * i]! << 8 | octets[2 * i + 1]!).toString(16),
  ).join(":");
  return groups.replace(/(?:^|:)0(?::0)+(?::|$)/, "::");
}
