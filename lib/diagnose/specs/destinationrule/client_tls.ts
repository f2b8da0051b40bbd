import type { Path } from "../../../core/mod.ts";
import type { DestinationRuleTrafficPolicyTls } from "../../../mesh/mod.ts";
import type { Say } from "../say.ts";

const CONFIG_MAP = "configmap://";

/** Checks how a client starts TLS. */
export function checkClientTls(
  tls: DestinationRuleTrafficPolicyTls | undefined,
  namespace: string,
  at: Path,
  say: Say,
): void {
  if (!tls) return;
  const { mode, caCertificates, credentialName, clientCertificate, privateKey, caCrl } = tls;
  const hasNames = tls.subjectAltNames !== undefined;
  if (
    tls.insecureSkipVerify && mode === "SIMPLE" && (caCertificates || credentialName || hasNames)
  ) {
    say(
      at,
      "cannot specify CaCertificates or CredentialName or SubjectAltNames when InsecureSkipVerify " +
        "is set true",
    );
  }
  if (tls.insecureSkipVerify && mode === "MUTUAL" && (caCertificates || hasNames)) {
    say(
      at,
      "cannot specify CaCertificates or SubjectAltNames when InsecureSkipVerify is set true",
    );
  }
  if ((mode === "SIMPLE" || mode === "MUTUAL") && credentialName) {
    if (clientCertificate || caCertificates || privateKey || caCrl) {
      say(
        at,
        "cannot specify client certificates or CA certificate or CA CRL If credentialName is set",
      );
    }
    checkConfigMap(credentialName, namespace, [...at, "credentialName"], say);
    return;
  }
  if (mode !== "MUTUAL") return;
  if (!clientCertificate) say(at, "client certificate required for mutual tls");
  if (!privateKey) say(at, "private key required for mutual tls");
}

/** A ConfigMap with certificates is one of the object's own namespace. */
function checkConfigMap(name: string, namespace: string, at: Path, say: Say): void {
  if (!name.startsWith(CONFIG_MAP)) return;
  const [home] = name.slice(CONFIG_MAP.length).split("/");
  if (name.slice(CONFIG_MAP.length).includes("/") && home !== namespace) {
    say(at, `credentialName "${name}" must be in the namespace of the object`);
  }
}
