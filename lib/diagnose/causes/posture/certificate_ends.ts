import { isGateway } from "../../../connectivity/mod.ts";
import type { CauseResource } from "../../../core/mod.ts";
import type { Cause, Hypothesis } from "../../cause.ts";
import { gatewayCertificateUnfit } from "../gateway/certificate_unfit.ts";
import { resourceOf } from "../../case/objects.ts";
import { definePostureCause, type HeldCertificate, type PostureCase } from "../../security/case.ts";
import { type Expiry, expiryOf, inWords } from "../../security/expiry.ts";

/** A root of the mesh ends soon. */
export const rootEnds: Cause<PostureCase> = definePostureCause({
  id: "MM-T10",
  name: "root-certificate-ends",
  title: "The root certificate of the mesh ends soon",
  category: "security",
  severity: "medium",
  docs: {
    why:
      "Every workload trusts the others by this root. When it ends, all mTLS of the mesh fails at once. A " +
      "root is changed in steps, each of which takes a day or more until all workloads have it.",
    symptom: "The root in the proxies' /certs has less than 60 days, or 30 % of its life, left.",
    remedy: "Add a new root to the bundle, restart workloads, sign with it, then drop the old one.",
    verify: "All proxies trust a root that lives longer.",
    links: ["https://istio.io/latest/docs/tasks/security/cert-management/plugin-ca-cert/"],
  },

  *consider(of) {
    yield* endingSoon(of, ({ use }) => use === "root", ({ mesh }) => [
      { kind: "Secret", namespace: mesh.istioNamespace, name: "cacerts" },
      { kind: "ConfigMap", namespace: mesh.istioNamespace, name: "istio-ca-root-cert" },
    ]);
  },
});

/** The certificate that a gateway shows its clients ends soon: the same root cause, before it is felt. */
export const servingCertificateEnds: Cause<PostureCase> = definePostureCause({
  ...gatewayCertificateUnfit,
  severity: "medium",

  *consider(of) {
    const isServed = ({ use, pod, names }: HeldCertificate) =>
      use === "own" && pod !== undefined && isGateway(pod) &&
      !names.some((name) => name.startsWith("spiffe://"));
    yield* endingSoon(of, isServed, (_, { pod }) => pod ? [resourceOf(pod)] : []);
  },
});

function* endingSoon(
  of: PostureCase,
  concerns: (certificate: HeldCertificate) => boolean,
  objectsOf: (of: PostureCase, certificate: HeldCertificate) => CauseResource[],
): Generator<Hypothesis> {
  for (const certificate of of.certificates.filter(concerns)) {
    const expiry = expiryOf(certificate, of.now);
    if (expiry.state === "valid") continue;
    const { names, serial, source, holders, use } = certificate;
    const what = use === "root"
      ? "the root certificate"
      : `the certificate for ${names.join(", ")}`;
    yield {
      isSilent: true,
      severity: severityOf(expiry),
      objects: objectsOf(of, certificate),
      title: `${what} ${inWords(expiry)}`,
      facts: [{
        weight: "decisive",
        source,
        detail: `serial ${serial}, valid until ${new Date(certificate.expiresMs).toISOString()}, ` +
          `held by ${holders} ${holders === 1 ? "proxy" : "proxies"}`,
      }],
      remedy: { title: "Renew it" },
    };
  }
}

function severityOf({ state }: Expiry): "critical" | "medium" {
  return state === "near" ? "medium" : "critical";
}
