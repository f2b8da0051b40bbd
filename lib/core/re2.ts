/**
 * RE2 expressions, which Envoy and Kubernetes use, as expressions of this platform. What RE2 knows and JavaScript does
 * not is rewritten: `(?i)` in the middle, `(?P<name>…)`, `\A`, `\z`, `\Q…\E`, `[[:alpha:]]`, `\pN`.
 *
 * @module
 */

const POSIX: ReadonlyMap<string, string> = new Map([
  ["alnum", "0-9A-Za-z"],
  ["alpha", "A-Za-z"],
  ["ascii", "\\x00-\\x7F"],
  ["blank", "\\t "],
  ["cntrl", "\\x00-\\x1F\\x7F"],
  ["digit", "0-9"],
  ["graph", "!-~"],
  ["lower", "a-z"],
  ["print", " -~"],
  ["punct", "!-\\/:-@\\[-`{-~"],
  ["space", "\\t\\n\\v\\f\\r "],
  ["upper", "A-Z"],
  ["word", "0-9A-Za-z_"],
  ["xdigit", "0-9A-Fa-f"],
]);

const cache = new Map<string, RegExp | undefined>();

/** Most expressions that are remembered; a mesh has a few hundred. */
const CACHE_LIMIT = 4096;

/** What of a text an expression must match. */
export type Extent = "whole" | "part";

/** Whether `text`, or a part of it, matches an RE2 expression; an expression that is none matches nothing. */
export function matchesRe2(expression: string, text: string, extent: Extent = "whole"): boolean {
  const key = `${extent} ${expression}`;
  if (!cache.has(key)) {
    if (cache.size >= CACHE_LIMIT) cache.clear();
    cache.set(key, compileRe2(expression, extent));
  }
  return cache.get(key)?.test(text) ?? false;
}

/**
 * An RE2 expression that the whole of a text must match, or a part of it; `undefined` for what is no RE2
 * expression.
 */
export function compileRe2(expression: string, extent: Extent = "whole"): RegExp | undefined {
  const translated = new Translation(expression).whole();
  if (translated === undefined) return undefined;
  try {
    return new RegExp(extent === "whole" ? `^(?:${translated})$` : translated, "u");
  } catch {
    return undefined;
  }
}

/** A flag group that was opened in the middle of a group and ends with it. */
interface Level {
  /** What opened it, to be opened anew after each `|`. */
  opened: string[];
}

class Translation {
  #at = 0;
  #out = "";
  readonly #levels: Level[] = [{ opened: [] }];

  constructor(readonly source: string) {}

  whole(): string | undefined {
    while (this.#at < this.source.length) {
      if (!this.#step()) return undefined;
    }
    if (this.#levels.length !== 1) return undefined;
    return this.#out + ")".repeat(this.#levels[0]?.opened.length ?? 0);
  }

  #step(): boolean {
    switch (this.source[this.#at]) {
      case "\\":
        return this.#escape(false);
      case "[":
        return this.#class();
      case "(":
        return this.#open();
      case ")":
        return this.#close();
      case "|":
        return this.#alternative();
      default:
        return this.#literal();
    }
  }

  #emit(text: string, length: number): true {
    this.#out += text;
    this.#at += length;
    return true;
  }

  #literal(): boolean {
    const rest = this.source.slice(this.#at);
    const counted = /^\{\d+(?:,\d*)?\}/.exec(rest)?.[0];
    if (counted !== undefined) return this.#emit(counted, counted.length);
    const character = String.fromCodePoint(rest.codePointAt(0) ?? 0);
    return this.#emit("{}]/".includes(character) ? `\\${character}` : character, character.length);
  }

  #escape(isInClass: boolean): boolean {
    const rest = this.source.slice(this.#at);
    const quoted = /^\\Q([\s\S]*?)(?:\\E|$)/.exec(rest);
    if (quoted !== null) return this.#emit(literally(quoted[1] ?? ""), quoted[0].length);
    const long = /^\\x\{([0-9A-Fa-f]{1,6})\}/.exec(rest) ?? /^\\x([0-9A-Fa-f]{2})/.exec(rest);
    if (long !== null) return this.#emit(`\\u{${long[1]}}`, long[0].length);
    const property = /^\\([pP])(?:\{(\^?)(\w+)\}|(\w))/.exec(rest);
    if (property !== null) return this.#property(property);
    const letter = rest[1];
    if (letter === undefined) return false;
    if (letter === "A" && !isInClass) return this.#emit("(?<![\\s\\S])", 2);
    if (letter === "z" && !isInClass) return this.#emit("(?![\\s\\S])", 2);
    if (letter === "a") return this.#emit("\\x07", 2);
    if (letter === "s" || letter === "S") return this.#space(letter, isInClass);
    if (/[dDwWbBnrtfv]/.test(letter)) return this.#emit(`\\${letter}`, 2);
    return /[^0-9A-Za-z]/.test(letter) && this.#emit(literally(letter, isInClass), 2);
  }

  /** RE2's `\s` is ASCII only. */
  #space(letter: string, isInClass: boolean): boolean {
    const characters = "\\t\\n\\f\\r ";
    if (letter === "S") return !isInClass && this.#emit(`[^${characters}]`, 2);
    return this.#emit(isInClass ? characters : `[${characters}]`, 2);
  }

