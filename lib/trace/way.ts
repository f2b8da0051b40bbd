import type { Case } from "../connectivity/mod.ts";
import type { ExpectedResponse, TraceHop } from "../core/mod.ts";
import type { Stop } from "./stop.ts";

/** Flag of a connection that does not come about; it belongs to the proxy that opens the connection. */
export const NO_CONNECTION = "UF";

/** What a request is followed with. */
export interface TraceContext {
  /** The question with everything that was found out about it. */
  readonly of: Case;
  /** Keys for RequestAuthentications that only name a URL. */
  readonly jwks: unknown;
}

/** How a request comes to a proxy. */
export interface Arrival {
  /** Envoy cluster through which it comes. */
  readonly via: string;
  /** Share of all requests that comes here, from 0 to 1. */
  readonly share: number;
}

/** A way with its ends; the shares of the ends add up to that of the arrival. */
export interface Way {
  /** The proxies on it. */
  readonly hops: readonly TraceHop[];
  /** How requests end, as the first of these proxies sees it. */
  readonly ends: readonly ExpectedResponse[];
}

/** An end at this proxy itself. */
export function endOf(
  { code, flags, details, reason, isCertain, envoyCluster = "" }: Stop,
  share: number,
  place: Pick<ExpectedResponse, "envoyCluster" | "endpoints"> = { envoyCluster, endpoints: [] },
): ExpectedResponse {
  return { code, flags, details, ...place, share, isCertain, reason };
}

/** How a proxy sends requests on. */
export interface Sending {
  /** Whether it treats them as HTTP. */
  readonly isHttp: boolean;
  /** Whether it tries again where a connection does not come about. */
  readonly isRetried: boolean;
}

/** An end further on, as the proxy before it sees it. */
export function passedBack(
  { code, flags, details, share, isCertain, reason }: ExpectedResponse,
  { isHttp, isRetried }: Sending,
  place: Pick<ExpectedResponse, "envoyCluster" | "endpoints">,
): ExpectedResponse {
  const known = { ...place, share, isCertain, reason };
  if (flags.includes(NO_CONNECTION)) {
    const retried = isHttp && !isRetried ? [] : ["URX"];
    const said = isHttp ? { code: 503, details } : { code: 0, details: "" };
    return { ...said, flags: [NO_CONNECTION, ...retried], ...known };
  }
  if (!isHttp) {
    // A connection that the next proxy closes is reset for the one before.
    return isCertain && code !== undefined
      ? { code: 0, flags: ["UR"], details: "", ...known }
      : { code: 0, flags: [], details: "", ...known };
  }
  if (code === 0) {
    return {
      code: 503,
      flags: ["UC"],
      details: "upstream_reset_before_response_started{connection_termination}",
      ...known,
    };
  }
  return { ...(code === undefined ? {} : { code }), flags: [], details: "via_upstream", ...known };
}

/** Splits what arrives: shares that end for each stop, and the share that goes on. */
export function split(
  stops: readonly Stop[],
  share: number,
  place?: Pick<ExpectedResponse, "envoyCluster" | "endpoints">,
): { ends: readonly ExpectedResponse[]; rest: number } {
  let rest = share;
  const ends = stops.map((stop) => {
    const ending = rest * stop.share;
    rest -= ending;
    return endOf(stop, ending, place);
  });
  return { ends, rest };
}
