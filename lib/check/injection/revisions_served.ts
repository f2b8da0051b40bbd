import type { CheckTrouble } from "../../core/mod.ts";
import { counted } from "../../core/mod.ts";
import { injectors } from "../../diagnose/mod.ts";
import { matchesSelector, type MutatingWebhook, revisionOf } from "../../mesh/mod.ts";
import { defineCheck, trouble } from "../check.ts";

/** Every revision that a namespace asks for has an injector. */
export const revisionsServed = defineCheck({
  name: "revisions-served",
  stage: "Injection",
  title: "Every revision that a namespace asks for is served",
  inputs: ["Namespace", "MutatingWebhookConfiguration"],
  docs: {
    why:
      "A namespace that asks for a revision or a tag that no webhook serves gets no proxies: its pods " +
      "start outside of the mesh, and nobody is told.",
    remedy:
      "Correct the label istio.io/rev, or make the tag: `istioctl tag set TAG --revision REVISION`.",
    links: ["https://istio.io/latest/docs/setup/upgrade/canary/#stable-revision-labels"],
  },

  run({ mesh }) {
    const webhooks = mesh.once(injectors);
    const asking = mesh.list("Namespace").filter((each) => revisionOf(each) !== undefined);
    if (asking.length === 0) return { skip: "no namespace asks for sidecars" };
    const troubles: CheckTrouble[] = [];
    for (const namespace of asking) {
      if (webhooks.some((webhook) => takesPodsOf(webhook, namespace.labels))) continue;
      const field = namespace.labels["istio-injection"] === "enabled"
        ? "istio-injection"
        : "istio.io/rev";
      troubles.push(
        trouble(
          "error",
          namespace,
          `no webhook takes ${field}=${namespace.labels[field]}`,
          `metadata.labels["${field}"]`,
        ),
      );
    }
    return {
      saw: `${counted(asking.length, "namespace")}, ${counted(webhooks.length, "webhook")}`,
      troubles,
    };
  },
});

/** Whether a webhook takes pods that say nothing themselves. */
function takesPodsOf(
  { namespaceSelector, objectSelector }: MutatingWebhook,
  labels: Readonly<Record<string, string>>,
): boolean {
  return matchesSelector(labels, namespaceSelector) && matchesSelector({}, objectSelector);
}
