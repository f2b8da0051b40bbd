import { compare } from "../core/mod.ts";
import { covers } from "./host.ts";

/**
 * Values by the host they are for, exact or wildcard, found in time that grows with the labels of the
 * host asked for. Wildcards such as `*foo.com`, which cut through a label, are looked through one by one.
 */
export class HostIndex<T> {
  readonly #byHost = new Map<string, T[]>();
  readonly #partial: string[] = [];
  #hasWildcards = false;
  #bySuffix: Map<string, T[]> | undefined;

  /** Adds a value under a host. */
  add(host: string, value: T): void {
    if (host.startsWith("*") && !this.#byHost.has(host)) {
      this.#hasWildcards = true;
      if (/^\*[^.]/.test(host)) this.#partial.push(host);
    }
    append(this.#byHost, host, value);
    this.#bySuffix = undefined;
  }

  /** What was added under exactly this host. */
  get(host: string): readonly T[] {
    return this.#byHost.get(host) ?? [];
  }

  /** Every host that was added, sorted. */
  hosts(): string[] {
    return [...this.#byHost.keys()].sort(compare);
  }

  /** What was added under hosts that cover `host`, grouped by their host, the most specific first. */
  *covering(host: string): Iterable<readonly T[]> {
    const exact = this.#byHost.get(host);
    if (exact) yield exact;
    if (!this.#hasWildcards) return;
    const patterns = suffixesOf(host).map((suffix) => `*${suffix}`);
    const partial = this.#partial.filter((pattern) => covers(pattern, host));
    if (partial.length > 0) {
      patterns.push(...partial);
      patterns.sort((a, b) => b.length - a.length || compare(a, b));
    }
    for (const pattern of [...patterns, "*"]) {
      if (pattern === host) continue;
      const found = this.#byHost.get(pattern);
      if (found) yield found;
    }
  }

  /** What was added under hosts that `pattern` covers. */
  coveredBy(pattern: string): readonly T[] {
    if (!pattern.startsWith("*")) return this.get(pattern);
    if (pattern.startsWith("*.")) {
      this.#bySuffix ??= this.#indexSuffixes();
      return this.#bySuffix.get(pattern.slice(1)) ?? [];
    }
    return this.hosts().filter((host) => covers(pattern, host)).flatMap((host) => this.get(host));
  }

  #indexSuffixes(): Map<string, T[]> {
    const index = new Map<string, T[]>();
    for (const [host, values] of this.#byHost) {
      for (const suffix of suffixesOf(host)) {
        for (const value of values) append(index, suffix, value);
      }
      if (host.startsWith("*.")) {
        for (const value of values) append(index, host.slice(1), value);
      }
    }
    return index;
  }
}

/** `.b.c` and `.c` for `a.b.c`: the ends that a wildcard may leave, the longest first. */
function suffixesOf(host: string): string[] {
  const suffixes: string[] = [];
  for (let dot = host.indexOf(".", 1); dot >= 0; dot = host.indexOf(".", dot + 1)) {
    if (!(host.startsWith("*") && dot === 1)) suffixes.push(host.slice(dot));
  }
  return suffixes;
}

function append<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
