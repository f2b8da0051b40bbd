import { isGateway } from "../../../connectivity/mod.ts";
import { formatPath } from "../../../core/mod.ts";
import { creating } from "../../case/cure.ts";
import { unallowed } from "../../case/denials.ts";
import { obstacles } from "../../case/near_rules.ts";
import { edit, resourceOf } from "../../case/objects.ts";
import { defineCause } from "../../cause.ts";

/** A policy expects who called the gateway, and sees the gateway. */
export const gatewayIsCaller = defineCause({
  id: "MM-A07",
  name: "gateway-is-caller",
  title: "A policy expects another caller, and sees the gateway",
  category: "security",
  severity: "high",
  explains: ["MM-A02", "MM-C46"],
  docs: {
    why:
      "A gateway ends the client's connection and opens its own. Behind it the caller is the gateway's " +
      "service account, whoever sent the request; namespaces and principals of others never match.",
    symptom:
      "403 with rbac_access_denied_matched_policy[none] for requests through the gateway alone.",
    remedy:
      "Allow the gateway's principal, and tell end users apart by requestPrincipals or remoteIpBlocks.",
    verify: "Requests through the gateway pass.",
  },

  *consider(of) {
    const found = unallowed(of);
    const gateway = (of.onward ?? of.walk).proxy?.pod;
    const principal = found?.request.source.principal;
    if (!principal || !gateway || !isGateway(gateway) || found.pod === gateway) return;
    const missed = obstacles(found, [
      "source.principal",
      "source.namespace",
      "source.serviceAccount",
    ]);
    const [first] = missed;
    if (!first) return;
    const { policy } = first;
    const object = resourceOf(policy, formatPath(first.condition.path));
    yield {
      objects: [object, resourceOf(gateway)],
      title:
        `AuthorizationPolicy ${policy.namespace}/${policy.name} expects ${
          first.condition.expected.join(" or ")
        }, but behind the gateway ` +
        `the caller is ${principal}`,
      facts: [
        ...found.facts,
        ...missed.slice(0, 3).map(({ policy, condition }) => ({
          weight: "proven" as const,
          source: `AuthorizationPolicy ${policy.namespace}/${policy.name} ${
            formatPath(condition.path)
          }`,
          detail: `wants ${
            condition.expected.join(", ")
          }; the gateway ${gateway.namespace}/${gateway.name} is ${principal}`,
        })),
      ],
      remedy: {
        title: "Allow the gateway",
        action: edit(object),
        ...creating({
          apiVersion: "security.istio.io/v1",
          kind: "AuthorizationPolicy",
          metadata: { name: `allow-${gateway.namespace}-gateway`, namespace: policy.namespace },
          spec: {
            ...(policy.spec.selector ? { selector: policy.spec.selector } : {}),
            action: "ALLOW",
            rules: [{ from: [{ source: { principals: [principal] } }] }],
          },
        }, policy.cluster),
      },
    };
  },
});
