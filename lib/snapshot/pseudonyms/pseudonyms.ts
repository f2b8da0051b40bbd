import { createHmac } from "node:crypto";
import { pseudonymousAddress } from "./address.ts";
import type { MeshNames } from "./names_in.ts";
import { similarWords } from "./similar_words.ts";
import { stemOf } from "./stem.ts";
import { isPlain } from "./vocabulary.ts";

const WORD = /[A-Za-z0-9_]+/g;
const V4 = String.raw`(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?:\/\d{1,2}(?!\d))?(?!\.?\d)`;
const V6 = String
  .raw`(?<![\w:.])(?:[0-9A-Fa-f]{1,4})?:(?:[0-9A-Fa-f]{0,4}:){1,7}(?:(?:\d{1,3}\.){3}\d{1,3}|[0-9A-Fa-f]{0,4})(?:\/\d{1,3})?(?![\w:])`;
/** What Envoy writes before the address of a listener or a statistic, such as `inbound_`. */
const BEFORE_V4 = String.raw`\w*_(?=(?:\d{1,3}\.){3}\d)`;
/** An IPv4 address as a label of a host, as clouds name nodes and Kubernetes names pods. */
const DASHED = String.raw`(?<![\w]|\d-)(?:\d{1,3}-){3}\d{1,3}(?![\w]|-\d)`;
const EMAIL = String.raw`(?<![\w.+-])[\w.+-]+@(?:[a-z0-9-]+\.)+[a-z]{2,}`;
const AMAZON_NAME = String.raw`\barn:aws[a-z-]*:[^\s"',]+`;
/** Last labels that make a host of dotted words; the endings of source files that messages name do not. */
const LAST_LABEL = String
  .raw`(?:com|net|org|io|dev|app|cloud|biz|edu|gov|mil|internal|local|svc|lan|intra|corp|home|example|invalid|test|(?!cc|go|js|md|pb|py|rs|sh|so|ts)[a-z]{2})`;
const HOST = String
  .raw`(?<![\w.-])(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+${LAST_LABEL}(?![\w-]|\.\w)`;

/** Groups of kinds, types of messages and labels; what else is in their names may be anything. */
const PLATFORM_HOST = /\.(?:envoyproxy|istio|k8s|kubernetes)\.io$|\.googleapis\.com$/;

const TOKEN = new RegExp(
  `(?<email>${EMAIL})|(?<arn>${AMAZON_NAME})|(?<v4>${V4})|(?<v6>${V6})|(?<host>${HOST})|(?<dashed>${DASHED})|${BEFORE_V4}|(?<word>\\w+)`,
  "g",
);
/** What stands for something, also within a host or an e-mail address. */
const REPLACED = new RegExp(
  `(?<address>${V4}|${V6})|(?<dashed>${DASHED})|${BEFORE_V4}|(?<word>\\w+)`,
  "g",
);
const DASHED_OR_WORD = new RegExp(`(?<dashed>${DASHED})|(?<word>\\w+)`, "g");

const CONSONANTS = "bcdfgjklmnprstvz";
const VOWELS = "aeiou";
const SYLLABLES = 4;

/** Shorter ones are counters, which nobody is known by. */
const SHORTEST_IDENTIFIER = 8;

const LONGEST_REMEMBERED = 300;
const MOST_REMEMBERED = 50_000;

type Form = "email" | "arn" | "v4" | "v6" | "host" | "dashed" | "word";

/**
 * Other names for the names of one mesh. What stands for a word is the same wherever the word stands, so
 * that everything that was one name still is one, and `reviews-v1`, `*.acme.com` and
 * `outbound|80||cart.shop.svc.cluster.local` keep their form. Without the key nobody can go back; see
 * {@linkcode Pseudonyms.originals}.
 */
export class Pseudonyms {
  readonly #key: Uint8Array;
  readonly #names: MeshNames;
  readonly #similar: ReadonlyMap<string, string>;
  readonly #byOriginal = new Map<string, string>();
  readonly #originals = new Map<string, string>();
  readonly #remembered = new Map<string, string>();

  /** For a mesh with these `names`; `key` is at least 16 random bytes. */
  constructor(key: Uint8Array, names: MeshNames) {
    this.#key = key;
    this.#names = names;
    this.#similar = similarWords(names.words);
  }

  /** What was replaced so far, by what stands for it. */
  get originals(): ReadonlyMap<string, string> {
    return this.#originals;
  }

