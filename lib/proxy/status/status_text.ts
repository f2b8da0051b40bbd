import { formatTable } from "../table/text_table.ts";
import { formatDumpDiff } from "../compare/diff_text.ts";
import type { ProxyStatus, ProxyStatusReport, XdsTypeStatus } from "./proxy_status.ts";

const TYPES = ["CDS", "LDS", "EDS", "RDS", "ECDS"] as const;

/**
 * The state of all proxies as a table, and below it what was rejected, with Envoy's own words, how one
 * proxy differs from what istiod has for it, and what could not be read.
 */
export function formatProxyStatus(
  { proxies, controlPlaneVersion, difference, gaps }: ProxyStatusReport,
): string {
  const table = formatTable({
    gap: 5,
    header: ["NAME", "CLUSTER", ...TYPES, "VERSION"],
    rows: proxies.map((proxy) => [
      nameOf(proxy),
      proxy.cluster || "-",
      ...TYPES.map((name) => cellOf(proxy, proxy.types.find(({ type }) => type === name))),
      versionOf(proxy, controlPlaneVersion),
    ]),
  });
  const rejected = proxies.flatMap((proxy) =>
    proxy.types.flatMap(({ type, rejection }) =>
      rejection === undefined ? [] : [`${nameOf(proxy)} ${type} REJECTED\n${indented(rejection)}`]
    )
  );
  return [
    table,
    ...rejected.map((each) => `${each}\n`),
    ...(difference === undefined ? [] : [formatDumpDiff(difference)]),
    ...(gaps.length === 0 ? [] : [
      gaps.map(({ what, reason }) => `Not seen: ${what}: ${reason}\n`).join(""),
    ]),
  ].join("\n");
}

function nameOf({ pod, namespace }: ProxyStatus): string {
  return `${pod}.${namespace}`;
}

function cellOf(proxy: ProxyStatus, status: XdsTypeStatus | undefined): string {
  if (proxy.isConnected === false) return "NOT CONNECTED";
  if (status === undefined) return proxy.isConnected ? "-" : "UNKNOWN";
  return status.ageMs === undefined ? status.state : `${status.state} (${formatAge(status.ageMs)})`;
}

function versionOf({ version, isSkewed }: ProxyStatus, controlPlaneVersion: string): string {
  return isSkewed ? `${version} (istiod ${controlPlaneVersion})` : version || "-";
}

const UNITS = [["d", 86_400], ["h", 3_600], ["m", 60]] as const;

/** As Kubernetes' tools write ages: `12s`, `5m`, `3h`, `2d`. */
function formatAge(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const [unit, length] = UNITS.find(([, length]) => seconds >= length) ?? ["s", 1];
  return `${Math.floor(seconds / length)}${unit}`;
}

function indented(text: string): string {
  return text.trimEnd().split("\n").map((line) => `  ${line}`).join("\n");
}
