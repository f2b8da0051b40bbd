import { isRecord } from "../../core/mod.ts";
import { MAX_DEPTH } from "../json.ts";
import { SyntaxProblem } from "./syntax.ts";

// Counted with every alias written out.
const MAX_NODES = 1_000_000;

interface Extent {
  readonly nodes: number;
  readonly depth: number;
}

/**
 * Throws a {@linkcode SyntaxProblem} for a value that aliases make endless, or huge or deep for all who walk
 * through it. What is referred to many times is looked at once.
 */
export function assertBounded(root: unknown): void {
  extentOf(root, 0, new Map());
}

function extentOf(value: unknown, level: number, known: Map<object, Extent | "open">): Extent {
  if (!Array.isArray(value) && !isRecord(value)) return { nodes: 1, depth: 0 };
  const extent = known.get(value);
  if (extent === "open") throw new SyntaxProblem("an anchor contains itself", 0);
  if (level + (extent?.depth ?? 0) > MAX_DEPTH) {
    throw new SyntaxProblem(`it is nested more than ${MAX_DEPTH} levels deep`, 0);
  }
  if (extent) return extent;
  known.set(value, "open");
  let [nodes, depth] = [1, 0];
  for (const inner of Object.values(value)) {
    const below = extentOf(inner, level + 1, known);
    nodes += below.nodes;
    depth = Math.max(depth, below.depth + 1);
    if (nodes > MAX_NODES) {
      throw new SyntaxProblem(`its aliases make it longer than ${MAX_NODES} values`, 0);
    }
  }
  known.set(value, { nodes, depth });
  return { nodes, depth };
}
