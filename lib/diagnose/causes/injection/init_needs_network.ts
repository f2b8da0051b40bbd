import type { ContainerStatus, Resource } from "../../../mesh/mod.ts";
import { INJECTED_CONTAINERS } from "../../../mesh/mod.ts";
import { defineCause } from "../../cause.ts";
import { podsOnTheWay } from "../../lifecycle/harm.ts";
import { resourceOf, workloadsOf } from "../../case/objects.ts";
import { logged } from "../../case/signs.ts";

/** An init container of the application wants the network before the proxy is there. */
export const initNeedsNetwork = defineCause({
  id: "MM-I10",
  name: "init-container-needs-network",
  title: "An init container needs the network before the proxy runs",
  category: "configuration",
  severity: "high",
  explains: ["MM-C01"],
  docs: {
    why:
      "With istio-cni the pod's traffic is redirected to the proxy from the beginning, but the proxy starts " +
      "after the init containers. What an init container sends goes nowhere.",
    symptom: "The pod stays in Init; its init container hangs or fails to connect.",
    remedy:
      "Use native sidecars, which start before; or let the init container run as user 1337; or exclude its " +
      "port with traffic.sidecar.istio.io/excludeOutboundPorts.",
    verify: "The pod gets past its init containers.",
  },

  *consider(of) {
    for (const pod of podsOnTheWay(of).server) {
      const stuck = stuckInit(pod);
      if (!stuck || !isRedirectedEarly(pod)) continue;
      const [workload] = workloadsOf(of.mesh, [pod]);
      yield {
        objects: [...(workload ? [workload] : []), resourceOf(pod)],
        title:
          `init container ${stuck.name} of ${pod.namespace}/${pod.name} does not finish: its ` +
          "traffic is redirected to a proxy that has not started",
        facts: [
          {
            weight: "proven",
            source: `Pod ${pod.namespace}/${pod.name} status.initContainerStatuses`,
            detail: `${stuck.name}: ${stateOf(stuck)}; istio-cni redirects, no native sidecar`,
          },
          ...logged(of, { side: "client", flags: ["UH"] }),
        ],
        remedy: {
          title: "Use a native sidecar for the proxy",
          patch:
            'spec:\n  template:\n    metadata:\n      annotations:\n        sidecar.istio.io/nativeSidecar: "true"\n',
        },
      };
    }
  },
});

function stuckInit({ spec, status }: Resource<"Pod">): ContainerStatus | undefined {
  const sidecars = new Set(
    (spec.initContainers ?? []).filter(({ restartPolicy }) => restartPolicy === "Always")
      .map(({ name }) => name),
  );
  return (status.initContainerStatuses ?? []).find(({ name = "", state, restartCount = 0 }) =>
    !INJECTED_CONTAINERS.has(name) && !sidecars.has(name) &&
    (state?.running !== undefined && state.terminated === undefined ||
      state?.waiting?.reason === "CrashLoopBackOff" || restartCount > 2)
  );
}

/** Whether istio-cni redirects the pod, and its proxy is an ordinary container. */
function isRedirectedEarly({ spec }: Resource<"Pod">): boolean {
  const { containers = [], initContainers = [] } = spec;
  return initContainers.some(({ name }) => name === "istio-validation") &&
    containers.some(({ name }) => name === "istio-proxy");
}

function stateOf({ state, restartCount = 0 }: ContainerStatus): string {
  const reason = state?.waiting?.reason ?? (state?.running ? "still running" : "ended");
  return `${reason}, ${restartCount} restarts`;
}
