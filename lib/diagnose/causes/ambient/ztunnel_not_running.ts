import type { Case } from "../../../connectivity/mod.ts";
import {
  isAmbient,
  isReady,
  isZtunnel,
  type Mesh,
  type Resource,
  ztunnelOf,
} from "../../../mesh/mod.ts";
import { resourceOf } from "../../case/objects.ts";
import { logged } from "../../case/signs.ts";
import { defineCause, type Fact } from "../../cause.ts";
import { eventFact, eventsAbout } from "../../lifecycle/events.ts";
import { podsOnTheWay } from "../../lifecycle/harm.ts";

/** No ztunnel runs on the node of a pod on the way. */
export const ztunnelNotRunning = defineCause({
  id: "MM-Z03",
  name: "ztunnel-not-running",
  title: "No ztunnel runs on the node",
  category: "control-plane",
  severity: "critical",
  explains: ["MM-C01", "MM-R02", "MM-Z01", "MM-Z04", "MM-Z15", "MM-C52"],
  provenByAbsenceOf: ["Pod"],
  docs: {
    why:
      "All traffic of pods in ambient mode goes through the ztunnel of their node. Without it nothing gets in or " +
      "out, and istio-cni does not let new pods start.",
    symptom:
      "New pods stay in ContainerCreating with the event partial add error: no ztunnel connection; " +
      "connections to pods of the node time out or are refused.",
    remedy: "Bring ztunnel up: node taints, quota of its priority class, image, memory, its log.",
    verify: "The DaemonSet ztunnel has as many ready pods as it wants.",
    links: ["https://istio.io/latest/docs/ambient/usage/troubleshoot-ztunnel/"],
  },

  *consider(of) {
    for (const pod of onTheWay(of)) {
      const daemonSet = daemonSetOf(of.mesh, pod);
      const facts = [...missing(of.mesh, pod, daemonSet), ...waiting(of.mesh, pod)];
      if (facts.length === 0) continue;
      const { nodeName = "" } = pod.spec;
      const own = ztunnelOf(of.mesh, pod);
      yield {
        objects: [
          ...(daemonSet ? [resourceOf(daemonSet)] : []),
          ...(own ? [resourceOf(own)] : []),
          { kind: "Node", namespace: "", name: nodeName },
          resourceOf(pod),
        ],
        title: `no ztunnel runs on node ${nodeName}, where ${pod.namespace}/${pod.name} is`,
        facts: [
          ...facts,
          ...logged(of, { transport: /refused|timed out|deadline|reset/i }),
          ...logged(of, { flags: ["UF", "UH"] }, "likely"),
        ],
        remedy: {
          title: "Bring the ztunnel of that node up",
          action:
            `kubectl -n ${(daemonSet ?? own)?.namespace ?? of.mesh.istioNamespace} describe ` +
            `daemonset/${daemonSet?.name ?? "ztunnel"}`,
        },
      };
      return;
    }
  },
});

/** The DaemonSet of ztunnel in a pod's cluster, in whatever namespace it was installed. */
function daemonSetOf(mesh: Mesh, { cluster }: Resource<"Pod">): Resource<"DaemonSet"> | undefined {
  return mesh.list("DaemonSet").find((each) =>
    each.cluster === cluster && (isZtunnel(each) || each.name === "ztunnel")
  );
}

function onTheWay(of: Case): Resource<"Pod">[] {
  const { caller, server } = podsOnTheWay(of);
  return [...caller, ...server].filter((pod) => pod.spec.nodeName !== undefined);
}

/** What shows that the ztunnel of a captured pod's node is not there. */
function missing(
  mesh: Mesh,
  pod: Resource<"Pod">,
  daemonSet: Resource<"DaemonSet"> | undefined,
): Fact[] {
  const own = ztunnelOf(mesh, pod);
  const areKnown = daemonSet !== undefined || mesh.list("Pod").some(isZtunnel);
  if (!isAmbient(pod) || !areKnown || own && isReady(own)) return [];
  const { desiredNumberScheduled, numberReady = 0 } = daemonSet?.status ?? {};
  // A DaemonSet that has all its pods has one on this node too: the list of pods is not complete.
  if (!own && desiredNumberScheduled !== undefined && numberReady >= desiredNumberScheduled) {
    return [];
  }
  return [
    {
      weight: "proven",
      source: own ? `Pod ${own.namespace}/${own.name} status` : "pods of the mesh",
      detail: own
        ? `${own.name} is ${own.status.phase ?? "of no known phase"} and not ready`
        : `none of the ztunnel pods is on node ${pod.spec.nodeName}`,
    },
    ...(desiredNumberScheduled === undefined ? [] : [{
      weight: "likely" as const,
      source: `DaemonSet ${daemonSet!.namespace}/${daemonSet!.name} status`,
      detail: `${numberReady} of ${desiredNumberScheduled} ztunnels are ready`,
    }]),
  ];
}

/** The events of a pod that istio-cni does not let start. */
function waiting(mesh: Mesh, pod: Resource<"Pod">): Fact[] {
  return eventsAbout(mesh, pod).filter(({ object: { message = "" } }) =>
    /no ztunnel connection/.test(message)
  ).slice(0, 1).map(eventFact);
}
