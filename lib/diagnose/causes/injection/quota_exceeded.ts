import { defineCause } from "../../cause.ts";
import { resourceOf } from "../../case/objects.ts";
import { failedCreation } from "./_creation.ts";

/** A quota or limit range rejects the pod, which the proxy has made larger. */
export const quotaRejectsPod = defineCause({
  id: "MM-I15",
  name: "quota-rejects-injected-pod",
  title: "A ResourceQuota or LimitRange rejects the injected pod",
  category: "resources",
  severity: "high",
  explains: ["MM-C01", "MM-R02"],
  docs: {
    why:
      "The proxy brings requests and limits of its own (100m and 128Mi, 2 cores and 1Gi by default). A pod " +
      "that fitted the quota without it does not fit with it.",
    symptom: "Events FailedCreate: exceeded quota, or maximum cpu usage per Container.",
    remedy:
      "Raise the quota, or set sidecar.istio.io/proxyCPU, proxyMemory and their limits on the pods.",
    verify: "The workload gets its pods.",
  },

  *consider(of) {
    const fits = (text: string) =>
      /exceeded quota|(?:maximum|minimum) (?:cpu|memory) usage per|must specify (?:limits|requests)/
        .test(text);
    for (const { message, objects, facts } of failedCreation(of, fits)) {
      const [workload] = objects;
      const { kind, namespace, name } = workload!;
      const quota = /exceeded quota: ([^,\s]+)/.exec(message)?.[1];
      yield {
        objects: [
          ...(quota ? [{ kind: "ResourceQuota", namespace, name: quota }] : []),
          ...(quota ? [] : of.mesh.list("LimitRange", namespace).map((range) => resourceOf(range))),
          ...objects,
        ],
        title: `the pods of ${kind} ${namespace}/${name} cannot be created: ${
          quota ? `quota ${quota} is exceeded` : "a LimitRange rejects them"
        }`,
        facts,
        remedy: {
          title: quota
            ? `Raise quota ${quota}, or make the proxy smaller`
            : "Fit the proxy into the range",
          action: `kubectl -n ${namespace} describe ${
            quota ? `resourcequota ${quota}` : "limitrange"
          }`,
        },
      };
    }
  },
});
