import { isCidr, isInCidr } from "../../core/mod.ts";
import type { AccessRequest } from "./request.ts";
import { claimPath, readClaim } from "./claims.ts";
import { accountOf, readIdentity } from "./identity.ts";
import {
  matchesNamespace,
  matchesPath,
  matchesPattern,
  matchesRequestPrincipal,
  normalizePath,
  type PathNormalization,
} from "./pattern.ts";
import { principalOf, withTrustDomainAliases } from "../principal.ts";
import type { Reading } from "./reading.ts";

/** What decides the meaning of a pattern besides the pattern. */
export interface PatternScope {
  /** Trust domain of the mesh, then its aliases. */
  readonly trustDomains: readonly string[];
  /** How paths are rewritten. */
  readonly pathNormalization: PathNormalization;
  /** Namespace of the policy. */
  readonly namespace: string;
}

/** One attribute that policies may name. */
export interface Attribute {
  /** Its name in a `when` condition. */
  readonly name: string;
  /** Whether only HTTP requests have it. */
  readonly isHttpOnly: boolean;
  /** What the request says about it. */
  read(request: AccessRequest, scope: PatternScope): Reading;
  /** Whether istiod can translate a pattern. */
  accepts(pattern: string): boolean;
  /** Whether a value meets a pattern. */
  matches(pattern: string, value: string, scope: PatternScope): boolean;
}

type Definition =
  & Omit<Attribute, "name" | "accepts" | "matches" | "isHttpOnly">
  & Partial<Attribute>;

const ip = {
  accepts: isCidr,
  matches: (pattern: string, value: string) => isInCidr(value, pattern),
};

const DEFINITIONS: readonly (readonly [name: string, definition: Definition])[] = [
  ["source.principal", {
    read: ({ source }) =>
      readIdentity(source, ({ principal }) => principal && principalOf(principal)),
    matches: (pattern, value, { trustDomains }) =>
      withTrustDomainAliases([pattern], trustDomains).some((one) => matchesPattern(one, value)),
  }],
  ["source.namespace", {
    read: ({ source }) => readIdentity(source, (s) => accountOf(s)?.namespace ?? s.namespace),
    matches: matchesNamespace,
  }],
  ["source.serviceAccount", {
    read: ({ source }) =>
      readIdentity(source, (s) => {
        const account = accountOf(s);
        return account && `${account.namespace}/${account.serviceAccount}`;
      }),
    matches: (pattern, value, { namespace }) =>
      value === (pattern.includes("/") ? pattern : `${namespace}/${pattern}`),
  }],
  ["source.trustDomain", {
    read: ({ source }) => readIdentity(source, (s) => accountOf(s)?.trustDomain),
    matches: (pattern, value, { trustDomains }) =>
      (trustDomains.includes(pattern) ? trustDomains : [pattern]).some((one) =>
        matchesPattern(one, value)
      ),
  }],
  ["source.ip", { ...ip, read: ({ source }) => given(source.ip) }],
  ["remote.ip", { ...ip, read: ({ source }) => given(source.remoteIp) }],
  ["destination.ip", { ...ip, read: ({ destinationIp }) => given(destinationIp) }],
  ["destination.port", {
    read: ({ port }) => given(port?.toString()),
    accepts: (pattern) => /^\d{1,5}$/.test(pattern) && Number(pattern) <= 65535,
    matches: (pattern, value) => Number(pattern) === Number(value),
  }],
  ["connection.sni", {
    read: ({ sni }) =>
      sni === null ? { state: "absent", reason: "the connection has no server name" } : given(sni),
  }],
  ["request.host", {
    isHttpOnly: true,
    read: ({ host }) => given(host),
    matches: (pattern, value) => matchesPattern(pattern.toLowerCase(), value.toLowerCase()),
  }],
  ["request.method", { isHttpOnly: true, read: ({ method }) => given(method) }],
  ["request.path", {
    isHttpOnly: true,
    read: ({ path }, { pathNormalization }) =>
      given(path === undefined ? undefined : normalizePath(path, pathNormalization)),
    matches: matchesPath,
  }],
  ["request.auth.principal", {
    isHttpOnly: true,
    read: ({ jwt }) => {
      const issuer = readClaim(jwt, ["iss"]), subject = readClaim(jwt, ["sub"]);
      if (issuer.state !== "known") return issuer;
      if (subject.state !== "known") return subject;
      return { state: "known", values: [`${issuer.values[0]}\n${subject.values[0]}`] };
    },
    matches: (pattern, value) => {
      const [issuer = "", subject = ""] = value.split("\n");
      return matchesRequestPrincipal(pattern, issuer, subject);
    },
  }],
  ["request.auth.audiences", { isHttpOnly: true, read: ({ jwt }) => readClaim(jwt, ["aud"]) }],
  ["request.auth.presenter", { isHttpOnly: true, read: ({ jwt }) => readClaim(jwt, ["azp"]) }],
];

const ATTRIBUTES: ReadonlyMap<string, Attribute> = new Map(
  DEFINITIONS.map(([name, definition]) => [name, attribute(name, definition)]),
);

/** The attribute that a `when` condition names; `undefined` for a key that istiod does not know. */
export function attributeOf(key: string): Attribute | undefined {
  const known = ATTRIBUTES.get(key);
  if (known) return known;
  if (key.startsWith("request.headers")) {
    const header = /^request\.headers\[(.+)\]$/.exec(key)?.[1];
    return attribute(key, {
      isHttpOnly: true,
      accepts: () => header !== undefined,
      read: (request) => readHeader(request, header ?? ""),
      // Presence is enough for a header: its value may be empty.
      matches: (pattern, value) => pattern === "*" || matchesPattern(pattern, value),
    });
  }
  if (key.startsWith("request.auth.claims")) {
    const path = claimPath(key.slice("request.auth.claims".length));
    return attribute(key, {
      isHttpOnly: true,
      accepts: () => path !== undefined,
      read: ({ jwt }) => readClaim(jwt, path ?? []),
    });
  }
  return key.startsWith("experimental.envoy.filters.")
    ? attribute(key, { read: () => ({ state: "unknown" }) })
    : undefined;
}

function attribute(name: string, definition: Definition): Attribute {
  return { name, isHttpOnly: false, accepts: () => true, matches: matchesPattern, ...definition };
}

function given(value: string | undefined): Reading {
  return value === undefined ? { state: "unknown" } : { state: "known", values: [value] };
}

function readHeader(request: AccessRequest, name: string): Reading {
  const wanted = name.toLowerCase();
  if (wanted === ":authority" || wanted === "host") return given(request.host);
  if (wanted === ":method") return given(request.method);
  if (wanted === ":path") return given(request.path);
  const { headers, hasMoreHeaders = false } = request;
  const found = Object.entries(headers ?? {}).find(([key]) => key.toLowerCase() === wanted);
  if (found) return { state: "known", values: [found[1]] };
  return headers === undefined || hasMoreHeaders
    ? { state: "unknown" }
    : { state: "absent", reason: `the request has no header ${name}` };
}
