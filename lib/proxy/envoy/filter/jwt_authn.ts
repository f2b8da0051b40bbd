import { isRecord } from "../../../core/mod.ts";
import {
  field,
  flag,
  from,
  type JsonObject,
  list,
  map,
  message,
  optionalText,
  type Reader,
  text,
} from "../reader.ts";
import { type RouteMatch, routeMatch } from "../route/route_match.ts";

/** A filter that verifies tokens. */
export interface JwtAuthentication {
  /** Who issues tokens, by a name that the rules use. */
  readonly providers: ReadonlyMap<string, JwtProvider>;
  /** What is asked of which request; the first that matches counts. */
  readonly rules: readonly JwtRule[];
}

/** An issuer of tokens. */
export interface JwtProvider {
  /** Value of the claim `iss`; `""` accepts any. */
  readonly issuer: string;
  /** Values of the claim `aud` of which one must be there; empty accepts any. */
  readonly audiences: readonly string[];
  /** The keys, where they are inline. */
  readonly localJwks: string | undefined;
  /** Address of the keys, where they are fetched. */
  readonly remoteJwksUri: string | undefined;
  /** Whether the token is passed on. */
  readonly forward: boolean;
  /** Headers that carry the token. */
  readonly fromHeaders: readonly JwtHeader[];
  /** Query parameters that carry the token. */
  readonly fromParams: readonly string[];
  /** Key under which the claims are stored for later filters. */
  readonly payloadInMetadata: string;
}

/** A header that carries a token. */
export interface JwtHeader {
  /** Its name. */
  readonly name: string;
  /** What stands before the token. */
  readonly valuePrefix: string;
}

/** What is asked of the requests that match. */
export interface JwtRule {
  /** Which requests. */
  readonly match: RouteMatch;
  /** What is asked; absent asks nothing. */
  readonly requires: JwtRequirement | undefined;
}

/** What is asked of a request. */
export type JwtRequirement =
  | { readonly kind: "provider"; readonly name: string; readonly audiences: readonly string[] }
  | { readonly kind: "any" | "all"; readonly of: readonly JwtRequirement[] }
  | { readonly kind: "allow_missing" }
  | { readonly kind: "allow_missing_or_failed" };

const jwtProvider: Reader<JwtProvider | undefined> = message({
  issuer: text,
  audiences: list(optionalText),
  localJwks: (value) => optionalText(field(value, "inline_string")),
  remoteJwksUri: from(
    "remote_jwks",
    (value) => optionalText(field(field(value, "http_uri"), "uri")),
  ),
  forward: flag,
  fromHeaders: list(message<JwtHeader>({ name: text, valuePrefix: text })),
  fromParams: list(optionalText),
  payloadInMetadata: text,
});

function requirement(value: unknown): JwtRequirement | undefined {
  if (!isRecord(value)) return undefined;
  const name = optionalText(field(value, "provider_name"));
  if (name !== undefined) return { kind: "provider", name, audiences: [] };
  const strict = field(value, "provider_and_audiences");
  if (isRecord(strict)) {
    return {
      kind: "provider",
      name: text(field(strict, "provider_name")),
      audiences: list(optionalText)(strict["audiences"]),
    };
  }
  const any = field(value, "requires_any");
  if (isRecord(any)) return { kind: "any", of: list(requirement)(any["requirements"]) };
  const all = field(value, "requires_all");
  if (isRecord(all)) return { kind: "all", of: list(requirement)(all["requirements"]) };
  if (isRecord(field(value, "allow_missing_or_failed"))) return { kind: "allow_missing_or_failed" };
  if (isRecord(field(value, "allow_missing"))) return { kind: "allow_missing" };
  return undefined;
}

const fields = message<JwtAuthentication>({
  providers: map(jwtProvider),
  rules: list(message<JwtRule>({ match: routeMatch, requires: requirement })),
});

const NOTHING: JwtAuthentication = { providers: new Map(), rules: [] };

/** Reads the settings of a filter that verifies tokens; rules that name a shared requirement get it. */
export function jwtAuthentication(settings: JsonObject): JwtAuthentication {
  const read = fields(settings) ?? NOTHING;
  const shared = map(requirement)(field(settings, "requirement_map"));
  if (shared.size === 0) return read;
  const names = list((rule) => text(field(rule, "requirement_name")))(settings["rules"]);
  const rules = read.rules.map((rule, i) => ({
    ...rule,
    requires: rule.requires ?? shared.get(names[i] ?? ""),
  }));
  return { ...read, rules };
}
