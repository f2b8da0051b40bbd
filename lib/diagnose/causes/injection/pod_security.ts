import { defineCause } from "../../cause.ts";
import { failedCreation } from "./_creation.ts";

/** Pod Security forbids the init container that redirects traffic to the proxy. */
export const podSecurityForbidsProxy = defineCause({
  id: "MM-I07",
  name: "pod-security-forbids-proxy",
  title: "Pod Security forbids the injected pod",
  category: "security",
  severity: "critical",
  explains: ["MM-C01", "MM-R02"],
  docs: {
    why:
      "istio-init needs NET_ADMIN and NET_RAW to redirect the pod's traffic. The Pod Security levels " +
      "baseline and restricted forbid that, so that the pod is not created once a proxy is injected.",
    symptom: "Events FailedCreate: violates PodSecurity … NET_ADMIN, NET_RAW.",
    remedy: "Install istio-cni, which redirects from the node, or relax the namespace's level.",
    verify: "The workload gets its pods.",
    links: ["https://istio.io/latest/docs/setup/additional-setup/cni/"],
  },

  *consider(of) {
    const fits = (text: string) =>
      /violates PodSecurity/.test(text) && /NET_ADMIN|NET_RAW|istio-init/.test(text);
    for (const { message, objects, facts } of failedCreation(of, fits)) {
      const [workload] = objects;
      const level = /violates PodSecurity "([^"]+)"/.exec(message)?.[1] ?? "its level";
      yield {
        objects: [
          {
            kind: "Namespace",
            namespace: "",
            name: workload!.namespace,
            path: 'metadata.labels["pod-security.kubernetes.io/enforce"]',
          },
          ...objects,
        ],
        title: `the pods of ${workload!.kind} ${workload!.namespace}/${workload!.name} cannot be ` +
          `created: istio-init violates PodSecurity ${level}`,
        facts,
        remedy: { title: "Install istio-cni, or let the namespace run privileged init containers" },
      };
    }
  },
});
