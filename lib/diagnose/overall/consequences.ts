import { type Exchange, isFailure, type LoggedRequest } from "../../connectivity/mod.ts";
import { timingsOf } from "../../traffic/mod.ts";
import { explainedBy, type Ranked } from "../ranking.ts";
import type { TroubledPair } from "./pairs.ts";

/** Share of the requests behind an application's error that must have failed further on. */
const MOST = 0.5;

/**
 * The pairs without those findings that blame an application although nothing is wrong with it: it only
 * passed on an error of a service that it called, and why that failed is known; or it refused what was
 * asked (4xx), as applications do all day.
 */
export function withoutInnocent(pairs: readonly TroubledPair[]): TroubledPair[] {
  const explained = new Set(
    pairs.flatMap(({ ranked }) =>
      ranked.filter(({ impact }) => impact > 0).flatMap(exchangesOf).flatMap(({ client }) =>
        client ? [keyOf(client)] : []
      )
    ),
  );
  return pairs.map((pair) => ({
    ...pair,
    ranked: pair.ranked.filter((each) =>
      each.cause.category !== "application" || !isPassedOn(each, explained) && !isRefusal(each)
    ),
  }));
}

function isPassedOn(ranked: Ranked, explained: ReadonlySet<string>): boolean {
  const timings = timingsOf(exchangesOf(ranked));
  const passedOn = timings.filter(({ calls }) =>
    calls.some((call) => isFailure(call.entry) && explained.has(keyOf(call)))
  );
  return timings.length > 0 && passedOn.length >= MOST * timings.length;
}

function isRefusal(ranked: Ranked): boolean {
  const answers = exchangesOf(ranked).flatMap(({ client, servers }) =>
    client ?? servers.at(-1) ?? []
  );
  return answers.length > 0 &&
    answers.every(({ entry: { code, flags } }) => code >= 400 && code < 500 && flags.length === 0);
}

function exchangesOf({ hypothesis }: Ranked): Exchange[] {
  return [...explainedBy(hypothesis)];
}

function keyOf({ entry, proxy }: LoggedRequest): string {
  return `${proxy.id} ${entry.startMs} ${entry.requestId} ${entry.authority} ${entry.path}`;
}
