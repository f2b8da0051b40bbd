import { type CheckTrouble, counted, parseCertificateChain } from "../../core/mod.ts";
import { expiryOf, inWords } from "../../diagnose/mod.ts";
import { meshRoots } from "../certificates/_roots.ts";
import { defineCheck, trouble } from "../check.ts";
import { type IstioWebhook, istioWebhooks, WEBHOOK_KINDS } from "./_istios.ts";

/** The webhooks trust the certificate of istiod. */
export const webhooksTrustIstiod = defineCheck({
  name: "webhooks-trust-istiod",
  stage: "Webhooks",
  title: "The API server trusts istiod's certificate when it calls a webhook",
  inputs: WEBHOOK_KINDS,
  reads: ["ConfigMap"],
  waits: true,
  docs: {
    why:
      "istiod writes its CA into the webhooks. With another or an expired one the API server refuses " +
      "the call (x509: certificate signed by unknown authority), and with it new pods and objects.",
    remedy:
      "Restart istiod, so that it writes its CA again; where a tool such as Argo CD or Helm resets " +
      "caBundle, let it ignore that field.",
    links: ["https://istio.io/latest/docs/ops/common-problems/injection/"],
  },

  run({ mesh, now }) {
    // A webhook that is called by URL may have a certificate of a public CA.
    const webhooks = istioWebhooks(mesh).filter(({ webhook }) => webhook.clientConfig?.service);
    if (webhooks.length === 0) return { skip: "no webhook of Istio is there" };
    const roots = new Set(meshRoots(mesh).map(({ fingerprint }) => fingerprint));
    return {
      saw: counted(webhooks.length, "webhook"),
      troubles: webhooks.flatMap((webhook) => troublesOf(webhook, roots, now)),
    };
  },
});

function troublesOf(
  { configuration, name, field, webhook }: IstioWebhook,
  roots: ReadonlySet<string>,
  now: Date,
): CheckTrouble[] {
  const say = (level: CheckTrouble["level"], detail: string) => [
    trouble(level, configuration, `${name}: ${detail}`, `${field}.clientConfig.caBundle`),
  ];
  const { caBundle = "" } = webhook.clientConfig ?? {};
  if (caBundle === "") return say("error", "it has no CA yet");
  const chain = parseCertificateChain(decode(caBundle));
  if (chain === undefined) return say("error", "it is no certificate");
  const ends = chain.map((each) => expiryOf(each, now));
  const lasting = ends.filter(({ state }) => state === "valid" || state === "near");
  if (lasting.length === 0) {
    const [end] = ends;
    return say(end!.state === "expired" ? "error" : "warning", `the CA ${inWords(end!)}`);
  }
  const isKnown = roots.size === 0 || chain.some(({ fingerprint }) => roots.has(fingerprint));
  return isKnown ? [] : say("warning", "the CA is none of the mesh's roots");
}

function decode(base64: string): string {
  try {
    return atob(base64);
  } catch {
    return "";
  }
}
