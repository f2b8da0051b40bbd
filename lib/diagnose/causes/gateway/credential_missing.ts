import { gapOfKind } from "../../analysis/gap_of_kind.ts";
import { defineCause } from "../../cause.ts";
import { podsOfGateway, serversForHost } from "../../case/gateways.ts";
import { resourceOf } from "../../case/objects.ts";
import { logged } from "../../case/signs.ts";

/** The TLS secret that a Gateway names is not in the namespace of the gateway's pods. */
export const gatewayCredentialMissing = defineCause({
  id: "MM-G04",
  name: "gateway-credential-missing",
  title: "The Gateway's TLS secret is missing",
  category: "security",
  severity: "critical",
  explains: ["MM-G01", "MM-G09", "MM-G12"],
  docs: {
    why:
      "A gateway reads credentialName from the namespace of its own pods, not from that of the Gateway " +
      "object. Without the secret, or without certificate and key in it, it cannot finish a handshake.",
    symptom:
      "TLS handshakes fail; the gateway's secret is warming and its listener may not be active.",
    remedy: "Create the secret in the gateway's namespace, with tls.crt and tls.key.",
    verify: "istioctl proxy-config secret shows it as ACTIVE.",
    links: ["https://istio.io/latest/docs/tasks/traffic-management/ingress/secure-ingress/"],
  },

  *consider(of) {
    if (!of.caller.isExternal || gapOfKind(of.mesh.gaps, "Secret")) return;
    for (const { gateway, index, server } of serversForHost(of)) {
      const credential = server.tls?.credentialName;
      const [pod] = podsOfGateway(of, gateway);
      if (!credential || !pod || server.tls?.mode === "PASSTHROUGH" || credential.includes("://")) {
        continue;
      }
      const [namespace, name] = credential.includes("/")
        ? credential.split("/", 2) as [string, string]
        : [pod.namespace, credential];
      if (of.mesh.get("Secret", namespace, name)) continue;
      const elsewhere = of.mesh.list("Secret").filter((secret) => secret.name === name);
      const object = resourceOf(gateway, `spec.servers[${index}].tls.credentialName`);
      yield {
        objects: [
          object,
          { kind: "Secret", namespace, name },
          ...elsewhere.map((s) => resourceOf(s)),
        ],
        title:
          `Secret ${namespace}/${name} of Gateway ${gateway.namespace}/${gateway.name} does not exist` +
          (elsewhere[0] ? `; there is one in ${elsewhere[0].namespace}` : ""),
        facts: [
          {
            weight: "proven",
            source: `Secrets of ${namespace}`,
            detail: `no Secret ${name} in the namespace of the gateway's pods`,
          },
          ...logged(of, { side: "client", flags: ["NR", "UF"] }, "likely"),
        ],
        remedy: {
          title: `Create Secret ${name} in ${namespace}`,
          action: `kubectl -n ${namespace} create secret tls ${name} --cert=FILE --key=FILE`,
        },
      };
    }
  },
});
