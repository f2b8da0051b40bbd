import {
  addressOf,
  type Case,
  isFailure,
  isInbound,
  type LoggedRequest,
  parseQuestion,
  type Question,
} from "../connectivity/mod.ts";
import { compare } from "../core/mod.ts";
import type { Ranked } from "./ranking.ts";

/** Causes that say no more than that the application answered with an error. */
const APPLICATION_ERRORS: ReadonlySet<string> = new Set(["MM-C46", "MM-C53"]);

/** Whether a cause only says that the application answered with an error. */
export function isApplicationError({ cause }: Ranked): boolean {
  return APPLICATION_ERRORS.has(cause.id);
}

/**
 * The call of the destination's application to another service that failed while it served the failing
 * requests: the error that it answered may be that call's. `undefined` where there was none.
 */
export function failedCallOf(of: Case): Question | undefined {
  const failing = of.exchanges.filter(({ isFailure }) => isFailure).flatMap(({ servers }) =>
    servers
  );
  const calls = of.servers.flatMap((proxy) => {
    const served = failing.filter((line) => line.proxy === proxy);
    return (proxy.log?.requests ?? [])
      .filter((entry) => !isInbound(entry) && isFailure(entry) && entry.authority !== "")
      .map((entry) => ({ entry, proxy }))
      .filter((call) => served.some((line) => isWithin(call, line)));
  });
  const byTarget = Map.groupBy(calls, ({ entry, proxy }) => `${proxy.id} ${targetOf(entry)}`);
  const [worst] = [...byTarget].toSorted((a, b) =>
    b[1].length - a[1].length || compare(a[0], b[0])
  );
  const call = worst?.[1][0];
  if (!call?.proxy.pod) return undefined;
  const { namespace, name, cluster } = call.proxy.pod;
  const question = parseQuestion({
    from: `pod/${name}.${namespace}`,
    to: targetOf(call.entry),
    namespace,
    method: call.entry.method || undefined,
    path: call.entry.path.startsWith("/") ? call.entry.path : undefined,
  });
  return { ...question, source: { kind: "pod", name, namespace, cluster } };
}

/** Whether a call was made while a request was served: by the same id, or inside its time. */
function isWithin({ entry: call }: LoggedRequest, { entry: served }: LoggedRequest): boolean {
  if (call.requestId !== "" && call.requestId === served.requestId) return true;
  const end = served.startMs + (served.durationMs ?? 0);
  return call.startMs >= served.startMs && call.startMs <= end;
}

function targetOf({ authority, downstreamLocal }: LoggedRequest["entry"]): string {
  const { port } = addressOf(downstreamLocal);
  return /:\d+$/.test(authority) || port === undefined ? authority : `${authority}:${port}`;
}
