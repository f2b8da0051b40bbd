import { defineCause } from "../../cause.ts";
import { podsOnTheWay } from "../../lifecycle/harm.ts";
import { edit, resourceOf, workloadsOf } from "../../case/objects.ts";
import { logged } from "../../case/signs.ts";

/** A pod has the placeholder image that only the injector replaces. */
export const imageNotReplaced = defineCause({
  id: "MM-I17",
  name: "image-auto-not-replaced",
  title: "Image auto was not replaced, because the pod was not injected",
  category: "configuration",
  severity: "critical",
  explains: ["MM-C01", "MM-G02", "MM-G03"],
  docs: {
    why:
      "Gateways are deployed with image: auto; the injector puts the proxy's image in its place. Without the " +
      "label on namespace or pod it is not asked, and the node looks for an image of that name.",
    symptom: "ErrImagePull or ImagePullBackOff for image auto.",
    remedy: "Label the gateway's namespace or pods for injection.",
    verify: "The pod's image is that of the proxy.",
    links: ["https://istio.io/latest/docs/setup/additional-setup/gateway/"],
  },

  *consider(of) {
    const { server } = podsOnTheWay(of);
    const gateways = of.clients.flatMap(({ pod }) => pod ?? []);
    for (const pod of new Set([...server, ...gateways])) {
      const container = (pod.spec.containers ?? []).find(({ image }) => image === "auto");
      if (!container) continue;
      const [workload] = workloadsOf(of.mesh, [pod]);
      const object = workload ?? resourceOf(pod);
      yield {
        objects: [
          object,
          resourceOf(pod),
          { kind: "Namespace", namespace: "", name: pod.namespace },
        ],
        title: `${pod.namespace}/${pod.name} has image auto, which no injector has replaced`,
        facts: [
          {
            weight: "decisive",
            source: `Pod ${pod.namespace}/${pod.name} spec.containers`,
            detail: `container ${container.name} has image auto`,
          },
          ...logged(of, { side: "client", flags: ["UH"] }),
        ],
        remedy: {
          title: `Label the pods with sidecar.istio.io/inject: "true"`,
          action: edit(object),
        },
      };
    }
  },
});
