import {
  type Mesh,
  podInstances,
  proxyContainers,
  wantsSidecar,
  type WorkloadInstance,
} from "../../../mesh/mod.ts";
import { defineRule } from "../../analysis/rule.ts";
import { formatName } from "../_names.ts";

/** Every pod that should have a sidecar has one. */
export const podWithoutProxy = defineRule({
  code: "IST0103",
  name: "pod-without-proxy",
  title: "Pod should have a sidecar and has none",
  severity: "warning",
  since: "0.1.0",
  inputs: ["Pod", "Namespace"],
  peer: "injection.Analyzer",
  docs: {
    why:
      "The pod was created before its namespace was labelled, or while the injector could not be " +
      "called. It takes no part in mTLS, policies and routing; under STRICT mTLS its calls fail.",
    remedy: "Restart the workload, and see that the pods come up with an `istio-proxy` container.",
    links: ["https://istio.io/latest/docs/ops/common-problems/injection/"],
  },

  *check({ mesh, compat }) {
    for (const pod of mesh.once(compat ? podsMissedByIstioctl : podsMissed)) {
      yield {
        on: pod.resource,
        at: ["spec", "containers"],
        message:
          `The pod ${formatName(pod.resource)} is missing the Istio proxy. This can often be ` +
          "resolved by restarting or redeploying the workload.",
      };
    }
  },
});

function podsMissed(mesh: Mesh): WorkloadInstance[] {
  return mesh.once(podInstances).select({}).filter((pod) =>
    pod.namespace !== mesh.istioNamespace && proxyContainers(pod).length === 0 &&
    wantsSidecar(mesh, pod)
  );
}

/** istioctl looks at namespaces with `istio-injection=enabled` alone, and also at pods that are done. */
function podsMissedByIstioctl(mesh: Mesh): WorkloadInstance[] {
  const injected = new Set(
    mesh.list("Namespace").filter(({ name, labels }) =>
      name !== "istio-system" && labels["istio-injection"] === "enabled" &&
      !Object.hasOwn(labels, "istio.io/rev") && labels["istio.io/dataplane-mode"] === undefined
    ).map(({ name }) => name),
  );
  return mesh.list("Pod").filter(({ namespace }) => injected.has(namespace)).map((resource) => ({
    resource,
    namespace: resource.namespace,
    labels: resource.labels,
    annotations: resource.annotations,
    spec: resource.spec,
    path: [],
    isPod: true,
  })).filter((pod) => {
    const inject = pod.labels["sidecar.istio.io/inject"] ??
      pod.annotations["sidecar.istio.io/inject"];
    return !pod.spec.hostNetwork && inject?.toLowerCase() !== "false" &&
      proxyContainers(pod).length === 0;
  });
}
