import { defineRuleCheck } from "../rule_check.ts";

/** Gateways have pods and certificates. */
export const gatewaysConfigured = defineRuleCheck({
  name: "gateways-configured",
  stage: "Gateways",
  title: "Every Gateway finds its pods and its certificates",
  rules: [
    "gateway-selects-no-pods",
    "gateway-credential-not-found",
    "gateway-credential-invalid",
    "listener-certificate-not-found",
  ],
  docs: {
    why:
      "Without pods nothing listens; without a usable certificate the TLS connections to the server are " +
      "closed at once.",
    remedy: "Correct the selector or `credentialName`; renew the certificate.",
    links: ["https://istio.io/latest/docs/tasks/traffic-management/ingress/secure-ingress/"],
  },
});
