import { type Certificate, chainStateOf, readCertificates } from "../certificate.ts";
import type { ConfigDump } from "../dump/config_dump.ts";
import { type DumpedSecret, secretsOf } from "../dump/secret.ts";
import type { TableOptions } from "./filters.ts";
import { requireSection } from "./section.ts";
import type { TextTable } from "./text_table.ts";

const COLUMNS = [
  ...["RESOURCE NAME", "TYPE", "STATUS", "VALID CERT"],
  ...["SERIAL NUMBER", "NOT AFTER", "NOT BEFORE"],
];

const WIDE = ["DAYS LEFT", "CHAIN", "NAMES", "SUBJECT", "ISSUER"];

const DAY_MS = 86_400_000;

/** The certificates that a proxy holds, never a key. Throws a `Failure` where the dump has no secrets. */
export function secretTable(dump: ConfigDump, { named, wide, now }: TableOptions): TextTable {
  requireSection(dump, "SecretsConfigDump");
  const secrets = secretsOf(dump);
  if (secrets.length === 0) {
    return { gap: 5, header: [], rows: [["No active or warming secrets found."]] };
  }
  const hasDomains = secrets.some(({ trustDomain }) => trustDomain !== undefined);
  return {
    gap: 5,
    header: [...COLUMNS, ...hasDomains ? ["TRUST DOMAIN"] : [], ...wide ? WIDE : []],
    rows: secrets.map((secret) => {
      const [first] = readCertificates(secret.pem);
      return [
        named ? `secret/${secret.name}` : secret.name,
        first === undefined ? "" : first.isAuthority ? "CA" : "Cert Chain",
        secret.state,
        String(first !== undefined && isValid(first, now)),
        first?.serial ?? "",
        formatTime(first?.notAfterMs),
        formatTime(first?.notBeforeMs),
        ...hasDomains ? [secret.trustDomain ?? trustDomainOf(first)] : [],
        ...wide ? wideCells(secret, first, now) : [],
      ];
    }),
  };
}

function isValid({ notBeforeMs, notAfterMs }: Certificate, now: Date): boolean {
  return notBeforeMs < now.getTime() && now.getTime() < notAfterMs;
}

/** Without a fraction of a second, as certificates have none. */
function formatTime(ms: number | undefined): string {
  return ms === undefined || Number.isNaN(ms)
    ? ""
    : new Date(ms).toISOString().replace(".000Z", "Z");
}

function trustDomainOf(certificate: Certificate | undefined): string {
  const identity = certificate?.names.find((name) => name.startsWith("spiffe://"));
  return identity?.split("/")[2] ?? "";
}

function wideCells(
  { pem }: DumpedSecret,
  first: Certificate | undefined,
  now: Date,
): readonly string[] {
  if (first === undefined) return WIDE.map(() => "-");
  return [
    String(Math.floor((first.notAfterMs - now.getTime()) / DAY_MS)),
    chainStateOf(pem),
    first.names.join(",") || "-",
    first.subject || "-",
    first.issuer || "-",
  ];
}
