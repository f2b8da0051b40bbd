import { hasProxy, isAmbient } from "../../../mesh/mod.ts";
import { resourceOf, workloadsOf } from "../../case/objects.ts";
import { logged } from "../../case/signs.ts";
import { defineCause } from "../../cause.ts";
import { podsOnTheWay } from "../../lifecycle/harm.ts";

/** A pod has a sidecar and is captured by ambient as well. */
export const sidecarAndAmbient = defineCause({
  id: "MM-Z05",
  name: "sidecar-and-ambient",
  title: "A pod has a sidecar and is in ambient mode too",
  category: "configuration",
  severity: "high",
  docs: {
    why:
      "Sidecar and ztunnel both redirect the pod's traffic. Which of the two gets a connection first is not " +
      "defined, and each expects the other not to be there.",
    symptom: "A pod with container istio-proxy has ambient.istio.io/redirection: enabled.",
    remedy:
      "Keep one data plane: remove the injection labels, or the label for ambient, and restart the pod.",
    verify: "The pod has either the container or the annotation.",
    links: ["https://istio.io/latest/docs/ambient/usage/add-workloads/"],
  },

  *consider(of) {
    const { caller, server } = podsOnTheWay(of);
    const both = [...caller, ...server].find((pod) => hasProxy(pod) && isAmbient(pod));
    if (!both) return;
    const [workload] = workloadsOf(of.mesh, [both]);
    yield {
      objects: [...(workload ? [workload] : []), resourceOf(both, "metadata.annotations")],
      title: `${both.namespace}/${both.name} has a sidecar, and ambient captures it too`,
      facts: [
        {
          weight: "proven",
          source: `Pod ${both.namespace}/${both.name}`,
          detail: "it has a container istio-proxy and ambient.istio.io/redirection: enabled",
        },
        ...logged(of, { flags: ["UF", "UC", "NR"] }, "possible"),
      ],
      remedy: { title: "Take the pod out of one of the two, and restart it" },
    };
  },
});
