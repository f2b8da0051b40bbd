import { defineRule } from "../../analysis/rule.ts";
import { autoProxyIndex, IMAGE_AUTO_MESSAGE } from "./_image_auto.ts";

/** No pod runs the placeholder `auto` as its proxy. */
export const podImageAuto = defineRule({
  code: "IST0147",
  name: "pod-image-auto",
  title: "Pod has the placeholder auto as the image of its proxy",
  severity: "error",
  since: "0.1.0",
  inputs: ["Pod"],
  peer: "injection.ImageAutoAnalyzer",
  docs: {
    why:
      "The injector did not fill in the image. The kubelet looks for an image called `auto` and the " +
      "pod never starts.",
    remedy: "Label the namespace or the pod for injection, and create the pod again.",
    links: ["https://istio.io/latest/docs/setup/additional-setup/gateway/"],
  },

  *check({ mesh }) {
    for (const pod of mesh.list("Pod")) {
      const index = autoProxyIndex(pod.spec);
      if (index === undefined) continue;
      yield {
        on: pod,
        at: ["spec", "containers", index, "image"],
        message: `Pod ${pod.name} ${IMAGE_AUTO_MESSAGE}`,
      };
    }
  },
});
