import type { Case } from "../../../connectivity/mod.ts";
import type { Resource } from "../../../mesh/mod.ts";
import { changing } from "../../case/cure.ts";
import {
  type GatewayServer,
  podsOfGateway,
  serversForHost,
  servicesOfPods,
} from "../../case/gateways.ts";
import { label, resourceOf } from "../../case/objects.ts";
import { linesWith, logged } from "../../case/signs.ts";
import { defineCause } from "../../cause.ts";

const REDIRECTED = { side: "client", codes: [301, 302, 307, 308] } as const;

/** A gateway redirects to HTTPS what a load balancer before it has already taken out of HTTPS. */
export const redirectLoop = defineCause({
  id: "MM-G11",
  name: "redirect-loop",
  title: "The gateway redirects to HTTPS what came over HTTPS",
  category: "configuration",
  severity: "high",
  docs: {
    why:
      "A load balancer that ends TLS itself sends plain HTTP to the gateway. httpsRedirect answers every plain " +
      "request with a redirect to HTTPS, which comes back the same way: clients go round until they give up.",
    symptom:
      "Every request gets 301 to its own URL; the gateway logs 301 direct_response and no other.",
    remedy: "Remove httpsRedirect and let the balancer redirect, or pass TLS on to the gateway.",
    verify: "Requests over HTTPS reach the application.",
    links: ["https://istio.io/latest/docs/ops/configuration/traffic-management/tls-configuration/"],
  },

  *consider(of) {
    if (!of.caller.isExternal) return;
    const others = of.exchanges.length - linesWith(of, REDIRECTED).length;
    if (others > 0) return;
    for (const entry of redirecting(of)) {
      if (of.exchanges.length === 0 && trustsForwardedProto(of, entry)) continue;
      const terminated = terminationBefore(of, entry);
      if (!terminated) continue;
      const object = resourceOf(
        entry.gateway,
        `spec.servers[${entry.index}].tls.httpsRedirect`,
      );
      yield {
        objects: [object, terminated.object],
        title: `${label(object)} redirects plain requests to HTTPS, but ${terminated.reason}`,
        facts: [
          { weight: "proven", source: label(terminated.object), detail: terminated.reason },
          ...logged(of, REDIRECTED),
        ],
        remedy: {
          title: "Remove httpsRedirect",
          ...changing(entry.gateway, [{
            op: "remove",
            path: `/spec/servers/${entry.index}/tls/httpsRedirect`,
          }]),
        },
      };
      return;
    }
  },
});

function redirecting(of: Case): GatewayServer[] {
  const { host } = of.question.target;
  const scheme = "http" as const;
  const plain = { ...of, question: { ...of.question, target: { host, scheme } } };
  return serversForHost(plain).filter(({ server }) => server.tls?.httpsRedirect);
}

/** Whether the gateway takes over from the proxies before it how the client's request came. */
function trustsForwardedProto(of: Case, { gateway }: GatewayServer): boolean {
  const { numTrustedProxies = 0 } = of.mesh.config.defaultConfig?.gatewayTopology ?? {};
  return numTrustedProxies > 0 ||
    podsOfGateway(of, gateway).some(({ annotations }) =>
      annotations["proxy.istio.io/config"]?.includes("numTrustedProxies")
    );
}

/** Annotations by which cloud providers end TLS at the load balancer of a Service. */
const ENDS_TLS = /load-?balancer.*(?:ssl|tls|cert)|(?:ssl|tls).*load-?balancer/i;

/** What shows that TLS ends before the gateway and its requests arrive at a server's plain port. */
function terminationBefore(of: Case, { gateway, server }: GatewayServer) {
  for (const service of servicesOfPods(of, podsOfGateway(of, gateway))) {
    const ports = service.spec.ports ?? [];
    const target = ports.find(({ port }) => port === server.port?.number)?.targetPort ??
      server.port?.number;
    const shared = ports.findIndex(({ port, targetPort }) => port === 443 && targetPort === target);
    if (shared >= 0) {
      return {
        object: resourceOf(service, `spec.ports[${shared}].targetPort`),
        reason: `port 443 of its Service leads to the same port ${target}: TLS ends before it`,
      };
    }
    const annotation = Object.keys(service.annotations).find((key) => ENDS_TLS.test(key));
    if (annotation && !servesTls(of, service)) {
      return {
        object: resourceOf(service, `metadata.annotations["${annotation}"]`),
        reason: "its load balancer ends TLS",
      };
    }
  }
  return undefined;
}

/** Whether some Gateway behind a Service takes TLS itself. */
function servesTls(of: Case, { spec: { selector = {} } }: Resource<"Service">): boolean {
  const pods = new Set(of.mesh.select("Pod", selector));
  return of.mesh.list("Gateway").some((gateway) =>
    podsOfGateway(of, gateway).some((pod) => pods.has(pod)) &&
    (gateway.spec.servers ?? []).some(({ tls }) => tls?.mode !== undefined)
  );
}
