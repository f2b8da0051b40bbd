import pc from "picocolors";
import { formatRef, type TokenInspection, type TokenVerification } from "../../core/mod.ts";
import { oneLine, sentence, wrap } from "../text.ts";
import type { Style } from "../style.ts";

/** What a token says of itself, for a person at a terminal. */
export function inspectionText(token: TokenInspection, style: Style): string {
  const { bold, green, red } = pc.createColors(style.color);
  const isGood = token.validity === "valid";
  const said = token.status === "OK" ? token.validity : `${token.validity}: ${token.status}`;
  return [
    `${(isGood ? green : red)(bold(said))} at ${token.takenAt}`,
    "the signature is not verified",
    ...fields("Header", token.header, style),
    ...fields("Claims", token.claims, style),
    ...fields("Times", {
      issued: token.issuedAt,
      "not before": token.notBefore,
      expires: token.expiresAt,
    }, style),
  ].join("\n") + "\n";
}

function fields(title: string, record: Readonly<Record<string, unknown>>, style: Style): string[] {
  const { bold } = pc.createColors(style.color);
  const given = Object.entries(record).filter(([, value]) => value !== undefined);
  const width = Math.max(0, ...given.map(([name]) => name.length)) + 2;
  return given.length === 0 ? [] : [
    "",
    bold(title),
    ...given.map(([name, value]) =>
      oneLine(`  ${name.padEnd(width)}${typeof value === "string" ? value : JSON.stringify(value)}`)
    ),
  ];
}

/** Which rule a token meets, for a person at a terminal. */
export function verificationText(report: TokenVerification, style: Style): string {
  const { bold, cyan, green, red, yellow } = pc.createColors(style.color);
  const paint = { "accepted": green, "no token": yellow, "rejected": red, "unknown": yellow };
  const { outcome, code, status, responseCodeDetails, requestPrincipal, rules } = report;
  const answer = outcome === "rejected" ? `rejected with ${code}: ${status}` : outcome;
  return [
    `${paint[outcome](bold(answer))} at ${report.takenAt}`,
    ...(responseCodeDetails === undefined ? [] : [`access log: ${responseCodeDetails}`]),
    ...(requestPrincipal === undefined ? [] : [oneLine(`request principal: ${requestPrincipal}`)]),
    ...(rules.length === 0 ? ["no RequestAuthentication applies"] : []),
    ...rules.flatMap(({ resource, path, issuer, status, reason }) => [
      "",
      cyan(oneLine(`${formatRef(resource)} ${path} (issuer "${issuer}")`)),
      wrap(`${status}: ${reason}`, style.columns, "  "),
    ]),
  ].map((line, i) => i === 0 ? sentence(line) : line).join("\n") + "\n";
}
