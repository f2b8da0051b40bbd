import { type Case } from "../../../connectivity/mod.ts";
import { defineCause } from "../../cause.ts";
import { podsOnTheWay } from "../../lifecycle/harm.ts";
import { proxyStatus } from "../../lifecycle/containers.ts";
import { resourceOf, workloadsOf } from "../../case/objects.ts";
import { logged } from "../../case/signs.ts";

/** Milliseconds before the first failed request in which a proxy's end may have to do with it. */
const BEFORE_MS = 120_000;

/** A proxy on the way was killed because it used more memory than it may. */
export const proxyOutOfMemory = defineCause({
  id: "MM-I12",
  name: "proxy-out-of-memory",
  title: "A proxy was killed for want of memory",
  category: "resources",
  severity: "critical",
  explains: ["MM-C01", "MM-C20", "MM-C21", "MM-I16", "MM-C52"],
  docs: {
    why:
      "The kernel kills a container that goes beyond its memory limit. A proxy's need grows with the size " +
      "of its configuration and its connections; when it dies all requests of the pod die with it.",
    symptom: "istio-proxy: lastState.terminated.reason OOMKilled; bursts of UC, UF and UH.",
    remedy:
      "Send the proxy less configuration with a Sidecar resource, or raise sidecar.istio.io/proxyMemoryLimit.",
    verify: "The restart count of istio-proxy stays.",
  },

  *consider(of) {
    const { caller, server } = podsOnTheWay(of);
    for (const pod of new Set([...caller, ...server, ...clientPods(of)])) {
      const status = proxyStatus(pod);
      const ended = status?.state?.terminated ?? status?.lastState?.terminated;
      if (ended?.reason !== "OOMKilled" || !isRecent(of, String(ended.finishedAt ?? ""))) continue;
      const [workload] = workloadsOf(of.mesh, [pod]);
      yield {
        objects: [...(workload ? [workload] : []), resourceOf(pod)],
        title: `the proxy of ${pod.namespace}/${pod.name} was killed for want of memory ` +
          `(${status?.restartCount ?? 1} restarts)`,
        facts: [
          {
            weight: "decisive",
            source: `Pod ${pod.namespace}/${pod.name} status`,
            detail: `istio-proxy: OOMKilled at ${ended.finishedAt ?? "an unknown time"}`,
          },
          ...logged(of, { flags: ["UC", "UF", "UH"] }, "likely"),
        ],
        remedy: {
          title: "Scope the proxy's configuration with a Sidecar, or raise its memory limit",
          patch:
            `spec:\n  template:\n    metadata:\n      annotations:\n        sidecar.istio.io/proxyMemoryLimit: 2Gi\n`,
        },
      };
    }
  },
});

function clientPods({ client }: Case) {
  return client?.pod ? [client.pod] : [];
}

/** Whether something ended in the time that the failed requests are of; always where none was seen. */
function isRecent({ exchanges }: Case, finishedAt: string): boolean {
  const failed = exchanges.filter(({ isFailure }) => isFailure)
    .map(({ client, servers }) => (client ?? servers[0])?.entry.startMs ?? NaN);
  if (exchanges.length === 0) return true;
  return failed.length > 0 && !(Date.parse(finishedAt) < Math.min(...failed) - BEFORE_MS);
}
