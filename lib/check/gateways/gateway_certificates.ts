import { defineRuleCheck } from "../rule_check.ts";

/** Gateways have their certificates. One that selects no pod harms nobody, so that it is for `analyze`. */
export const gatewayCertificates = defineRuleCheck({
  name: "gateway-certificates",
  stage: "Gateways",
  title: "Every gateway finds its certificates, and they are valid",
  rules: [
    "gateway-credential-not-found",
    "gateway-credential-invalid",
    "listener-certificate-not-found",
  ],
  docs: {
    why: "Without a usable certificate the TLS connections to the server are closed at once.",
    remedy: "Correct `credentialName`, or renew the certificate.",
    links: ["https://istio.io/latest/docs/tasks/traffic-management/ingress/secure-ingress/"],
  },
});
