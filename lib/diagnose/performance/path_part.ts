import type { Exchange } from "../../connectivity/mod.ts";
import type { Resource } from "../../mesh/mod.ts";
import type { Part, Timing } from "../../traffic/mod.ts";
import type { PerformanceCase, PerformanceEdge } from "./case.ts";
import { slowIn } from "./slowness.ts";

/** The requests of one caller of which one part is slow. */
export interface SlowPart extends PerformanceEdge {
  /** Which part. */
  readonly part: Part;
  /** The requests; `timings` are all of that caller that both sides logged. */
  readonly slow: readonly Timing[];
}

/** The callers that lose time in one of `parts`. */
export function slowParts(of: PerformanceCase, parts: readonly Part[]): SlowPart[] {
  return of.edges.flatMap((edge) => {
    const timings = edge.timings.filter(({ isSplit }) => isSplit);
    return parts.flatMap((part) => {
      const slow = slowIn(timings, (timing) => timing.parts[part]);
      return slow.length > 0 ? [{ ...edge, part, slow, timings }] : [];
    });
  });
}

/** The requests that a pod's proxy held up, or that lost time on the way to or from it. */
export function heldIn(of: PerformanceCase, pod: Resource<"Pod">): Exchange[] {
  const held = slowParts(of, ["clientProxy", "network", "serverProxy"]).flatMap(({ part, slow }) =>
    slow.filter(({ exchange: { client }, server }) =>
      part !== "serverProxy" && client?.proxy.pod === pod ||
      part !== "clientProxy" && server?.proxy.pod === pod
    )
  );
  return [...new Set(held.map(({ exchange }) => exchange))];
}
