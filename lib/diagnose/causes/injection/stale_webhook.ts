import { defineCause } from "../../cause.ts";
import { isStaleInjector, staleInjectors } from "../../lifecycle/webhooks.ts";
import { failedCreation } from "./_creation.ts";

/** The webhook of a control plane that was removed is still asked about new pods. */
export const staleWebhook = defineCause({
  id: "MM-I06",
  name: "stale-injector-webhook",
  title: "The injector's webhook of a removed revision blocks new pods",
  category: "control-plane",
  severity: "critical",
  explains: ["MM-I05", "MM-C01", "MM-R02"],
  docs: {
    why:
      "A MutatingWebhookConfiguration outlives the control plane that it belongs to. The API server goes on " +
      "calling a Service that is gone, and creates no pod that the webhook selects.",
    symptom: "Events FailedCreate: failed calling webhook … service not found.",
    remedy: "Delete the configuration, or point its tag to a revision that is there.",
    verify: "The workload gets its pods.",
  },

  *consider(of) {
    for (const { objects, facts } of failedCreation(of, (text) => isStaleInjector(of.mesh, text))) {
      const [stale] = staleInjectors(of.mesh);
      if (!stale) continue;
      yield {
        objects: [
          { kind: "MutatingWebhookConfiguration", namespace: "", name: stale.name },
          ...objects,
        ],
        title:
          `MutatingWebhookConfiguration ${stale.name} calls a Service that is gone, so that the ` +
          `pods of ${objects[0]!.kind} ${objects[0]!.namespace}/${
            objects[0]!.name
          } cannot be created`,
        facts,
        remedy: {
          title: "Delete the stale configuration",
          action: `kubectl delete mutatingwebhookconfiguration ${stale.name}`,
        },
      };
    }
  },
});