  #property([all, sign, negation, long, short]: RegExpExecArray): boolean {
    const name = long ?? short ?? "";
    const property = name.length <= 2 ? name : `Script=${name}`;
    const isNegated = (sign === "P") !== (negation === "^");
    return this.#emit(`\\${isNegated ? "P" : "p"}{${property}}`, all.length);
  }

  #class(): boolean {
    const head = /^\[\^?\]?/.exec(this.source.slice(this.#at))?.[0] ?? "[";
    this.#emit(head.endsWith("]") ? `${head.slice(0, -1)}\\]` : head, head.length);
    while (this.#at < this.source.length) {
      const rest = this.source.slice(this.#at);
      if (rest.startsWith("]")) return this.#emit("]", 1);
      const posix = /^\[:(\^?)(\w+):\]/.exec(rest);
      if (posix !== null) {
        const characters = POSIX.get(posix[2] ?? "");
        if (characters === undefined || posix[1] === "^") return false;
        this.#emit(characters, posix[0].length);
      } else if (rest.startsWith("\\")) {
        if (!this.#escape(true)) return false;
      } else {
        const character = String.fromCodePoint(rest.codePointAt(0) ?? 0);
        this.#emit(character === "[" ? "\\[" : character, character.length);
      }
    }
    return false;
  }

  #open(): boolean {
    const rest = this.source.slice(this.#at);
    const named = /^\(\?P?<(\w+)>/.exec(rest);
    if (named !== null) return this.#nest(`(?<${named[1]}>`, named[0].length);
    const flags = /^\(\?([imsU]*)(?:-([imsU]*))?([:)])/.exec(rest);
    if (flags === null) return !rest.startsWith("(?") && this.#nest("(", 1);
    const [all, on = "", off = "", end] = flags;
    if (on.includes("U") || off.includes("U")) return false;
    const group = on === "" && off === "" ? "(?:" : `(?${on}${off === "" ? "" : `-${off}`}:`;
    if (end === ":") return this.#nest(group, all.length);
    this.#levels.at(-1)?.opened.push(group);
    return this.#emit(group, all.length);
  }

  #nest(group: string, length: number): true {
    this.#levels.push({ opened: [] });
    return this.#emit(group, length);
  }

  #close(): boolean {
    if (this.#levels.length === 1) return false;
    const level = this.#levels.pop();
    return this.#emit(")".repeat((level?.opened.length ?? 0) + 1), 1);
  }

  #alternative(): true {
    const opened = this.#levels.at(-1)?.opened ?? [];
    return this.#emit(`${")".repeat(opened.length)}|${opened.join("")}`, 1);
  }
}

function literally(text: string, isInClass = false): string {
  const special = isInClass ? /[\\\]\[^-]/g : /[\\^$.*+?()[\]{}|/]/g;
  return text.replaceAll(special, "\\$&");
}
