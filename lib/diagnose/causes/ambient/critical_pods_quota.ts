import type { Case } from "../../../connectivity/mod.ts";
import { isAmbient, isReady, type Resource, ztunnelOf } from "../../../mesh/mod.ts";
import { resourceOf } from "../../case/objects.ts";
import { logged } from "../../case/signs.ts";
import { defineCause } from "../../cause.ts";
import { uncaptured } from "../../lifecycle/capture.ts";
import { eventFact, eventsAbout } from "../../lifecycle/events.ts";
import { podsOnTheWay } from "../../lifecycle/harm.ts";

/** A quota keeps ztunnel's or istio-cni's pods, which are critical ones, from being created. */
export const criticalPodsQuota = defineCause({
  id: "MM-Z16",
  name: "critical-pods-quota",
  title: "A quota keeps pods of ztunnel or istio-cni from being created",
  category: "resources",
  severity: "critical",
  explains: ["MM-Z03", "MM-Z04", "MM-Z14", "MM-C01"],
  docs: {
    why:
      "ztunnel and istio-cni have the priority class system-node-critical. Some platforms, such as GKE, admit " +
      "pods of that class only in namespaces with a ResourceQuota for it.",
    symptom: "Events of the DaemonSets: FailedCreate, insufficient quota to match these scopes.",
    remedy: "Install with global.platform=gke, or create the ResourceQuota in the namespace.",
    verify: "The DaemonSets have as many pods as they want.",
    links: ["https://istio.io/latest/docs/ambient/install/platform-prerequisites/"],
  },

  *consider(of) {
    if (!lacksDataPlane(of)) return;
    for (const daemonSet of of.mesh.list("DaemonSet").filter(isOfIstio)) {
      const [event] = eventsAbout(of.mesh, daemonSet).filter(({ object: { message = "" } }) =>
        /insufficient quota to match these scopes/.test(message)
      );
      if (!event) continue;
      const { namespace, name } = daemonSet;
      yield {
        objects: [
          resourceOf(daemonSet),
          ...of.mesh.list("ResourceQuota", namespace).map((quota) => resourceOf(quota)),
        ],
        title:
          `no quota of namespace ${namespace} admits the pods of DaemonSet ${name}, which are ` +
          "critical to their nodes",
        facts: [eventFact(event), ...logged(of, { transport: /./ }, "likely")],
        remedy: {
          title: "Admit critical pods in the namespace",
          action: `kubectl -n ${namespace} create quota istio-critical-pods --hard=pods=1000 ` +
            "--scopes=PriorityClass",
        },
      };
      return;
    }
  },
});

function isOfIstio({ name }: Resource<"DaemonSet">): boolean {
  return name === "ztunnel" || name.startsWith("istio-cni");
}

/** Whether a pod on the way has no ztunnel, or was not captured. */
function lacksDataPlane(of: Case): boolean {
  const { caller, server } = podsOnTheWay(of);
  return [...caller, ...server].some((pod) => {
    const own = ztunnelOf(of.mesh, pod);
    return isAmbient(pod) && !(own && isReady(own)) || uncaptured(of.mesh, pod) !== undefined;
  });
}
