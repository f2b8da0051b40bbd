import { defineCause, type Fact } from "../../cause.ts";
import type { ProxyObservation } from "../../../connectivity/mod.ts";
import { isReady, type Resource } from "../../../mesh/mod.ts";
import { proxyStatus } from "../../lifecycle/containers.ts";
import { podsOnTheWay } from "../../lifecycle/harm.ts";
import { resourceOf, workloadsOf } from "../../case/objects.ts";
import { logged } from "../../case/signs.ts";

/** The agent's words for a proxy that waits for its configuration or certificate. */
const WAITING =
  /config(?:uration)? not (?:fully )?received from XDS server|Envoy proxy is NOT ready/i;

/** The proxy of the destination is not ready, so that the pod gets no requests. */
export const proxyNotReady = defineCause({
  id: "MM-I16",
  name: "proxy-not-ready",
  title: "The proxy of a pod is not ready",
  category: "control-plane",
  severity: "critical",
  explains: ["MM-C01"],
  docs: {
    why:
      "The readiness of a proxy waits for its first configuration and certificate. Until then the pod is " +
      "not ready as a whole, although its application may be, and is no endpoint.",
    symptom:
      "istio-proxy is not ready; its log says that configuration was not received from the XDS server.",
    remedy: "See whether the proxy reaches istiod (port 15012), and whether istiod is well.",
    verify: "istio-proxy is ready, and the pod is an endpoint.",
  },

  *consider(of) {
    const { server } = podsOnTheWay(of);
    for (const pod of server) {
      const status = proxyStatus(pod);
      if (isReady(pod) || !status || status.ready !== false || !status.state?.running) continue;
      const observed = of.servers.find((proxy) => proxy.pod === pod);
      const words = observed ? said(observed) : [];
      // Where the application is not ready either, only the proxy's own words make it the culprit.
      if (!applicationIsReady(pod) && words.length === 0) continue;
      const [workload] = workloadsOf(of.mesh, [pod]);
      yield {
        objects: [resourceOf(pod), ...(workload ? [workload] : [])],
        title:
          `the proxy of ${pod.namespace}/${pod.name} runs but is not ready, so the pod is no endpoint`,
        facts: [
          {
            weight: "proven",
            source: `Pod ${pod.namespace}/${pod.name} status`,
            detail: `istio-proxy is not ready${
              applicationIsReady(pod) ? "; the application is" : ""
            }`,
          },
          ...words,
          ...logged(of, { side: "client", flags: ["UH", "UF"] }),
        ],
        remedy: {
          title: "See why the proxy gets no configuration",
          action: `kubectl -n ${pod.namespace} logs ${pod.name} -c istio-proxy --tail=50`,
        },
      };
    }
  },
});

function applicationIsReady({ status }: Resource<"Pod">): boolean {
  const own = (status.containerStatuses ?? []).filter(({ name }) => name !== "istio-proxy");
  return own.length > 0 && own.every(({ ready }) => ready);
}

/** What the proxy itself says of its state. */
function said({ folder, log, server }: ProxyObservation): Fact[] {
  const waiting = log?.messages.findLast(({ text }) => WAITING.test(text));
  return [
    ...(waiting
      ? [{ weight: "decisive" as const, source: `${folder}/access.log`, detail: waiting.text }]
      : []),
    ...(server && server.state !== "" && server.state !== "LIVE"
      ? [{
        weight: "decisive" as const,
        source: `${folder}/server_info.json`,
        detail: `state ${server.state}`,
      }]
      : []),
  ];
}
