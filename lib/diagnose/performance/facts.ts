import type { LoggedRequest, ProxyObservation } from "../../connectivity/mod.ts";
import type { Timing } from "../../traffic/mod.ts";
import type { Fact, Weight } from "../cause.ts";
import { distribution } from "./slowness.ts";

/** What a measure of some requests comes to, one fact for each proxy that logged them. */
export function timed(
  timings: readonly Timing[],
  { weight, what, msOf, side = "server" }: {
    readonly weight: Weight;
    /** What was measured, such as `in the application`. */
    readonly what: string;
    /** The milliseconds of one request. */
    readonly msOf: (timing: Timing) => number;
    /** Whose lines show it; the other side's where there are none. */
    readonly side?: "client" | "server";
  },
): Fact[] {
  const byProxy = Map.groupBy(timings, (timing) => lineOf(timing, side).proxy);
  return [...byProxy].map(([proxy, some]: [ProxyObservation, Timing[]]) => ({
    weight,
    source: `${proxy.folder}/access.log`,
    detail: `${some.length} ${some.length === 1 ? "request" : "requests"} spent ${
      distribution(some.map(msOf))
    } ${what}`,
    explains: some.map(({ exchange }) => exchange),
  }));
}

function lineOf(
  { exchange: { client }, server }: Timing,
  side: "client" | "server",
): LoggedRequest {
  return (side === "server" ? server ?? client : client ?? server)!;
}