  /**
   * A text with other names: those of the mesh, and whatever has the form of an address, a host, an e-mail
   * address or an ARN. Words of the platform stay.
   */
  text(text: string): string {
    const known = this.#remembered.get(text);
    if (known !== undefined) return known;
    const result = text.replace(TOKEN, (match, ...args) => this.#token(args.at(-1)) ?? match);
    if (text.length > LONGEST_REMEMBERED) return result;
    // Texts come again within a file more than later on.
    if (this.#remembered.size >= MOST_REMEMBERED) this.#remembered.clear();
    this.#remembered.set(text, result);
    return result;
  }

  /** A text that is nothing but names: every word of it is replaced that is none of the platform's. */
  allOf(names: string): string {
    return names.replace(
      DASHED_OR_WORD,
      (match, dashed) => dashed === undefined ? this.#word(match) : this.#dashed(match),
    );
  }

  /** A long identifier in hexadecimal digits, with its length and its dashes. */
  identifier(text: string): string {
    const digits = createHmac("sha512", this.#key).update(`identifier ${text.toLowerCase()}`)
      .digest("hex");
    if (text.length < SHORTEST_IDENTIFIER) return text;
    let at = 0;
    // A number whose first digit is small has as many bytes as before, and stays positive.
    return text.replace(/[0-9a-f]/gi, () => at++ === 0 ? "7" : digits[at % digits.length]!);
  }

  /** The name of an environment variable, such as `CART_SERVICE_HOST`. */
  variable(name: string): string {
    return name.split("_").map((word) => this.text(word.toLowerCase()).toUpperCase()).join("_");
  }

  /** Bytes that stand for others, as many of them. */
  bytes(bytes: Uint8Array): Uint8Array {
    const seed = this.#digest(`bytes ${bytes.toHex()}`);
    const parts = Array.from(
      { length: Math.ceil(bytes.length / 32) },
      (_, i) => this.#digest(`${i} ${seed.toHex()}`),
    );
    return new Uint8Array(parts.flatMap((part) => [...part])).subarray(0, bytes.length);
  }

  #token(groups: Partial<Record<Form, string>>): string | undefined {
    const { email, arn, v4, v6, host, dashed, word } = groups;
    if (word !== undefined) return this.#knownWord(word);
    if (host !== undefined) return this.#host(host);
    if (v4 !== undefined) return this.#address(v4);
    if (dashed !== undefined) return this.#dashed(dashed);
    if (arn !== undefined) return this.allOf(arn);
    if (v6 !== undefined) return this.#address(v6) ?? v6.replace(WORD, (each) => this.text(each));
    return email === undefined ? undefined : this.#email(email);
  }

  #knownWord(word: string): string {
    return this.#names.words.has(stemOf(word)) ? this.#word(word) : word;
  }

  #host(host: string): string {
    const [, last, ...more] = host.split(".");
    // The name of something and its namespace only look like a host.
    const isInMesh = more.length === 0 && this.#names.namespaces.has(last ?? "");
    return isInMesh || PLATFORM_HOST.test(host)
      ? host.replace(WORD, (word) => this.#knownWord(word))
      : this.allOf(host);
  }

  #email(email: string): string {
    const [user = "", domain = ""] = email.split("@");
    const pseudonym = this.#known(user, () => this.#invented(user));
    return `${pseudonym}@${this.allOf(domain)}`;
  }

  #word(word: string): string {
    const stem = stemOf(word);
    if (isPlain(stem)) return word;
    return this.#known(stem, () => this.#invented(stem)) + word.slice(stem.length);
  }

  #address(address: string): string | undefined {
    const digest = (text: string) => this.#digest(text);
    const found = this.#byOriginal.get(address) ?? pseudonymousAddress(address, digest);
    return found === undefined ? undefined : this.#known(address, () => found);
  }

  #dashed(dashed: string): string {
    return this.#address(dashed.replaceAll("-", "."))?.replaceAll(".", "-") ?? dashed;
  }

  #known(original: string, invent: () => string): string {
    const known = this.#byOriginal.get(original);
    if (known !== undefined) return known;
    const pseudonym = invent();
    this.#byOriginal.set(original, pseudonym);
    if (pseudonym !== original) this.#originals.set(pseudonym, original);
    return pseudonym;
  }

  /**
   * A word that can be spoken and is nobody's, for a number one with as many digits. Where a word may be
   * another one with a typing error, so may what stands for it.
   */
  #invented(word: string): string {
    const similar = this.#similar.get(word);
    const model = similar === undefined ? undefined : this.#word(similar);
    for (let attempt = 0;; attempt++) {
      const bytes = this.#digest(`word ${attempt} ${word}`);
      const pseudonym = /^\d+$/.test(word) && !isPlain(word)
        ? Array.from(word, (_, i) => bytes[i % bytes.length]! % 9 + 1).join("")
        : model !== undefined && attempt < model.length
        ? withDoubled(model, bytes[0]! % model.length)
        : syllables(bytes);
      const isFree = !this.#originals.has(pseudonym) && !this.#names.words.has(pseudonym) &&
        pseudonym !== word && !isPlain(pseudonym);
      if (isFree) return pseudonym;
    }
  }

  #digest(text: string): Uint8Array {
    return createHmac("sha256", this.#key).update(text).digest();
  }
}

/** A text about a mesh with pseudonyms, with the original names; `originals` are by what stands for them. */
export function revealed(text: string, originals: ReadonlyMap<string, string>): string {
  const originalOf = (name: string) => {
    const stem = stemOf(name);
    const original = originals.get(stem);
    return original === undefined ? name : original + name.slice(stem.length);
  };
  return text.replace(REPLACED, (match, ...args) => {
    const { address, dashed, word }: Partial<Record<string, string>> = args.at(-1);
    if (word !== undefined) return originalOf(word);
    if (dashed !== undefined) {
      return originals.get(dashed.replaceAll("-", "."))?.replaceAll(".", "-") ?? dashed;
    }
    if (address === undefined) return match;
    const [ip = ""] = address.split("/");
    // What follows an address may look like the length of a range.
    return originals.get(address) ?? (originals.get(ip) ?? ip) + address.slice(ip.length);
  });
}

function withDoubled(word: string, at: number): string {
  return word.slice(0, at + 1) + word.slice(at);
}

function syllables(bytes: Uint8Array): string {
  return Array.from(
    { length: SYLLABLES },
    (_, i) => CONSONANTS[bytes[2 * i]! % 16]! + VOWELS[bytes[2 * i + 1]! % 5]!,
  ).join("");
}
