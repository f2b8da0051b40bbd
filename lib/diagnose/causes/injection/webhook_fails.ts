import type { Mesh } from "../../../mesh/mod.ts";
import { defineCause } from "../../cause.ts";
import { failingInjector, isStaleInjector } from "../../lifecycle/webhooks.ts";
import { failedCreation } from "./_creation.ts";

const REASONS: readonly (readonly [pattern: RegExp, why: string, remedy: string])[] = [
  [
    /x509|certificate/,
    "the API server does not trust istiod's certificate",
    "Restart istiod, so that it writes its CA into the webhook again",
  ],
  [
    /no endpoints available|connection refused|not found/,
    "no istiod answers behind it",
    "Bring istiod up",
  ],
  [
    /deadline exceeded|timeout/,
    "the API server cannot reach istiod in time",
    "Let the API server reach port 15017 of istiod's pods",
  ],
];

/** The webhook that injects proxies fails, so that pods cannot be created. */
export const injectorWebhookFails = defineCause({
  id: "MM-I05",
  name: "injector-webhook-fails",
  title: "Pods cannot be created, because the injector's webhook fails",
  category: "control-plane",
  severity: "critical",
  explains: ["MM-C01", "MM-R02"],
  docs: {
    why:
      "The API server asks istiod's webhook about every new pod of a meshed namespace. The webhook's " +
      "failurePolicy is Fail: where it cannot be asked, the pod is not created.",
    symptom:
      "Events FailedCreate: failed calling webhook …sidecar-injector.istio.io; workloads lack pods.",
    remedy: "Make the webhook answer: istiod up, its CA in the webhook, port 15017 open.",
    verify: "The workload gets its pods.",
  },

  *consider(of) {
    for (
      const { message, objects, facts } of failedCreation(
        of,
        (text) => failingInjector(text) !== undefined && !isStaleInjector(of.mesh, text),
      )
    ) {
      const webhook = failingInjector(message) ?? "";
      const [, why, remedy] = REASONS.find(([pattern]) => pattern.test(message)) ??
        [, "it does not answer", "Read istiod's log"];
      const configuration = configurationOf(of.mesh, webhook);
      yield {
        objects: [
          ...(configuration
            ? [{ kind: "MutatingWebhookConfiguration", namespace: "", name: configuration }]
            : []),
          { kind: "Deployment", namespace: of.mesh.istioNamespace, name: "istiod" },
          ...objects,
        ],
        title: `the pods of ${objects[0]!.kind} ${objects[0]!.namespace}/${objects[0]!.name} ` +
          `cannot be created: webhook ${webhook} fails, ${why}`,
        facts,
        remedy: {
          title: remedy!,
          action: `kubectl -n ${of.mesh.istioNamespace} rollout restart deployment/istiod`,
        },
      };
    }
  },
});

/** Name of the configuration that has a webhook of this name. */
function configurationOf(mesh: Mesh, webhook: string): string | undefined {
  return mesh.list("MutatingWebhookConfiguration").find(({ object: { webhooks = [] } }) =>
    webhooks.some(({ name }) => name === webhook)
  )?.name;
}
