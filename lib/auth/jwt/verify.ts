import type { Path } from "../../core/mod.ts";
import type { RequestAuthenticationJwtRule, Resource } from "../../mesh/mod.ts";
import { candidateKeys, verifySignature } from "./signature.ts";
import { isPlaceholderJwks, type Jwk, parseJwks } from "./jwks.ts";
import { formatLocation, locationsOf, tokenAt, type TokenCarrier } from "./location.ts";
import type { JwtStatus } from "./status.ts";
import { type ParsedJwt, parseJwt } from "./token.ts";

/** One rule of one RequestAuthentication. */
export interface LocatedJwtRule {
  /** The policy. */
  readonly policy: Resource<"RequestAuthentication">;
  /** The way to the rule in the policy. */
  readonly path: Path;
  /** The rule. */
  readonly rule: RequestAuthenticationJwtRule;
}

/** What a rule says to a request. */
export interface JwtRuleResult extends LocatedJwtRule {
  /** Envoy's word; `unknown` where everything but the signature is right and that cannot be verified here. */
  readonly status: JwtStatus | "unknown";
  /** Why, as half a sentence with the values involved. */
  readonly reason: string;
  /** Claims of the token that it looked at, whether or not it accepts them. */
  readonly claims?: Readonly<Record<string, unknown>>;
}

/** What tokens are verified against. */
export interface JwtVerification {
  /** The time that counts. */
  readonly now: Date;
  /** A key set, as text or object, for rules that have none of their own but name a URL. */
  readonly jwks?: unknown;
}

type Verdict = Omit<JwtRuleResult, keyof LocatedJwtRule>;

/** Seconds by which Envoy lets clocks differ. */
const CLOCK_SKEW_SECONDS = 60;

/** Verifies what a request carries against one rule. Where it carries several tokens, all must be right. */
export async function verifyRule(
  rule: LocatedJwtRule,
  carrier: TokenCarrier,
  verification: JwtVerification,
): Promise<JwtRuleResult> {
  const locations = locationsOf(rule.rule);
  const tokens = locations.flatMap((location) => tokenAt(location, carrier) ?? []);
  if (tokens.length === 0) {
    const places = locations.map(formatLocation).join(", ");
    return { ...rule, status: "Jwt is missing", reason: `there is no token in ${places}` };
  }
  const verdicts = await Promise.all(tokens.map((each) => verifyToken(rule, each, verification)));
  const worst = verdicts.find(({ status }) => status !== "OK" && status !== "unknown") ??
    verdicts.find(({ status }) => status === "unknown") ?? verdicts[0]!;
  return { ...rule, ...worst };
}

/** The checks of Envoy in their order: form, issuer, time, audience, key, signature. */
async function verifyToken(
  { rule }: LocatedJwtRule,
  token: string,
  { now, jwks }: JwtVerification,
): Promise<Verdict> {
  const parsed = parseJwt(token);
  if (parsed.status !== "OK") {
    return { status: parsed.status, reason: "the token is malformed" };
  }
  const { jwt } = parsed;
  const refusal = checkIssuer(rule, jwt) ?? checkTime(jwt, now) ?? checkAudience(rule, jwt);
  return { ...refusal ?? await checkSignature(rule, token, jwt, jwks), claims: jwt.claims };
}

function checkIssuer({ issuer = "" }: RequestAuthenticationJwtRule, jwt: ParsedJwt) {
  if (jwt.issuer === issuer) return undefined;
  const isSlash = jwt.issuer.replace(/\/$/, "") === issuer.replace(/\/$/, "");
  const hint = isSlash ? ": they differ in the slash at the end" : "";
  const reason = `the issuer of the token is "${jwt.issuer}", that of the rule "${issuer}"${hint}`;
  return { status: "Jwt issuer is not configured", reason } as const;
}

function checkTime({ notBefore, expires }: ParsedJwt, now: Date) {
  const seconds = Math.floor(now.getTime() / 1000);
  const at = `it is ${now.toISOString()}, and ${CLOCK_SKEW_SECONDS} s of skew are allowed`;
  if (seconds + CLOCK_SKEW_SECONDS < notBefore) {
    const reason = `the token is valid from ${instant(notBefore)}; ${at}`;
    return { status: "Jwt not yet valid", reason } as const;
  }
  if (expires !== 0 && seconds > expires + CLOCK_SKEW_SECONDS) {
    const reason = `the token expired at ${instant(expires)}; ${at}`;
    return { status: "Jwt is expired", reason } as const;
  }
  return undefined;
}

function instant(seconds: number): string {
  const date = new Date(seconds * 1000);
  return Number.isNaN(date.getTime()) ? `${seconds} s after 1970` : date.toISOString();
}

function checkAudience({ audiences = [] }: RequestAuthenticationJwtRule, jwt: ParsedJwt) {
  const allowed = new Set(audiences.map(bareAudience));
  if (allowed.size === 0 || jwt.audiences.some((each) => allowed.has(bareAudience(each)))) {
    return undefined;
  }
  const given = jwt.audiences.length === 0 ? "nobody" : quoted(jwt.audiences);
  const reason = `the token is for ${given}, the rule takes ${quoted(audiences)}`;
  return { status: "Audiences in Jwt are not allowed", reason } as const;
}

/** Envoy compares audiences without their scheme and without a slash at the end. */
function bareAudience(audience: string): string {
  return audience.replace(/^https?:\/\//, "").replace(/\/$/, "");
}

async function checkSignature(
  { jwks: own, jwksUri }: RequestAuthenticationJwtRule,
  token: string,
  jwt: ParsedJwt,
  given: unknown,
): Promise<Verdict> {
  const source = own || given;
  if (source === undefined) {
    const reason = `the keys are at ${jwksUri ?? "the issuer"} and are not at hand`;
    return { status: "unknown", reason };
  }
  const keys = parseJwks(source);
  const status = await verifySignature(token, jwt, keys);
  return { status, reason: signatureReason(status, jwt, keys ?? [], isPlaceholderJwks(source)) };
}

function signatureReason(
  status: Verdict["status"],
  jwt: ParsedJwt,
  keys: readonly Jwk[],
  isPlaceholder: boolean,
): string {
  if (status === "OK") return "the signature fits one of the keys";
  if (isPlaceholder) {
    return "the keys are the placeholder that istiod installs where it cannot fetch the real ones";
  }
  const wanted = `algorithm ${jwt.algorithm}` + (jwt.keyId === "" ? "" : `, key "${jwt.keyId}"`);
  const names = keys.map(({ kid, alg, kty }) => `"${kid}" (${alg || kty})`).join(", ") || "none";
  if (status === "unknown") return `a key for ${wanted} is of a kind that cannot be tried here`;
  return candidateKeys(jwt, keys).length > 0
    ? `the token says ${wanted}; the signature fits none of the keys that match: ${names}`
    : `the token says ${wanted}; the keys are ${names}`;
}

function quoted(words: readonly string[]): string {
  return words.map((word) => `"${word}"`).join(", ");
}
