import type { AuthorizationPolicyRule, Resource } from "../../../mesh/mod.ts";
import type { Say } from "../say.ts";
import { checkAttachment } from "../values/selector.ts";
import { checkConditions } from "./conditions.ts";
import { checkCustomRule } from "./custom_rule.ts";
import { checkOperation } from "./operation.ts";
import { checkSource } from "./source.ts";

const NEVER = "action without `rules` is meaningless as it will never be triggered, add an empty " +
  "rule `{}` if you want it be triggered for every request";

/** Checks an AuthorizationPolicy. */
export function checkAuthorizationPolicy(
  policy: Resource<"AuthorizationPolicy">,
  sayPlain: Say,
): void {
  const { spec } = policy;
  const say: Say = (at, message, level) =>
    level
      ? sayPlain(at, message, level)
      : sayPlain(at, `invalid policy ${policy.name}.${policy.namespace}: ${message}`);
  const { action = "ALLOW", rules = [], provider } = spec;
  checkAttachment(spec, say);
  if (action === "CUSTOM") {
    if (rules.length === 0) say(["spec"], `CUSTOM ${NEVER}`);
    else if (!provider?.name) say(["spec"], "`provider.name` must not be empty");
    for (const [i, rule] of rules.entries()) checkCustomRule(rule, ["spec", "rules", i], say);
  } else if (provider) {
    say(["spec", "provider"], `\`provider\` must not be with non CUSTOM action, found ${action}`);
  }
  if (action === "DENY" && rules.length === 0) say(["spec"], `DENY ${NEVER}`);
  for (const [i, rule] of rules.entries()) checkRule(rule, i, action, say);
}

function checkRule(rule: AuthorizationPolicyRule, index: number, action: string, say: Say): void {
  const at = ["spec", "rules", index];
  const { from = [], to = [], when = [] } = rule;
  const where = `found at rule ${index}`;
  if (rule.from && from.length === 0) say(at, `\`from\` must not be empty, ${where}`);
  for (const [i, { source }] of from.entries()) {
    const place = [...at, "from", i];
    if (source) checkSource(source, where, [...place, "source"], say);
    else say(place, `\`from.source\` must not be nil, ${where}`);
  }
  if (rule.to && to.length === 0) say(at, `\`to\` must not be empty, ${where}`);
  for (const [i, { operation }] of to.entries()) {
    const place = [...at, "to", i];
    if (operation) checkOperation(operation, where, [...place, "operation"], say);
    else say(place, `\`to.operation\` must not be nil, ${where}`);
  }
  checkConditions(when, [...at, "when"], say);
  if (action === "DENY" && deniesAllOfTcp(rule)) {
    say(
      at,
      "configured AuthorizationPolicy will deny all traffic to TCP ports under its scope due to " +
        "the use of only HTTP attributes in a DENY rule; it is recommended to explicitly specify " +
        "the port",
      "warning",
    );
  }
}

/** Of what is not HTTP a proxy sees no HTTP attributes, and takes a condition on them for met. */
function deniesAllOfTcp({ from = [], to = [] }: AuthorizationPolicyRule): boolean {
  const sources = from.flatMap(({ source }) => source ?? []);
  const operations = to.flatMap(({ operation }) => operation ?? []);
  const knowsSource = sources.some((source) =>
    Object.entries(source).some(([field, values]) =>
      !/requestPrincipals$/i.test(field) && (values ?? []).length > 0
    )
  );
  const knowsPort = operations.some(({ ports = [], notPorts = [] }) =>
    ports.length + notPorts.length > 0
  );
  if (operations.length > 0) return !knowsPort;
  return sources.length > 0 && !knowsSource;
}
