import { type IgnoredDocument, isRecord, type Location, type ResourceRef } from "../../core/mod.ts";
import { type AnyResource, Resource } from "../../mesh/mod.ts";
import { type FoundObject, objectsOf, type Rejection, toResource } from "../object.ts";
import { decode } from "./decode.ts";
import { DocumentOrigin, ManifestDocument } from "./origin.ts";
import { type Parsed, parseDocument } from "./parse.ts";
import { SourceText } from "./source_text.ts";
import { documentsOf, jsonValuesOf } from "./split.ts";
import type { SyntaxProblem } from "./syntax.ts";

/** How manifests are read. */
export interface ManifestOptions {
  /** Name of the cluster that they describe; `""` unless given. */
  readonly cluster?: string;
  /** Namespace of namespaced objects that name none; `default` unless given. */
  readonly defaultNamespace?: string;
}

/** Something that is wrong with a document as such. */
export interface ManifestProblem {
  /**
   * What it is: `unreadable` is lost, of a `duplicate-key` the last one counts, `malformed` claims to be a
   * known object and is none, `unknown-kind` claims a kind that Istio's APIs do not have.
   */
  readonly type: "unreadable" | "duplicate-key" | "malformed" | "unknown-kind";
  /** What is wrong, with the names involved. */
  readonly message: string;
  /** Where. */
  readonly location: Location;
  /** The object, as far as it is known; its parts are empty otherwise. */
  readonly resource: ResourceRef;
}

/** What was read from manifests. */
export interface Manifests {
  /** The objects, in the order of the text. */
  readonly resources: readonly AnyResource[];
  /** How many documents were there; empty ones do not count. */
  readonly documents: number;
  /** What is nothing to analyze. */
  readonly ignored: readonly IgnoredDocument[];
  /** What is wrong. */
  readonly problems: readonly ManifestProblem[];
  /** The files that were read. */
  readonly files: readonly string[];
  /** The text of a file that was read. */
  textOf(file: string): string | undefined;
}

const BINARY_HEAD = 1000;
// Of one document; who sees these looks at all of it.
const MAX_DUPLICATES = 20;

/**
 * Reads a multi-document YAML or JSON text as kubectl does, and lists as their items. A document that
 * cannot be read is a problem; the others are read all the same. Never throws.
 */
export function parseManifests(
  input: string | Uint8Array,
  file: string,
  options: ManifestOptions = {},
): Manifests {
  return new ManifestReader(options).read(input, file);
}

/** Collects what is in the documents of one file after another. */
export class ManifestReader implements Manifests {
  readonly resources: AnyResource[] = [];
  readonly ignored: IgnoredDocument[] = [];
  readonly problems: ManifestProblem[] = [];
  documents = 0;
  readonly #texts = new Map<string, string>();
  readonly #cluster: string;
  readonly #defaultNamespace: string;

  constructor({ cluster = "", defaultNamespace = "default" }: ManifestOptions) {
    this.#cluster = cluster;
    this.#defaultNamespace = defaultNamespace;
  }

  get files(): readonly string[] {
    return [...this.#texts.keys()];
  }

  textOf(file: string): string | undefined {
    return this.#texts.get(file);
  }

  /** Notes a file of which there is nothing to read. */
  ignore(file: string, reason: string): this {
    this.ignored.push({ kind: "", name: "", location: { file, line: 1, column: 1 }, reason });
    return this;
  }

  /** Adds what is in a file. */
  read(input: string | Uint8Array, file: string): this {
    const { text, invalidAt } = typeof input === "string" ? { text: input } : decode(input);
    const source = new SourceText(file, text);
    this.#texts.set(file, text);
    if (text.slice(0, BINARY_HEAD).includes("\0")) {
      this.#addProblem("unreadable", "This is a binary file and no manifest", source.locate(0));
      return this;
    }
    for (const { start, end } of documentsOf(text)) {
      const document = new ManifestDocument(source, start, end);
      const invalid = invalidAt === undefined ? -1 : document.text.indexOf("\uFFFD");
      if (invalid < 0) this.#add(document);
      else this.#addInvalid(document, invalid, invalidAt!);
    }
    return this;
  }

  #addInvalid(document: ManifestDocument, offset: number, byte: number): void {
    this.documents++;
    const message =
      `The document is not UTF-8; the first wrong byte of the file has offset ${byte}`;
    this.#addProblem("unreadable", message, document.locate(offset));
  }

