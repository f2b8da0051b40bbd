import { covers } from "../../../mesh/mod.ts";
import { defineCause } from "../../cause.ts";
import { serversForHost } from "../../case/gateways.ts";
import { resourceOf } from "../../case/objects.ts";

/** The certificate that the gateway shows has expired, or is for another name. */
export const gatewayCertificateUnfit = defineCause({
  id: "MM-G05",
  name: "gateway-certificate-unfit",
  title: "The gateway's certificate has expired or is for another name",
  category: "security",
  severity: "critical",
  explains: ["MM-G12"],
  docs: {
    why:
      "Clients break the handshake off when the certificate's time is over or its names do not include " +
      "the host that they asked for. The gateway logs nothing of it.",
    symptom:
      "Clients report certificate errors; the gateway's certs list shows the expired certificate.",
    remedy: "Renew the certificate, with the host among its names.",
    verify: "openssl s_client shows the new certificate.",
  },

  *consider(of) {
    const { scheme, host } = of.question.target;
    if (!of.caller.isExternal || scheme !== "https" || !of.client?.certificates) return;
    const own = of.client.certificates.own.filter(({ names }) =>
      !names.some((n) => n.startsWith("spiffe:"))
    );
    const now = of.now.getTime();
    const fitting = own.filter(({ names }) => names.some((name) => covers(name, host)));
    const expired = (fitting.length > 0 ? fitting : own).filter((c) =>
      c.expiresMs <= now || c.validFromMs > now
    );
    const isWrongName = own.length > 0 && fitting.length === 0;
    if (expired.length === 0 && !isWrongName) return;
    const servers = serversForHost(of);
    const shown = expired[0] ?? own[0]!;
    const until = new Date(shown.expiresMs).toISOString();
    yield {
      objects: servers.flatMap(({ gateway, index, server }) => [
        resourceOf(gateway, `spec.servers[${index}].tls`),
        ...(server.tls?.credentialName && of.client?.pod
          ? [{
            kind: "Secret",
            namespace: of.client.pod.namespace,
            name: server.tls.credentialName,
          }]
          : []),
      ]),
      title: expired.length > 0
        ? `the gateway's certificate for ${host} is not valid now (until ${until})`
        : `no certificate of the gateway is for ${host}: it has ${
          own.flatMap((c) => c.names).join(", ")
        }`,
      facts: [{
        weight: "proven",
        source: `${of.client.folder}/certs.json`,
        detail: `serial ${shown.serial}: ${shown.names.join(", ")}, valid until ${until}`,
      }],
      remedy: { title: "Renew the certificate, with the host among its names" },
    };
  },
});
