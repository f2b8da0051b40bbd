import { defineCause } from "../../cause.ts";
import { eventFact, eventsAbout } from "../../lifecycle/events.ts";
import { podsOnTheWay } from "../../lifecycle/harm.ts";
import { resourceOf } from "../../case/objects.ts";
import { logged } from "../../case/signs.ts";

/** The ConfigMap with the root certificate is missing, so that the pod cannot start. */
export const rootCertificateMissing = defineCause({
  id: "MM-I14",
  name: "root-certificate-configmap-missing",
  title: "ConfigMap istio-ca-root-cert is missing in the pod's namespace",
  category: "control-plane",
  severity: "critical",
  explains: ["MM-C01", "MM-I16"],
  docs: {
    why:
      "Every proxy mounts the ConfigMap istio-ca-root-cert of its namespace. istiod writes it into each " +
      "namespace that it watches; where it is down or does not watch the namespace, pods wait for it.",
    symptom:
      'Events FailedMount: configmap "istio-ca-root-cert" not found; pods in ContainerCreating.',
    remedy: "Bring istiod up, or let discoverySelectors match the namespace.",
    verify: "The ConfigMap is there, and the pod starts.",
  },

  *consider(of) {
    for (const pod of podsOnTheWay(of).server) {
      const [event] = eventsAbout(of.mesh, pod).filter(({ object: { message = "" } }) =>
        /configmap "istio-ca-root-cert" not found/.test(message)
      );
      if (!event || of.mesh.get("ConfigMap", pod.namespace, "istio-ca-root-cert")) continue;
      yield {
        objects: [
          { kind: "ConfigMap", namespace: pod.namespace, name: "istio-ca-root-cert" },
          resourceOf(pod),
          { kind: "Namespace", namespace: "", name: pod.namespace },
        ],
        title:
          `pod ${pod.namespace}/${pod.name} waits for ConfigMap istio-ca-root-cert, which istiod ` +
          `has not written into ${pod.namespace}`,
        facts: [eventFact(event), ...logged(of, { side: "client", flags: ["UH"] })],
        remedy: {
          title: "See whether istiod runs and watches the namespace",
          action: `kubectl -n ${of.mesh.istioNamespace} logs deployment/istiod --tail=100`,
        },
      };
      return;
    }
  },
});
