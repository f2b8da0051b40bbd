/** Measures work beside a floor: work that nobody can avoid. @module */

/** What is measured. */
export interface Names {
  /** What it is. */
  readonly what: string;
  /** What the floor is. */
  readonly floor: string;
  /** How many times as long as the floor it may take. */
  readonly bar: number;
  /** How much memory it may take, in MB; any, where not given. */
  readonly barMb?: number;
}

/** How long something took beside its floor. */
export interface Comparison extends Names {
  /** Milliseconds that it took. */
  readonly ms: number;
  /** Milliseconds that the floor took. */
  readonly floorMs: number;
  /** The most memory that it held, in MB; 0 where nobody knows. */
  readonly mb: number;
}

/** Something to measure. Work that knows how much memory it took returns that, in MB. */
export type Work = () => unknown;

/** Measures both in turn and keeps the shortest time of each, which the machine's other work harms least. */
export async function compare(
  names: Names,
  work: Work,
  floor: Work,
  rounds = 7,
): Promise<Comparison> {
  let [ms, floorMs, mb] = [Infinity, Infinity, 0];
  for (let round = 0; round < rounds; round++) {
    floorMs = Math.min(floorMs, (await measured(floor)).ms);
    const one = await measured(work);
    ms = Math.min(ms, one.ms);
    mb = Math.max(mb, one.mb);
  }
  return { ...names, ms, floorMs, mb };
}

async function measured(work: Work): Promise<{ ms: number; mb: number }> {
  const start = performance.now();
  const result = await work();
  return { ms: performance.now() - start, mb: typeof result === "number" ? result : 0 };
}

/** What stands above the lines. */
export const HEADER: string = `${"".padEnd(50)}      time    memory     floor  ratio   bar`;

/** A comparison as a line of text. */
export function lineOf(
  { what, floor, ms, floorMs, mb, bar, barMb = Infinity }: Comparison,
): string {
  const ratio = ms / floorMs;
  const verdict = ratio <= bar && mb <= barMb ? "ok" : "ABOVE";
  const columns = [
    what.padEnd(50),
    `${ms.toFixed(0)} ms`.padStart(9),
    (mb > 0 ? `${mb.toFixed(0)} MB` : "").padStart(9),
    `${floorMs.toFixed(0)} ms`.padStart(9),
    ratio.toFixed(2).padStart(6),
    bar.toFixed(1).padStart(5),
  ];
  return `${columns.join(" ")}  ${verdict.padEnd(5)}  floor: ${floor}`;
}
