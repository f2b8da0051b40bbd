import type { Case, Exchange, LoggedRequest } from "../../connectivity/mod.ts";
import type { Fact, Weight } from "../cause.ts";

/** What a line of an access log must show. Every field that is given must fit. */
export interface Sign {
  /** Whose line: the caller's proxy (or gateway), the destination's, or any. */
  readonly side?: "client" | "server";
  /** Response flags, at least one of which must be there; `-` is none at all. */
  readonly flags?: readonly string[];
  /** Pattern of the response code details. */
  readonly details?: RegExp;
  /** Pattern of the reason why no upstream connection came about. */
  readonly transport?: RegExp;
  /** Response codes. */
  readonly codes?: readonly number[];
  /** Pattern of the Envoy cluster. */
  readonly envoyCluster?: RegExp;
  /** Addresses that the request was sent to. */
  readonly hosts?: ReadonlySet<string>;
}

/** The lines of a case that show a sign, with the exchange each belongs to. */
export function linesWith(of: Case, sign: Sign): { line: LoggedRequest; exchange: Exchange }[] {
  return of.exchanges.flatMap((exchange) => {
    const client = exchange.client && sign.side !== "server" ? [exchange.client] : [];
    const servers = sign.side === "client" ? [] : exchange.servers;
    return [...client, ...servers].filter((line) => shows(line, sign))
      .map((line) => ({ line, exchange }));
  });
}

/** A pattern for exactly one text, such as the name of an Envoy cluster. */
export function exactly(text: string): RegExp {
  return new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}$`);
}

/** Whether a line shows a sign. */
export function shows({ entry }: LoggedRequest, sign: Sign): boolean {
  const { flags, details, transport, codes, envoyCluster, hosts } = sign;
  if (flags && !flags.some((f) => f === "-" ? entry.flags.length === 0 : entry.flags.includes(f))) {
    return false;
  }
  return (!details || details.test(entry.details)) &&
    (!transport || transport.test(entry.transportFailure)) &&
    (!codes || codes.includes(entry.code)) &&
    (!envoyCluster || envoyCluster.test(entry.upstreamCluster)) &&
    (!hosts || hosts.has(entry.upstreamHost));
}

/** Facts from the lines that show a sign, one for each proxy that wrote some, and for a probe's answers. */
export function logged(of: Case, sign: Sign, weight: Weight = "decisive"): Fact[] {
  const found = linesWith(of, sign);
  return [...Map.groupBy(found, ({ line }) => sourceOf(line))].map(([source, lines]) => ({
    weight,
    source,
    detail: summarize(lines.map(({ line }) => line)),
    explains: [...new Set(lines.map(({ exchange }) => exchange))],
  }));
}

/** The fact that the caller's pod could not resolve the name, where a probe found that. */
export function unresolved(of: Case): Fact[] {
  const failed = of.exchanges.filter(({ probe }) => probe?.outcome === "name-not-resolved");
  const [first] = failed;
  if (first?.probe === undefined) return [];
  const detail = `${failed.length} × ${first.probe.detail}`;
  return [{ weight: "decisive", source: "probe", detail, explains: failed }];
}

function sourceOf({ proxy, isInferred }: LoggedRequest): string {
  return isInferred ? "probe" : `${proxy.folder}/access.log`;
}

/** `41 × 503 NC cluster_not_found`, the most frequent forms first. */
export function summarize(lines: readonly LoggedRequest[]): string {
  const counts = new Map<string, number>();
  for (const { entry } of lines) {
    const form = [
      entry.protocol === "" && entry.code === 0 ? "connection" : String(entry.code),
      entry.flags.join(",") || "-",
      entry.details || entry.transportFailure || "no details",
      entry.upstreamHost && `to ${entry.upstreamHost}`,
    ].filter(Boolean).join(" ");
    counts.set(form, (counts.get(form) ?? 0) + 1);
  }
  const forms = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const shown = forms.slice(0, 3).map(([form, count]) => `${count} × ${form}`);
  return forms.length > 3 ? `${shown.join("; ")}; and ${forms.length - 3} more` : shown.join("; ");
}
