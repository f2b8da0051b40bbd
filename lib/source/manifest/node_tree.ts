import { type Event, EVENT_ID, SCALAR_STYLE } from "js-yaml";
import type { Path } from "../../core/mod.ts";
import type { TextRange } from "./split.ts";
import { syntaxOf } from "./syntax.ts";

/** A node of a document. */
export interface TreeNode {
  /** Its text with quotes, brackets, anchor and tag; empty for a key without a value. */
  readonly value: TextRange;
  /** The key that it belongs to; absent for items of lists and for the root. */
  readonly key: TextRange | undefined;
  /** Whether it is a map or a list. */
  readonly isCollection: boolean;
  /** How many steps of the path lead to it: less than all where the path leads into nothing. */
  readonly steps: number;
}

/** A key that a map has a second time. */
export interface DuplicateKey {
  /** The key. */
  readonly key: string;
  /** Where it stands first. */
  readonly first: TextRange;
  /** Where it stands again. */
  readonly again: TextRange;
}

interface Child {
  readonly key: number | undefined;
  readonly value: number;
}

const { ALIAS, DOCUMENT, MAPPING, POP, SCALAR, SEQUENCE } = EVENT_ID;
const NONE = -1;
const CLOSING = /(?:[\s,]|#.*)*[\]}]/y;
const COLON = /[ \t]*:/y;
const BLOCK_HEADER = /[|>][-+0-9]*[ \t]*(?:#.*)?\r?$/;

/**
 * The places of all nodes of a text. A node is the index of its parser event; what is kept of one takes 13
 * bytes, because a file of a hundred thousand lines may be looked up in many places.
 */
export class NodeTree {
  readonly #text: string;
  readonly #toGiven: (offset: number) => number;
  readonly #type: Uint8Array;
  readonly #start: Int32Array;
  readonly #end: Int32Array;
  /** The index after a node and all that is in it. */
  readonly #next: Int32Array;
  readonly #roots: number[] = [];
  readonly #children = new Map<number, ReadonlyMap<string | number, Child>>();
  readonly #duplicates: DuplicateKey[] = [];

  /** Reads the syntax of `text`. Throws a `SyntaxProblem` where it has none. */
  constructor(text: string) {
    const { events, source, toGiven } = syntaxOf(text);
    this.#text = source;
    this.#toGiven = toGiven;
    this.#type = new Uint8Array(events.length);
    this.#start = new Int32Array(events.length);
    this.#end = new Int32Array(events.length);
    this.#next = new Int32Array(events.length);
    this.#place(events);
  }

  #place(events: readonly Event[]): void {
    const open: number[] = [];
    let at = 0;
    for (let i = 0; i < events.length; i++) {
      const event = events[i]!;
      this.#type[i] = event.type;
      this.#next[i] = i + 1;
      if (event.type === POP) {
        const collection = open.pop()!;
        this.#next[collection] = i + 1;
        if (this.#isBracketed(collection)) at = endOf(CLOSING, this.#text, at) ?? at;
        this.#end[collection] = at;
        continue;
      }
      const { start, end } = rangeOf(event, this.#text, at);
      this.#start[i] = start;
      this.#end[i] = at = end;
      if (event.type === DOCUMENT) this.#roots.push(i + 1);
      if (event.type !== SCALAR && event.type !== ALIAS) open.push(i);
    }
  }

  #isBracketed(node: number): boolean {
    const type = this.#type[node];
    // The end of a collection is, until it is closed, that of its opening bracket.
    const opening = this.#text[this.#end[node]! - 1];
    return type === MAPPING && opening === "{" || type === SEQUENCE && opening === "[";
  }

  /** The node that `path` leads to in a document, or the last one on the way that is there. */
  find(document: number, path: Path): TreeNode | undefined {
    let value = this.#roots[document];
    if (value === undefined) return undefined;
    let key: number | undefined;
    let steps = 0;
    for (const step of path) {
      const child = this.#childrenOf(value).get(step);
      if (!child) break;
      ({ key, value } = child);
      steps++;
    }
    const type = this.#type[value];
    return {
      value: this.#range(value),
      key: key === undefined ? undefined : this.#range(key),
      isCollection: type === MAPPING || type === SEQUENCE,
      steps,
    };
  }

  /** All keys that a map has more than once, in the order of the text. */
  duplicates(): readonly DuplicateKey[] {
    for (let node = 0; node < this.#type.length; node++) this.#childrenOf(node);
    return this.#duplicates.toSorted((a, b) => a.again.start - b.again.start);
  }

  #childrenOf(node: number): ReadonlyMap<string | number, Child> {
    let children = this.#children.get(node);
    if (children) return children;
    const type = this.#type[node];
    if (type !== MAPPING && type !== SEQUENCE) return NO_CHILDREN;
    children = type === SEQUENCE ? this.#items(node) : this.#entries(node);
    this.#children.set(node, children);
    return children;
  }

  #items(node: number): ReadonlyMap<number, Child> {
    const items = new Map<number, Child>();
    const end = this.#next[node]! - 1;
    for (let item = node + 1; item < end; item = this.#next[item]!) {
      items.set(items.size, { key: undefined, value: item });
    }
    return items;
  }

  #entries(node: number): ReadonlyMap<string, Child> {
    const entries = new Map<string, Child>();
    const end = this.#next[node]! - 1;
    for (let key = node + 1, value; key < end; key = this.#next[value]!) {
      value = this.#next[key]!;
      const name = this.#keyText(key);
      const before = entries.get(name);
      if (before && name !== "<<") {
        const [first, again] = [this.#range(before.key!), this.#range(key)];
        this.#duplicates.push({ key: name, first, again });
      }
      entries.set(name, { key, value });
    }
    return entries;
  }

  #keyText(key: number): string {
    const raw = this.#text.slice(this.#start[key], this.#end[key]);
    if (raw.startsWith("'")) return raw.slice(1, -1).replaceAll("''", "'");
    if (!raw.startsWith('"')) return raw;
    try {
      return String(JSON.parse(raw));
    } catch {
      return raw.slice(1, -1);
    }
  }

  #range(node: number): TextRange {
    return { start: this.#toGiven(this.#start[node]!), end: this.#toGiven(this.#end[node]!) };
  }
}