  #add(document: ManifestDocument): void {
    let parsed: Parsed;
    try {
      parsed = parseDocument(document.text);
    } catch (error) {
      return this.#addUnparsed(document, error as SyntaxProblem);
    }
    for (const [i, value] of parsed.values.entries()) {
      if (value === null || value === undefined) continue;
      this.documents++;
      for (const found of objectsOf(value)) this.#addObject(document, i, found);
    }
    if (parsed.hasDuplicates) this.#addDuplicates(document, parsed.values[0]);
  }

  #addUnparsed(document: ManifestDocument, { message, offset }: SyntaxProblem): void {
    const stream = jsonStreamOf(document);
    if (stream) return stream.forEach((value) => this.#add(value));
    this.documents++;
    const hint = document.text.includes("{{") ? `; ${RENDER}` : "";
    const sentence = `The document does not parse: ${message}${hint}`;
    this.#addProblem("unreadable", sentence, document.locate(offset));
  }

  #addObject(document: ManifestDocument, index: number, { value, path }: FoundObject): void {
    const origin = new DocumentOrigin(document, index, path);
    const result = toResource(value, {
      cluster: this.#cluster,
      defaultNamespace: this.#defaultNamespace,
      origin,
    });
    if (result instanceof Resource) {
      this.resources.push(result);
      return;
    }
    const { reason, type } = result;
    const resource = refOf(value, this.#cluster);
    if (type !== "foreign") {
      const [problem, message] = PROBLEMS[type](reason);
      this.#addProblem(problem, message, origin.locate(result.path), resource);
      return;
    }
    // Many documents may be ignored, so their syntax is not looked at again for their place.
    const location = path.length > 0 ? origin.locate([]) : document.place;
    this.ignored.push({ kind: resource.kind, name: resource.name, location, reason });
  }

  #addDuplicates(document: ManifestDocument, value: unknown): void {
    const duplicates = document.tree?.duplicates() ?? [];
    for (const { key, first, again } of duplicates.slice(0, MAX_DUPLICATES)) {
      const { line } = document.locate(first.start);
      const message = `The key "${key}" is given twice, first in line ${line}; the last one counts`;
      const resource = refOf(value, this.#cluster);
      this.#addProblem("duplicate-key", message, document.locate(again.start), resource);
    }
  }

  #addProblem(
    type: ManifestProblem["type"],
    message: string,
    location: Location,
    resource: ResourceRef = refOf(undefined, this.#cluster),
  ): void {
    this.problems.push({ type, message, location, resource });
  }
}

/** The values of a text that is JSON values one after another, such as lines; each parses by itself. */
function jsonStreamOf(document: ManifestDocument): readonly ManifestDocument[] | undefined {
  const { source, text } = document;
  if (!/^\s*\{/.test(text)) return undefined;
  const values = [...jsonValuesOf(source.text, document)];
  const [first] = values;
  if (!first || values.length < 2) return undefined;
  try {
    JSON.parse(source.text.slice(first.start, first.end));
  } catch {
    return undefined;
  }
  return values.map(({ start, end }) => new ManifestDocument(source, start, end));
}

const RENDER = "a template has to be rendered first";

/** What is said of a value that became no resource. */
const PROBLEMS: Readonly<
  Record<
    Exclude<Rejection["type"], "foreign">,
    (reason: string) => [type: ManifestProblem["type"], message: string]
  >
> = {
  malformed: (reason) => ["malformed", `The object is malformed: ${reason}`],
  "unknown-kind": (reason) => ["unknown-kind", `The API server refuses it: ${reason}`],
  template: (reason) => ["unreadable", `The object cannot be read: ${reason}; ${RENDER}`],
};

/** What a value says of itself, however malformed it is. */
function refOf(value: unknown, cluster: string): ResourceRef {
  const object = isRecord(value) ? value : {};
  const metadata = isRecord(object.metadata) ? object.metadata : {};
  const text = (field: unknown) => typeof field === "string" ? field : "";
  return {
    cluster,
    apiVersion: text(object.apiVersion),
    kind: text(object.kind),
    namespace: text(metadata.namespace),
    name: text(metadata.name),
  };
}
