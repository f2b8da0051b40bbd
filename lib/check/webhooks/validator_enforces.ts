import { defineCheck, trouble } from "../check.ts";
import { istioWebhooks } from "./_istios.ts";

/** Invalid objects of Istio are refused. */
export const validatorEnforces = defineCheck({
  name: "validator-enforces",
  stage: "Webhooks",
  title: "The API server refuses objects that istiod finds invalid",
  after: ["istiod-ready"],
  inputs: ["ValidatingWebhookConfiguration"],
  reads: ["MutatingWebhookConfiguration"],
  waits: true,
  docs: {
    why:
      "istiod sets the failure policy of its validation from Ignore to Fail once the webhook works. " +
      "Until then any object is accepted, and what proxies cannot use shows only later.",
    remedy:
      "Read istiod's log for `validation`: usually the API server cannot reach port 15017 of istiod.",
  },

  run({ mesh }) {
    const validators = istioWebhooks(mesh).filter(({ configuration }) =>
      configuration.identifier === "ValidatingWebhookConfiguration"
    );
    if (validators.length === 0) return { skip: "no validation of Istio is there" };
    return {
      saw: validators.map(({ name, webhook: { failurePolicy = "Fail" } }) =>
        `${name} ${failurePolicy}`
      ).join(", "),
      troubles: validators.filter(({ webhook }) => webhook.failurePolicy === "Ignore")
        .map(({ configuration, name, field }) =>
          trouble("warning", configuration, `${name} is Ignore`, `${field}.failurePolicy`)
        ),
    };
  },
});
