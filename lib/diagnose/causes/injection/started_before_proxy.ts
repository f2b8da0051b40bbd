import { isRecord } from "../../../core/mod.ts";
import type { Mesh, Resource } from "../../../mesh/mod.ts";
import { defineCause } from "../../cause.ts";
import { applicationStatuses, proxyStatus } from "../../lifecycle/containers.ts";
import { podsOnTheWay } from "../../lifecycle/harm.ts";
import { resourceOf, workloadsOf } from "../../case/objects.ts";
import { logged } from "../../case/signs.ts";

/** Milliseconds after the start of the proxy in which an end of the application has to do with it. */
const AROUND_MS = 15_000;

/** The application started before its proxy and ended for want of a network. */
export const startedBeforeProxy = defineCause({
  id: "MM-I09",
  name: "application-started-before-proxy",
  title: "The application starts before its proxy can carry its requests",
  category: "configuration",
  severity: "medium",
  explains: ["MM-C21"],
  docs: {
    why:
      "Containers of a pod start side by side. What the application sends before the proxy is ready is " +
      "refused; many applications end then, and are started again.",
    symptom: "One or two restarts of the application within seconds of the pod's start.",
    remedy: "holdApplicationUntilProxyStarts, or native sidecars.",
    verify: "New pods start without restarts.",
  },

  *consider(of) {
    for (const pod of podsOnTheWay(of).server) {
      const proxyStart = Date.parse(String(proxyStatus(pod)?.state?.running?.startedAt ?? ""));
      const early = applicationStatuses(pod).find(({ lastState, restartCount = 0 }) => {
        const { exitCode = 0, finishedAt } = lastState?.terminated ?? {};
        const ended = Date.parse(String(finishedAt ?? ""));
        return restartCount > 0 && restartCount <= 3 && exitCode !== 0 &&
          Math.abs(ended - proxyStart) <= AROUND_MS;
      });
      if (!early || waitsForProxy(of.mesh, pod)) continue;
      const [workload] = workloadsOf(of.mesh, [pod]);
      yield {
        objects: [...(workload ? [workload] : []), resourceOf(pod)],
        title:
          `container ${early.name} of ${pod.namespace}/${pod.name} ended within seconds of its ` +
          "proxy's start, and does not wait for it",
        facts: [
          {
            weight: "proven",
            source: `Pod ${pod.namespace}/${pod.name} status.containerStatuses`,
            detail: `${early.name}: exit code ${early.lastState?.terminated?.exitCode}, ` +
              `${early.restartCount} restarts, around the start of istio-proxy`,
          },
          ...logged(of, { flags: ["UF", "UH"] }, "possible"),
        ],
        remedy: {
          title: "Let the application wait for its proxy",
          patch:
            "spec:\n  template:\n    metadata:\n      annotations:\n        proxy.istio.io/config: '{\"holdApplicationUntilProxyStarts\": true}'\n",
        },
      };
    }
  },
});

/** Whether the application is started only after the proxy. */
function waitsForProxy({ config }: Mesh, { spec, annotations }: Resource<"Pod">): boolean {
  const isNative = (spec.initContainers ?? []).some(({ name }) => name === "istio-proxy");
  const defaults = config.defaultConfig;
  const isHeld = isRecord(defaults) && defaults["holdApplicationUntilProxyStarts"] === true;
  return isNative || isHeld ||
    /holdApplicationUntilProxyStarts"?\s*:\s*true/.test(annotations["proxy.istio.io/config"] ?? "");
}
