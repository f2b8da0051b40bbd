import type { CauseResource } from "../../../core/mod.ts";
import type { Case } from "../../../connectivity/mod.ts";
import { destinationRulesFor, hasProxy } from "../../../mesh/mod.ts";
import { edit, label, resourceOf } from "../../case/objects.ts";
import { appending, creating, setting } from "../../case/cure.ts";
import { logged } from "../../case/signs.ts";
import { tlsEdges } from "../../case/tls_edges.ts";
import { defineCause, type Remedy } from "../../cause.ts";

/** Requests are sent in plain HTTP to a port that speaks HTTPS. */
export const plainToHttpsBackend = defineCause({
  id: "MM-G16",
  name: "plain-http-to-https-backend",
  title: "Plain HTTP is sent to a backend that speaks HTTPS",
  category: "configuration",
  severity: "high",
  explains: ["MM-C46", "MM-C20", "MM-C09", "MM-C12", "MM-C53"],
  docs: {
    why:
      "A gateway that has taken TLS off, or got plain HTTP, sends plain HTTP on. A backend whose port speaks " +
      "HTTPS refuses that, unless a DestinationRule makes the gateway start TLS again.",
    symptom:
      "400 from the application (an HTTP request was sent to an HTTPS port), or 503 UC at the gateway.",
    remedy:
      "Set tls.mode SIMPLE for the port in a DestinationRule, or name the port http if it speaks HTTP.",
    verify: "Requests pass.",
    links: [
      "https://istio.io/latest/docs/ops/common-problems/network-issues/#double-tls-tls-origination-for-a-tls-request",
    ],
  },

  *consider(of) {
    if (!(of.onward ?? of.walk).isHttp) return;
    for (const { parsed, tls, servers } of tlsEdges(of)) {
      const service = of.mesh.services.declarations(parsed.host)[0];
      const index = (service?.ports ?? []).findIndex(({ port }) => port === parsed.port);
      const declared = service?.ports[index];
      if (!service || declared?.protocol !== "https") continue;
      if (tls.mode !== "auto" && tls.mode !== "DISABLE") continue;
      // What a BackendTLSPolicy or EnvoyFilter adds shows in the proxy's configuration alone.
      if (servers.some(({ pod, endpoint }) => endpoint?.isTls && !hasProxy(pod))) continue;
      const facts = [
        ...logged(of, { side: "client", codes: [400], details: /via_upstream/ }),
        ...logged(of, { side: "client", flags: ["UC", "UF", "UPE"] }),
      ];
      if (facts.length === 0 && of.exchanges.length > 0) continue;
      const object = resourceOf(service.resource, `spec.ports[${index}]`);
      yield {
        objects: [...(tls.from ? [resourceOf(tls.from)] : []), object],
        title: `plain HTTP goes to port ${parsed.port} of ${label(object)}, which is declared as ` +
          `HTTPS: ${tls.reason}`,
        facts: [
          {
            weight: "proven",
            source: `${label(object)} ${object.path}`,
            detail: `port "${declared.name}" speaks HTTPS; ${tls.reason}`,
          },
          ...facts,
        ],
        remedy: {
          title: "Let the gateway start TLS towards the port",
          action: edit(object),
          ...tlsOf(of, parsed.host, parsed.port, object),
        },
      };
      return;
    }
  },
});

/** TLS for one port of a host: in the DestinationRule that the sender gets, else in a new one. */
function tlsOf(
  of: Case,
  host: string,
  port: number,
  { namespace, name }: CauseResource,
): Partial<Remedy> {
  const sender = (of.onward ?? of.walk).proxy?.pod;
  const { rules } = destinationRulesFor(
    of.mesh,
    host,
    sender?.namespace ?? namespace,
    sender?.labels,
  );
  const [rule] = rules;
  const item = { port: { number: port }, tls: { mode: "SIMPLE" } };
  const list = rule?.spec.trafficPolicy?.portLevelSettings ?? [];
  const index = list.findIndex((each) => each.port?.number === port);
  if (rule && index >= 0) {
    return setting(rule, `spec.trafficPolicy.portLevelSettings[${index}].tls.mode`, "SIMPLE");
  }
  if (rule) return appending(rule, "spec.trafficPolicy.portLevelSettings", { list, item });
  return creating({
    apiVersion: "networking.istio.io/v1",
    kind: "DestinationRule",
    metadata: { name, namespace },
    spec: { host, trafficPolicy: { portLevelSettings: [item] } },
  }, of.mesh.home);
}
