import type { ExpectedResponse, ObservedResponse, TraceReport } from "../core/mod.ts";
import { fits } from "./observed.ts";

/** The answer of a trace: what was logged outweighs what was expected. */
export function conclusion(
  expected: readonly ExpectedResponse[],
  [seen]: readonly ObservedResponse[],
): Pick<TraceReport, "outcome" | "summary" | "response"> {
  const reasons = expected.filter(({ isCertain, share }) => isCertain && share > 0)
    .map(({ reason, share }) => share < 1 ? `${percent(share)}: ${reason}` : reason);
  return seen ? fromLogs(seen, expected, reasons) : fromConfiguration(expected[0], reasons);
}

function fromLogs(
  seen: ObservedResponse,
  expected: readonly ExpectedResponse[],
  reasons: readonly string[],
): Pick<TraceReport, "outcome" | "summary" | "response"> {
  const { count, atServer: _, ...response } = seen;
  const { code = 0, flags, details } = seen;
  const same = expected.find((each) => fits(seen, [each]));
  const isBad = code >= 400 || flags.some((flag) => flag !== "DC") || code === 0 && details !== "";
  const logged = `${code} ${flags.join(",") || "-"} was logged ${count} times`;
  return {
    outcome: !same ? "unknown" : isBad ? "fails" : "passes",
    summary: [...reasons, same ? logged : `${logged} all the same`].join("; "),
    response: {
      ...response,
      envoyCluster: response.envoyCluster || same?.envoyCluster || "",
      endpoints: response.endpoints.length > 0 ? response.endpoints : same?.endpoints ?? [],
      basis: "logs",
    },
  };
}

function fromConfiguration(
  likely: ExpectedResponse | undefined,
  reasons: readonly string[],
): Pick<TraceReport, "outcome" | "summary" | "response"> {
  if (!likely) {
    const nothing = { flags: [], details: "", envoyCluster: "", endpoints: [] };
    return {
      outcome: "unknown",
      summary: "nothing is known of its way",
      response: { ...nothing, basis: "configuration" },
    };
  }
  const { share: _, isCertain, reason, ...response } = likely;
  const isEnd = isCertain && (response.code === 0 || (response.code ?? 0) >= 400);
  return {
    outcome: isEnd ? "fails" : "passes",
    summary: reasons.length > 0 ? reasons.join("; ") : reason,
    response: { ...response, basis: "configuration" },
  };
}

function percent(share: number): string {
  return `${Math.round(share * 1000) / 10} %`;
}
