import type { Case, ProxyObservation } from "../../../connectivity/mod.ts";
import { isReady } from "../../../mesh/mod.ts";
import { defineCause, type Fact } from "../../cause.ts";
import { istiodIsDown, istiodPods } from "../../lifecycle/istiod.ts";
import { disconnection, staleEndpoints, staleExchanges } from "../../lifecycle/staleness.ts";
import { resourceOf, workloadsOf } from "../../case/objects.ts";

/** A proxy on the way has no connection to istiod. */
export const proxyDisconnected = defineCause({
  id: "MM-X02",
  name: "proxy-disconnected",
  title: "A proxy is not connected to istiod",
  category: "control-plane",
  severity: "high",
  explains: ["MM-I16", "MM-X04", "MM-T09", "MM-C56"],
  docs: {
    why:
      "A proxy that cannot reach istiod on port 15012 keeps its last configuration and certificate. Others " +
      "go on, so that only this one behaves as of yesterday.",
    symptom:
      "istiod's syncz does not list the proxy; its log says that the config stream was closed.",
    remedy:
      "Let the pod reach istiod: NetworkPolicies (port 15012 and DNS), discoveryAddress, revision; restart it.",
    verify: "istioctl proxy-status lists the proxy as SYNCED.",
  },

  *consider(of) {
    if (istiodIsDown(of.mesh).length > 0) return;
    for (const proxy of proxiesOf(of)) {
      const lost = disconnection(proxy);
      const absent = absence(of, proxy);
      if (!proxy.pod || absent.length === 0 && lost.every(({ weight }) => weight === "likely")) {
        continue;
      }
      const stale = proxy === of.client ? staleEndpoints(of) : [];
      const explains = proxy === of.client ? staleExchanges(of) : [];
      yield {
        objects: [resourceOf(proxy.pod), ...workloadsOf(of.mesh, [proxy.pod])],
        title: `the proxy of ${proxy.id} is not connected to istiod and keeps old configuration` +
          (stale.length > 0 ? `: ${stale[0]!.detail}` : ""),
        facts: [...absent, ...lost, ...stale].map((fact) =>
          explains.length > 0 ? { ...fact, explains } : fact
        ),
        remedy: {
          title: "See why the pod does not reach istiod on port 15012",
          action:
            `kubectl -n ${proxy.pod.namespace} logs ${proxy.pod.name} -c istio-proxy --tail=50`,
        },
      };
    }
  },
});

function proxiesOf(of: Case): ProxyObservation[] {
  return [...new Set([...(of.client ? [of.client] : []), ...of.servers])];
}

/** Whether istiod does not know a proxy. With several istiods each knows only its own. */
function absence(of: Case, { id, dump, log }: ProxyObservation): Fact[] {
  const { sync } = of.controlPlane;
  // A proxy of which nothing was recorded may belong to another cluster, and to another istiod.
  if (!sync || sync.size === 0 || sync.has(id) || !(dump ?? log)) return [];
  const others = istiodPods(of.mesh).filter(isReady).length - 1;
  return [{
    weight: others > 0 ? "possible" : "proven",
    source: "istiod/debug/syncz.json",
    detail: `${id} is not among the ${sync.size} proxies that istiod serves` +
      (others > 0 ? `; ${others} more istiods were not asked` : ""),
  }];
}