const NO_CHILDREN: ReadonlyMap<string | number, Child> = new Map();

/** The text of a scalar, or what opens a collection; `at` is where the node before it ends. */
function rangeOf(event: Event, text: string, at: number): TextRange {
  switch (event.type) {
    case DOCUMENT:
    case POP:
      return { start: at, end: at };
    case ALIAS:
      return { start: event.anchorStart - 1, end: event.anchorEnd };
    case SCALAR:
      return scalarRange(event, text, at);
    default: {
      const start = propertiesStart(event) ?? event.start;
      const isBracket = text[event.start] === "{" || text[event.start] === "[";
      return { start, end: isBracket ? event.start + 1 : event.start };
    }
  }
}

type ScalarEvent = Extract<Event, { type: typeof SCALAR }>;

function scalarRange(event: ScalarEvent, text: string, at: number): TextRange {
  const { style, valueStart, valueEnd } = event;
  const before = propertiesStart(event);
  if (valueStart === NONE) {
    const start = endOf(COLON, text, at) ?? at;
    return { start: before ?? start, end: Math.max(start, event.anchorEnd, event.tagEnd) };
  }
  const isQuoted = style === SCALAR_STYLE.SINGLE_QUOTED || style === SCALAR_STYLE.DOUBLE_QUOTED;
  if (isQuoted) return { start: before ?? valueStart - 1, end: valueEnd + 1 };
  const isBlock = style === SCALAR_STYLE.LITERAL_BLOCK || style === SCALAR_STYLE.FOLDED_BLOCK;
  return { start: before ?? (isBlock ? headerStart(text, valueStart) : valueStart), end: valueEnd };
}

/** Where the `|` or `>` of a block scalar stands: on the line above its text. */
function headerStart(text: string, valueStart: number): number {
  const lineStart = text.lastIndexOf("\n", valueStart - 2) + 1;
  const header = BLOCK_HEADER.exec(text.slice(lineStart, valueStart - 1));
  return header ? lineStart + header.index : valueStart;
}

function propertiesStart(event: { anchorStart: number; tagStart: number }): number | undefined {
  const [anchor, tag] = [event.anchorStart - 1, event.tagStart];
  if (anchor < 0) return tag < 0 ? undefined : tag;
  return tag < 0 ? anchor : Math.min(anchor, tag);
}

function endOf(pattern: RegExp, text: string, from: number): number | undefined {
  pattern.lastIndex = from;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}
