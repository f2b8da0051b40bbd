import { PROXY_CONTAINER, workloadOf } from "../../../mesh/mod.ts";
import { label, resourceOf } from "../../case/objects.ts";
import { patchOf } from "../../case/patch.ts";
import { defineCause } from "../../cause.ts";
import { applicationStatuses, containerStatuses } from "../../lifecycle/containers.ts";

/** The application of a Job has ended, and its proxy keeps the pod running. */
export const jobNeverEnds = defineCause({
  id: "MM-I11",
  name: "job-never-ends",
  title: "A Job does not complete, because its proxy goes on running",
  category: "configuration",
  severity: "high",
  docs: {
    why:
      "A pod ends when all its containers have. A proxy that is an ordinary container never does, so that the Job " +
      "stays active after its work is done.",
    symptom:
      "The application's containers are terminated, istio-proxy is running, the Job is active.",
    remedy:
      "Make the proxy a native sidecar (Kubernetes 1.29), or POST localhost:15020/quitquitquit at the end.",
    verify: "The Job completes.",
    links: ["https://istio.io/latest/blog/2023/native-sidecars/"],
  },

  *consider(of) {
    for (const pod of of.caller.pods) {
      const owner = workloadOf(of.mesh, pod);
      const applications = applicationStatuses(pod);
      const isDone = applications.length > 0 &&
        applications.every(({ state }) => state?.terminated !== undefined);
      const isProxyRunning = containerStatuses(pod).some(({ name, state }) =>
        name === PROXY_CONTAINER && state?.running !== undefined
      );
      if (owner.kind !== "Job" || !isDone || !isProxyRunning) continue;
      const { kind, namespace, name } = owner;
      const object = { kind, namespace, name };
      yield {
        isSilent: true,
        objects: [object, resourceOf(pod)],
        title: `${label(object)} has done its work and does not complete: istio-proxy of ` +
          `${pod.name} goes on running`,
        facts: [{
          weight: "decisive",
          source: `Pod ${pod.namespace}/${pod.name} status.containerStatuses`,
          detail: `${
            applications.map((each) =>
              `${each.name} ended with ${each.state?.terminated?.exitCode ?? "?"}`
            ).join(", ")
          }; istio-proxy is running`,
        }],
        remedy: {
          title: "Make the proxy a native sidecar",
          action: `kubectl -n ${pod.namespace} exec ${pod.name} -c ${PROXY_CONTAINER} -- ` +
            "pilot-agent request POST quitquitquit",
          patch: patchOf({
            spec: {
              template: {
                metadata: { annotations: { "sidecar.istio.io/nativeSidecar": "true" } },
              },
            },
          }),
        },
      };
      return;
    }
  },
});
