import { defineCause, type Fact } from "../../cause.ts";
import type { Case, ProxyObservation } from "../../../connectivity/mod.ts";
import { staleEndpoints, staleExchanges } from "../../lifecycle/staleness.ts";
import { resourceOf, workloadsOf } from "../../case/objects.ts";

/** Milliseconds that a proxy may take to answer a push. */
const PATIENCE_MS = 30_000;

/** A proxy has not answered the last push of istiod. */
export const proxyStale = defineCause({
  id: "MM-X04",
  name: "proxy-stale",
  title: "A proxy does not acknowledge its configuration",
  category: "control-plane",
  severity: "high",
  docs: {
    why:
      "istiod sent an update, and the proxy neither took nor rejected it: it has no CPU, is frozen, or the " +
      "update is too large for the connection. It goes on with what it had.",
    symptom: "syncz shows a nonce that was sent and not acknowledged, for more than half a minute.",
    remedy: "Look at the proxy's CPU and memory limits; send it less with a Sidecar; restart it.",
    verify: "istioctl proxy-status shows SYNCED.",
  },

  *consider(of) {
    for (const proxy of new Set([...(of.client ? [of.client] : []), ...of.servers])) {
      const late = unacknowledged(of, proxy);
      if (late.length === 0 || !proxy.pod) continue;
      const explains = proxy === of.client ? staleExchanges(of) : [];
      const stale = proxy === of.client ? staleEndpoints(of) : [];
      yield {
        objects: [resourceOf(proxy.pod), ...workloadsOf(of.mesh, [proxy.pod])],
        title: `the proxy of ${proxy.id} has not acknowledged its newest configuration`,
        facts: [...late, ...stale].map((fact) =>
          explains.length > 0 ? { ...fact, explains } : fact
        ),
        remedy: {
          title: "Restart the pod, and look at the resources of its proxy",
          action: `kubectl -n ${proxy.pod.namespace} delete pod ${proxy.pod.name}`,
        },
      };
    }
  },
});

function unacknowledged({ controlPlane, now }: Case, { id }: ProxyObservation): Fact[] {
  return [...controlPlane.sync?.get(id)?.types ?? []].flatMap(
    ([type, { sent, acked, sentMs, rejection }]) => {
      const waitedMs = now.getTime() - sentMs;
      if (sent === "" || sent === acked || rejection !== "" || !(waitedMs > PATIENCE_MS)) return [];
      return [{
        weight: "decisive" as const,
        source: "istiod/debug/syncz.json",
        detail: `${type} was sent ${Math.round(waitedMs / 1000)} s ago and not acknowledged`,
      }];
    },
  );
}
