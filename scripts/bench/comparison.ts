/** Measures work beside a floor: work that nobody can avoid. @module */

/** How long something took beside its floor. */
export interface Comparison {
  /** What was measured. */
  readonly what: string;
  /** What the floor is. */
  readonly floor: string;
  /** Milliseconds that it took. */
  readonly ms: number;
  /** Milliseconds that the floor took. */
  readonly floorMs: number;
  /** The ratio that it may have. */
  readonly bar: number;
}

type Work = () => unknown;

/** Measures both in turn and keeps the shortest time of each, which the machine's other work harms least. */
export async function compare(
  names: Pick<Comparison, "what" | "floor" | "bar">,
  work: Work,
  floor: Work,
  rounds = 7,
): Promise<Comparison> {
  let [ms, floorMs] = [Infinity, Infinity];
  for (let round = 0; round < rounds; round++) {
    floorMs = Math.min(floorMs, await timed(floor));
    ms = Math.min(ms, await timed(work));
  }
  return { ...names, ms, floorMs };
}

async function timed(work: Work): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** A comparison as a line of text. */
export function lineOf({ what, floor, ms, floorMs, bar }: Comparison): string {
  const ratio = ms / floorMs;
  const verdict = ratio <= bar ? "ok" : "ABOVE";
  const columns = [
    what.padEnd(44),
    `${ms.toFixed(0)} ms`.padStart(9),
    `${floorMs.toFixed(0)} ms`.padStart(9),
    ratio.toFixed(2).padStart(7),
    bar.toFixed(1).padStart(5),
  ];
  return `${columns.join(" ")}  ${verdict.padEnd(5)}  floor: ${floor}`;
}
