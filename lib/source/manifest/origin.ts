import type { Location, Path } from "../../core/mod.ts";
import type { AnyResource, FieldPart, Origin } from "../../mesh/mod.ts";
import { NodeTree, type TreeNode } from "./node_tree.ts";
import type { SourceText } from "./source_text.ts";
import type { TextRange } from "./split.ts";

const SKIPPED_LINE = /(?:\uFEFF?(?:---|\.\.\.).*|[ \t]*)\r?\n/y;

/** One document of a file. Its positions are found when somebody asks, and then kept. */
export class ManifestDocument implements TextRange {
  #tree: NodeTree | undefined;
  #hasTree = true;

  /** Names a part of a file. */
  constructor(
    /** The file. */
    readonly source: SourceText,
    /** Offset of its first character, that of the `---` before it where there is one. */
    readonly start: number,
    /** Offset after its last character. */
    readonly end: number,
  ) {}

  /** Its text. */
  get text(): string {
    return this.source.text.slice(this.start, this.end);
  }

  /** Its nodes; `undefined` where it does not parse as YAML. */
  get tree(): NodeTree | undefined {
    if (!this.#tree && this.#hasTree) {
      try {
        this.#tree = new NodeTree(this.text);
      } catch {
        this.#hasTree = false;
      }
    }
    return this.#tree;
  }

  /** Its first line that is neither empty nor a `---`; a comment counts, as it does for istioctl. */
  get place(): Location {
    SKIPPED_LINE.lastIndex = this.start;
    let at = this.start;
    while (SKIPPED_LINE.test(this.source.text)) at = SKIPPED_LINE.lastIndex;
    return this.source.locate(at);
  }

  /** Line and column of an offset into its text. */
  locate(offset: number): Location {
    return this.source.locate(this.start + offset);
  }
}

/** A field of an object in a file, for edits. */
export interface SourceNode {
  /** The value with quotes, brackets, anchor and tag; empty for a key without a value. */
  readonly value: TextRange;
  /** The key; absent for items of lists and for the whole document. */
  readonly key: TextRange | undefined;
  /** Whether it is a map or a list. */
  readonly isCollection: boolean;
}

/** The place of an object in a file of manifests. All offsets count from the start of the file's text. */
export interface ManifestOrigin extends Origin {
  /** Line of the document, from 1, as istioctl reports it: the first that is neither empty nor `---`. */
  readonly startLine: number;
  /** The document that holds the object, with the `---` before it. */
  readonly document: TextRange;
  /** Way from the root of the document to the object; not empty for an item of a list. */
  readonly prefix: Path;
  /** A field; `undefined` where it is not there, or comes from an alias. */
  nodeAt(path: Path): SourceNode | undefined;
}

/** The place of a resource in a file; `undefined` for one that no file of manifests held. */
export function manifestOriginOf({ origin }: AnyResource): ManifestOrigin | undefined {
  return origin instanceof DocumentOrigin ? origin : undefined;
}

/** The place of an object in a document. */
export class DocumentOrigin implements ManifestOrigin {
  /** Names an object. */
  constructor(
    readonly document: ManifestDocument,
    /** Which value of the document holds it; 0 unless a text was not split at `---`. */
    readonly index: number,
    readonly prefix: Path,
  ) {}

  get file(): string {
    return this.document.source.file;
  }

  get startLine(): number {
    return this.document.place.line;
  }

  /**
   * Place of a field: of the value where it is a scalar, of the key where it is a map, a list or empty, of
   * the first key for an item of a list. Where the field is not there, the place of the nearest parent.
   * With `part` `key`, always that of the key where there is one.
   */
  locate(path: Path, part: FieldPart = "value"): Location {
    const node = this.#find(path);
    if (!node) return this.document.locate(0);
    const { value, key, isCollection } = node;
    const hasText = !isCollection && value.end > value.start && part === "value";
    return this.document.locate(hasText ? value.start : (key ?? value).start);
  }

  nodeAt(path: Path): SourceNode | undefined {
    const node = this.#find(path);
    if (!node || node.steps < this.prefix.length + path.length) return undefined;
    const moved = ({ start, end }: TextRange) => ({
      start: start + this.document.start,
      end: end + this.document.start,
    });
    const { key, value, isCollection } = node;
    return { key: key && moved(key), value: moved(value), isCollection };
  }

  #find(path: Path): TreeNode | undefined {
    return this.document.tree?.find(this.index, [...this.prefix, ...path]);
  }
}
