import { isOpaque } from "../../../mesh/mod.ts";
import { defineCause } from "../../cause.ts";
import { deniedBy, unallowed } from "../../case/denials.ts";
import { edit, resourceOf } from "../../case/objects.ts";

const HTTP_ONLY =
  /"(methods|notMethods|paths|notPaths|hosts|notHosts|requestPrincipals|notRequestPrincipals)"|request\./;

/** A policy with HTTP conditions acts on a port that is opaque TCP. */
export const httpRuleOnTcpPort = defineCause({
  id: "MM-A06",
  name: "http-rule-on-tcp-port",
  title: "A policy with HTTP conditions meets a TCP port",
  category: "security",
  severity: "high",
  explains: ["MM-A01", "MM-A02", "MM-C46"],
  docs: {
    why:
      "On a TCP port there are no methods, paths or hosts. An ALLOW rule that asks for them never " +
      "matches there; a DENY rule is applied without them and matches more than was meant.",
    symptom:
      "Connections are closed with rbac_access_denied in the termination details of the server's proxy.",
    remedy: "Name the ports that the rule is for, or declare the port as HTTP.",
    verify: "Connections pass.",
    links: ["https://istio.io/latest/docs/tasks/security/authorization/authz-tcp/"],
  },

  *consider(of) {
    const { servicePort } = of.destination;
    if (of.walk.isHttp || !servicePort || !isOpaque(servicePort.protocol)) return;
    const refused = unallowed(of);
    const denied = deniedBy(of);
    const policies = [...denied.map(({ policy }) => policy), ...(refused?.policies ?? [])]
      .filter(({ spec }) => HTTP_ONLY.test(JSON.stringify(spec.rules ?? [])));
    if (policies.length === 0) return;
    const objects = [...new Set(policies)].map((policy) => resourceOf(policy, "spec.rules"));
    yield {
      objects,
      title: `AuthorizationPolicy ${
        objects.map(({ namespace, name }) => `${namespace}/${name}`).join(", ")
      } ` +
        `has HTTP conditions, but port ${servicePort.port} is ${servicePort.protocol}`,
      facts: [
        ...denied.flatMap(({ facts }) =>
          facts
        ),
        ...(refused?.facts ?? []),
        {
          weight: "proven",
          source: `port "${servicePort.name}"`,
          detail:
            `is declared as ${servicePort.protocol}: methods, paths and hosts do not exist on it`,
        },
      ],
      remedy: { title: "Restrict the rule to HTTP ports", action: edit(objects[0]!) },
    };
  },
});
