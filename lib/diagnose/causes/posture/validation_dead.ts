import { isReady, podsSelected } from "../../../mesh/mod.ts";
import { definePostureCause } from "../../security/case.ts";

/** The webhook that checks Istio's objects has nobody behind it, so that none can be changed. */
export const validationDead = definePostureCause({
  id: "MM-X09",
  name: "validation-webhook-dead",
  title: "Nobody answers behind the webhook that checks Istio's objects",
  category: "control-plane",
  severity: "high",
  provenByAbsenceOf: ["Service", "Pod"],
  docs: {
    why:
      "The API server asks istiod's webhook about every change of an Istio object. With failurePolicy Fail, and " +
      "its Service gone or without ready pods, no change goes through: not even the one that would help.",
    symptom: 'kubectl apply fails: failed calling webhook "…validation.istio.io".',
    remedy: "Bring istiod up, or delete the configuration of a control plane that was removed.",
    verify: "kubectl apply --dry-run=server of an Istio object succeeds.",
  },

  *consider({ mesh }) {
    if (mesh.list("Pod").length === 0) return;
    for (const { name, object: { webhooks = [] } } of mesh.list("ValidatingWebhookConfiguration")) {
      const dead = webhooks.flatMap(({ name = "", failurePolicy = "Fail", clientConfig }) => {
        const { namespace = "", name: service = "" } = clientConfig?.service ?? {};
        if (!name.endsWith("validation.istio.io") || failurePolicy !== "Fail" || !service) {
          return [];
        }
        const found = mesh.get("Service", namespace, service);
        const isServed = found && podsSelected(mesh, found.spec.selector, namespace).some(isReady);
        return isServed ? [] : [{ name, service: `${namespace}/${service}`, found }];
      })[0];
      if (!dead) continue;
      const reason = dead.found
        ? `Service ${dead.service} has no ready pod`
        : `Service ${dead.service} is not there`;
      yield {
        isSilent: true,
        objects: [{ kind: "ValidatingWebhookConfiguration", namespace: "", name }],
        title: `no Istio object can be changed: webhook ${dead.name} fails, ${reason}`,
        facts: [{
          weight: "proven",
          source: `ValidatingWebhookConfiguration ${name}`,
          detail: `failurePolicy Fail; ${reason}`,
        }],
        remedy: {
          title: dead.found ? "Bring istiod up" : "Delete the stale configuration",
          action: dead.found
            ? `kubectl -n ${dead.service.split("/")[0]} get pods -l app=istiod`
            : `kubectl delete validatingwebhookconfiguration ${name}`,
        },
      };
    }
  },
});
