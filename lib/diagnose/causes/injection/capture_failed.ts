import { defineCause } from "../../cause.ts";
import { containerStatuses } from "../../lifecycle/containers.ts";
import { podsOnTheWay } from "../../lifecycle/harm.ts";
import { resourceOf, workloadsOf } from "../../case/objects.ts";
import { logged } from "../../case/signs.ts";

/** Exit code of the init container that checks whether the pod's traffic is redirected. */
const NOT_REDIRECTED = 126;

/** The node did not redirect the pod's traffic before the pod started. */
export const captureFailed = defineCause({
  id: "MM-I08",
  name: "cni-race",
  title: "The pod's traffic was not redirected: istio-cni was not ready on the node",
  category: "resources",
  severity: "high",
  explains: ["MM-C01", "MM-I16"],
  docs: {
    why:
      "With istio-cni the node redirects a pod's traffic. A pod that starts before istio-cni is ready there " +
      "is not redirected; istio-validation sees that and ends with code 126, again and again.",
    symptom: "Init container istio-validation: exit code 126, CrashLoopBackOff.",
    remedy:
      "Delete the pod once istio-cni runs on its node; let cni.repair do that; prevent it with a taint.",
    verify: "The new pod passes istio-validation.",
    links: ["https://istio.io/latest/docs/setup/additional-setup/cni/#race-condition--mitigation"],
  },

  *consider(of) {
    for (const pod of podsOnTheWay(of).server) {
      const status = containerStatuses(pod).find(({ name }) => name === "istio-validation");
      const ended = status?.state?.terminated ?? status?.lastState?.terminated;
      if (ended?.exitCode !== NOT_REDIRECTED) continue;
      const node = pod.spec.nodeName;
      const [workload] = workloadsOf(of.mesh, [pod]);
      yield {
        objects: [
          resourceOf(pod),
          ...(workload ? [workload] : []),
          ...(node ? [{ kind: "Node", namespace: "", name: node }] : []),
        ],
        title:
          `istio-validation of ${pod.namespace}/${pod.name} ends with code 126: istio-cni did not ` +
          `redirect its traffic${node ? ` on node ${node}` : ""}`,
        facts: [
          {
            weight: "decisive",
            source: `Pod ${pod.namespace}/${pod.name} status.initContainerStatuses`,
            detail: `istio-validation: exit code 126, ${status?.restartCount ?? 0} restarts`,
          },
          ...logged(of, { side: "client", flags: ["UH", "UF"] }),
        ],
        remedy: {
          title: "Delete the pod once istio-cni runs on its node",
          action: `kubectl -n ${pod.namespace} delete pod ${pod.name}`,
        },
      };
    }
  },
});
