import { isRecord } from "../../../core/mod.ts";
import { type CidrRange, cidrRange } from "../address.ts";
import {
  type HeaderMatcher,
  headerMatcher,
  type StringMatcher,
  stringMatcher,
} from "../matchers.ts";
import { type MetadataMatcher, metadataMatcher } from "../metadata_matcher.ts";
import {
  camelCase,
  field,
  type JsonObject,
  list,
  map,
  message,
  number,
  optionalText,
  type Reader,
  text,
} from "../reader.ts";

/** A filter that allows or denies by policies. */
export interface RbacFilter {
  /** The rules that are enforced; absent enforces nothing. */
  readonly rules: RbacRules | undefined;
  /** Rules that are only counted (dry run). */
  readonly shadowRules: RbacRules | undefined;
  /** Prefix of the statistics of the shadow rules. */
  readonly shadowRulesStatPrefix: string;
}

/** Policies with one action. */
export interface RbacRules {
  /** What happens to requests that a policy matches: `ALLOW`, `DENY` or `LOG`. */
  readonly action: string;
  /** The policies, by name: in Istio `ns[bookinfo]-policy[deny-all]-rule[0]`. */
  readonly policies: ReadonlyMap<string, RbacPolicy>;
}

/** Matches a request when one permission and one principal match. */
export interface RbacPolicy {
  /** What is asked for; one of them. */
  readonly permissions: readonly Permission[];
  /** Who asks; one of them. */
  readonly principals: readonly Principal[];
}

/** A condition on what is asked for. */
export type Permission =
  | RbacCondition
  | RbacList<Permission>
  | RbacNot<Permission>
  | { readonly kind: "destination_ip"; readonly range: CidrRange }
  | { readonly kind: "destination_port"; readonly start: number; readonly end: number }
  | { readonly kind: "requested_server_name"; readonly name: StringMatcher }
  | { readonly kind: "uri_template"; readonly template: string };

/** A condition on who asks. */
export type Principal =
  | RbacCondition
  | RbacList<Principal>
  | RbacNot<Principal>
  | { readonly kind: "authenticated"; readonly principalName: StringMatcher | undefined }
  | {
    readonly kind: "source_ip" | "direct_remote_ip" | "remote_ip";
    readonly range: CidrRange;
  }
  | { readonly kind: "filter_state"; readonly key: string; readonly value: StringMatcher };

/** A condition that permissions and principals share; `unknown` is one that is not read. */
export type RbacCondition =
  | { readonly kind: "any" }
  | { readonly kind: "header"; readonly header: HeaderMatcher }
  | { readonly kind: "url_path"; readonly path: StringMatcher }
  | { readonly kind: "metadata"; readonly metadata: MetadataMatcher }
  | { readonly kind: "unknown"; readonly name: string; readonly value: unknown };

/** Conditions that must hold all, or of which one must hold. */
export interface RbacList<Self> {
  /** All or one. */
  readonly kind: "and" | "or";
  /** The conditions. */
  readonly of: readonly Self[];
}

/** A condition that must not hold. */
export interface RbacNot<Self> {
  /** Always `"not"`. */
  readonly kind: "not";
  /** The condition. */
  readonly of: Self;
}

type Cases<T> = Readonly<Record<string, Reader<T | undefined>>>;

const pathMatcher = message<{ path: StringMatcher | undefined }>({ path: stringMatcher });

function conditions<Self>(
  self: Reader<Self | undefined>,
): Cases<RbacCondition | RbacList<Self> | RbacNot<Self>> {
  return {
    any: (value) => value === true ? { kind: "any" } : undefined,
    andRules: (value) => several("and", value, "rules", self),
    orRules: (value) => several("or", value, "rules", self),
    andIds: (value) => several("and", value, "ids", self),
    orIds: (value) => several("or", value, "ids", self),
    notRule: (value) => not(self(value)),
    notId: (value) => not(self(value)),
    header: (value) => {
      const header = headerMatcher(value);
      return header && { kind: "header", header };
    },
    urlPath: (value) => {
      const path = pathMatcher(value)?.path;
      return path && { kind: "url_path", path };
    },
    metadata: (value) => {
      const metadata = metadataMatcher(value);
      return metadata && { kind: "metadata", metadata };
    },
    sourcedMetadata: (value) => {
      const metadata = metadataMatcher(field(value, "metadata_matcher"));
      return metadata && { kind: "metadata", metadata };
    },
  };
}

function several<Self>(
  kind: "and" | "or",
  value: unknown,
  members: string,
  self: Reader<Self | undefined>,
): RbacList<Self> {
  return { kind, of: list(self)(field(value, members)) };
}

function not<Self>(of: Self | undefined): RbacNot<Self> | undefined {
  return of && { kind: "not", of };
}

const PERMISSIONS: Cases<Permission> = {
  ...conditions(permission),
  destinationIp: (value) => {
    const range = cidrRange(value);
    return range && { kind: "destination_ip", range };
  },
  destinationPort: (value) => {
    const port = number(value);
    return port === undefined
      ? undefined
      : { kind: "destination_port", start: port, end: port + 1 };
  },
  destinationPortRange: (value) => {
    const [start, end] = [number(field(value, "start")) ?? 0, number(field(value, "end")) ?? 0];
    return { kind: "destination_port", start, end };
  },
  requestedServerName: (value) => {
    const name = stringMatcher(value);
    return name && { kind: "requested_server_name", name };
  },
  uriTemplate: (value) => {
    const template = optionalText(field(field(value, "typed_config"), "path_template"));
    return template === undefined ? undefined : { kind: "uri_template", template };
  },
};

const PRINCIPALS: Cases<Principal> = {
  ...conditions(principal),
  authenticated: (value) => ({
    kind: "authenticated",
    principalName: stringMatcher(field(value, "principal_name")),
  }),
  sourceIp: (value) => address("source_ip", value),
  directRemoteIp: (value) => address("direct_remote_ip", value),
  remoteIp: (value) => address("remote_ip", value),
  filterState: (value) => {
    const match = stringMatcher(field(value, "string_match"));
    return match && { kind: "filter_state", key: text(field(value, "key")), value: match };
  },
};

function address(
  kind: "source_ip" | "direct_remote_ip" | "remote_ip",
  value: unknown,
): Principal | undefined {
  const range = cidrRange(value);
  return range && { kind, range };
}

function permission(value: unknown): Permission | undefined {
  return oneOf(value, PERMISSIONS);
}

function principal(value: unknown): Principal | undefined {
  return oneOf(value, PRINCIPALS);
}

function oneOf<T>(
  value: unknown,
  cases: Cases<T>,
): T | { kind: "unknown"; name: string; value: unknown } | undefined {
  if (!isRecord(value)) return undefined;
  const [member] = Object.entries(value);
  if (member === undefined) return undefined;
  const [name, of] = [camelCase(member[0]), member[1]];
  const read = Object.hasOwn(cases, name) ? cases[name]?.(of) : undefined;
  return read ?? { kind: "unknown", name, value: of };
}

const rules: Reader<RbacRules | undefined> = message({
  action: (value) => optionalText(value) ?? "ALLOW",
  policies: map(message<RbacPolicy>({
    permissions: list(permission),
    principals: list(principal),
  })),
});

/** Reads the settings of an RBAC filter, of HTTP or of a connection. */
export function rbacFilter(settings: JsonObject): RbacFilter {
  return {
    rules: rules(settings["rules"]),
    shadowRules: rules(field(settings, "shadow_rules")),
    shadowRulesStatPrefix: text(field(settings, "shadow_rules_stat_prefix")),
  };
}
