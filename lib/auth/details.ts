/** What an RBAC filter says in `RESPONSE_CODE_DETAILS`, or in the termination details of a TCP connection. */
export interface RbacDetails {
  /** The rule that denied; absent where ALLOW policies exist and none matched. */
  readonly rule?: {
    /** Namespace of the AuthorizationPolicy. */
    readonly namespace: string;
    /** Its name. */
    readonly name: string;
    /** Position in `spec.rules`. */
    readonly ruleIndex: number;
  };
  /** Whether istiod denies because it cannot serve the CUSTOM action of the policy. */
  readonly isBadCustomAction: boolean;
}

// The names of istiod: Envoy puts them into its own brackets and writes spaces as underscores.
const RULE =
  /^(?:istio-ext-authz-)?.*?ns\[([^\]]*)\]-policy\[([^\]]*)\]-rule\[(\d+)\](-deny-due-to-bad-CUSTOM-action)?\]/;
const RBAC = "rbac_access_denied_matched_policy[";

/** Finds an RBAC denial in a line or field of the access log; `undefined` where there is none. */
export function parseRbacDetails(text: string): RbacDetails | undefined {
  const start = text.indexOf(RBAC);
  if (start < 0) return undefined;
  const [, namespace, name, index, bad] = RULE.exec(text.slice(start + RBAC.length)) ?? [];
  if (namespace === undefined || name === undefined) return { isBadCustomAction: false };
  const rule = { namespace, name, ruleIndex: Number(index) };
  return { rule, isBadCustomAction: bad !== undefined };
}

/** The details with which a proxy denies by this rule, or because no ALLOW rule matches. */
export function formatRbacDetails(rule: RbacDetails["rule"]): string {
  return `${RBAC}${rule ? ruleName(rule) : "none"}]`;
}

/** The name that istiod gives to a rule of an AuthorizationPolicy. */
export function ruleName({ namespace, name, ruleIndex }: NonNullable<RbacDetails["rule"]>): string {
  return `ns[${namespace}]-policy[${name}]-rule[${ruleIndex}]`;
}

/**
 * The reason of a JWT filter's refusal in a line or field of the access log, in Envoy's words with
 * spaces, such as `Jwt is expired`; `undefined` where there is none.
 */
export function parseJwtDetails(text: string): string | undefined {
  return /jwt_authn_access_denied\{([^}]*)\}/.exec(text)?.[1]?.replaceAll("_", " ");
}
