import type { Case } from "../../../connectivity/mod.ts";
import type { Resource } from "../../../mesh/mod.ts";
import { INJECTED_CONTAINERS } from "../../../mesh/mod.ts";
import { defineCause } from "../../cause.ts";
import { resourceOf, workloadsOf } from "../../case/objects.ts";
import { logged } from "../../case/signs.ts";

/** A container of the application was terminated while requests were on their way. */
export const applicationCrashed = defineCause({
  id: "MM-C21",
  name: "application-crashed",
  title: "The application crashed while it served requests",
  category: "application",
  severity: "high",
  explains: ["MM-C20", "MM-C52", "MM-C46", "MM-C01"],
  docs: {
    why:
      "A process that ends takes its connections with it. Requests on their way end with UC, new ones " +
      "are refused until the container runs again.",
    symptom:
      "Bursts of 503 UC and UF that coincide with restarts; lastState.terminated names the reason.",
    remedy: "Cure the crash or raise the memory limit; add a readiness probe.",
    verify: "The restart count stays, and UC lines stop.",
  },

  *consider(of) {
    for (const pod of of.destination.pods) {
      const crash = crashDuring(of, pod);
      if (!crash) continue;
      const { container, reason, exitCode } = crash;
      const [workload] = workloadsOf(of.mesh, [pod]);
      yield {
        objects: [...(workload ? [workload] : []), resourceOf(pod)],
        title: `container ${container} of ${pod.namespace}/${pod.name} was terminated: ${reason}`,
        facts: [
          {
            weight: "decisive",
            source: `Pod ${pod.namespace}/${pod.name} status.containerStatuses`,
            detail: `${container}: ${reason}, exit code ${exitCode ?? "unknown"}`,
          },
          ...logged(of, { flags: ["UC"] }),
          ...logged(of, { side: "server", flags: ["UF"] }),
        ],
        remedy: {
          title: reason === "OOMKilled"
            ? "Raise the memory limit, or cure the leak"
            : "Read the crash's log",
          action: `kubectl -n ${pod.namespace} logs ${pod.name} -c ${container} --previous`,
        },
      };
    }
  },
});

interface Crash {
  readonly container: string;
  readonly reason: string;
  readonly exitCode: number | undefined;
}

function crashDuring({ exchanges }: Case, { status }: Resource<"Pod">): Crash | undefined {
  const failed = exchanges.filter((exchange) => exchange.isFailure)
    .map(({ client, servers }) => (client ?? servers[0])?.entry.startMs ?? NaN);
  if (failed.length === 0) return undefined;
  const first = Math.min(...failed) - 60_000;
  for (const { name = "", lastState, state, restartCount = 0 } of status.containerStatuses ?? []) {
    if (INJECTED_CONTAINERS.has(name)) continue;
    const ended = state?.terminated ?? lastState?.terminated;
    const isLooping = state?.waiting?.reason === "CrashLoopBackOff";
    if (!ended && !isLooping) continue;
    if (ended && Date.parse(String(ended.finishedAt ?? "")) < first && !isLooping) continue;
    if (restartCount === 0 && !state?.terminated) continue;
    return {
      container: name,
      reason: ended?.reason ?? state?.waiting?.reason ?? "Error",
      exitCode: ended?.exitCode,
    };
  }
  return undefined;
}
