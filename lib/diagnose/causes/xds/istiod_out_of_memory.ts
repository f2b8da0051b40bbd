import { defineCause } from "../../cause.ts";
import { containerStatuses } from "../../lifecycle/containers.ts";
import { istiodDeployments, istiodPods } from "../../lifecycle/istiod.ts";
import { staleEndpoints } from "../../lifecycle/staleness.ts";
import { resourceOf } from "../../case/objects.ts";

/** Milliseconds in which the end of istiod may still be felt. */
const RECENT_MS = 3_600_000;

/** istiod is killed for want of memory again and again. */
export const istiodOutOfMemory = defineCause({
  id: "MM-X14",
  name: "istiod-out-of-memory",
  title: "istiod is killed for want of memory",
  category: "control-plane",
  severity: "critical",
  explains: ["MM-X01", "MM-X02", "MM-X04", "MM-X05", "MM-I05", "MM-I16"],
  docs: {
    why:
      "istiod holds all objects and builds the configuration of every proxy in memory. Beyond its limit the " +
      "kernel kills it; all proxies connect again at once, and it may be killed again.",
    symptom: "istiod: lastState.terminated.reason OOMKilled, rising restart count.",
    remedy:
      "Give it about 1 CPU and 1.5 GB for 1,000 services and 2,000 proxies; send proxies less with Sidecars " +
      "and discoverySelectors; add replicas.",
    verify: "The restart count of istiod stays.",
  },

  *consider(of) {
    for (const pod of istiodPods(of.mesh)) {
      const killed = containerStatuses(pod).find(({ state, lastState }) => {
        const ended = state?.terminated ?? lastState?.terminated;
        const agoMs = of.now.getTime() - Date.parse(String(ended?.finishedAt ?? ""));
        return ended?.reason === "OOMKilled" && !(agoMs > RECENT_MS);
      });
      if (!killed) continue;
      const [deployment] = istiodDeployments(of.mesh);
      yield {
        objects: [...(deployment ? [resourceOf(deployment)] : []), resourceOf(pod)],
        title: `istiod ${pod.name} was killed for want of memory (${
          killed.restartCount ?? 1
        } restarts)`,
        facts: [
          {
            weight: "likely",
            source: `Pod ${pod.namespace}/${pod.name} status`,
            detail: `${killed.name}: OOMKilled, ${killed.restartCount ?? 0} restarts`,
          },
          ...staleEndpoints(of),
        ],
        remedy: { title: "Raise istiod's memory, or send proxies less configuration" },
      };
    }
  },
});
