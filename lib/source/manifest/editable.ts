import type { Path } from "../../core/mod.ts";
import { NodeTree } from "./node_tree.ts";
import type { SourceNode } from "./origin.ts";
import { parseDocument } from "./parse.ts";

/** A document as text, as value and as places: all that an edit needs. */
export interface EditableDocument {
  /** The text, with the `---` before it where there is one. */
  readonly text: string;
  /** What it says. */
  readonly value: unknown;
  /** Places of a field, as offsets into the text; `undefined` where it is not there or comes from an alias. */
  nodeAt(path: Path): SourceNode | undefined;
}

/** Reads one document for an edit; `undefined` where it does not parse or holds other than one value. */
export function readEditable(text: string): EditableDocument | undefined {
  try {
    const { values, hasDuplicates } = parseDocument(text);
    if (values.length !== 1 || hasDuplicates) return undefined;
    const tree = new NodeTree(text);
    const nodeAt = (path: Path) => {
      const node = tree.find(0, path);
      return node && node.steps === path.length ? node : undefined;
    };
    return { text, value: values[0], nodeAt };
  } catch {
    return undefined;
  }
}
