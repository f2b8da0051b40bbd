import { addressOf, type Case, type Exchange } from "../connectivity/mod.ts";
import { compare, type ExpectedResponse, type ObservedResponse } from "../core/mod.ts";
import type { AccessLogEntry } from "../evidence/mod.ts";

/** The responses that were logged for such requests, the most frequent first. */
export function observedResponses(
  { exchanges, question, caller }: Case,
  port: number,
): readonly ObservedResponse[] {
  const { path, method } = question.request;
  const meant = exchanges.flatMap((exchange) => {
    const line = (exchange.client ?? exchange.servers.at(-1))?.entry;
    if (!line) return [];
    const isTcp = line.method === "";
    // Clients outside may come in through several ports of a gateway.
    const cameIn = addressOf(line.downstreamLocal).port ?? port;
    if (caller.isExternal && cameIn !== port || question.target.scheme === "tcp" && !isTcp) {
      return [];
    }
    const fits = isTcp || (path === undefined || sameResource(line.path, path)) &&
        (method === undefined || line.method === method);
    return fits ? [{ line, exchange }] : [];
  });
  const groups = Map.groupBy(
    meant,
    ({ line: { code, flags, details, transportFailure, upstreamCluster } }) =>
      JSON.stringify([code, flags, details, transportFailure, upstreamCluster]),
  );
  return [...groups].sort(([a, these], [b, those]) => those.length - these.length || compare(a, b))
    .map(([, group]) => responseOf(group));
}

function sameResource(a: string, b: string): boolean {
  return a.split("?", 1)[0] === b.split("?", 1)[0];
}

function responseOf(
  group: readonly { readonly line: AccessLogEntry; readonly exchange: Exchange }[],
): ObservedResponse {
  const { code, flags, details, transportFailure, upstreamCluster } = group[0]!.line;
  const hosts = new Set(group.map(({ line }) => line.upstreamHost).filter((host) => host !== ""));
  const servers = group.flatMap(({ exchange }) => exchange.client ? exchange.servers : []);
  const forms = Map.groupBy(servers, ({ entry }) => formOf(entry));
  return {
    count: group.length,
    code,
    flags: [...flags].sort(compare),
    details: details || (group[0]!.line.method === "" ? transportFailure : ""),
    envoyCluster: upstreamCluster,
    endpoints: [...hosts].sort(compare),
    atServer: [...forms].map(([form, lines]) => `${lines.length} × ${form}`).sort(compare),
  };
}

function formOf(
  { code, flags, details, transportFailure, upstreamCluster }: AccessLogEntry,
): string {
  const why = details || transportFailure || "-";
  return [code, flags.join(",") || "-", why, upstreamCluster || "-"].join(" ");
}

/** Whether what was logged is one of the ends that the configuration leaves open or decides. */
export function fits(observed: ObservedResponse, expected: readonly ExpectedResponse[]): boolean {
  return expected.some((each) => {
    const isThere = observed.envoyCluster === "" || each.envoyCluster === observed.envoyCluster;
    if (!isThere || each.share === 0 && each.isCertain) return false;
    // What the application, the network or the load decides may come out in any way.
    if (!each.isCertain) return true;
    const flags = [...each.flags].sort(compare).join();
    return each.code === observed.code && flags === observed.flags.join();
  });
}
