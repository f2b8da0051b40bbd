import { defineCause } from "../../cause.ts";
import { serversForHost } from "../../case/gateways.ts";
import { edit, resourceOf } from "../../case/objects.ts";
import { logged } from "../../case/signs.ts";

/** The gateway wants a client certificate, and no request gets past the handshake. */
export const clientCertificateRequired = defineCause({
  id: "MM-G10",
  name: "client-certificate-required",
  title: "The gateway wants a certificate of the client",
  category: "security",
  severity: "high",
  explains: ["MM-G12"],
  docs: {
    why:
      "tls.mode MUTUAL makes the gateway refuse handshakes without a client certificate that the CA in " +
      "NAME-cacert, or in ca.crt of the secret, has signed. The gateway logs no request then.",
    symptom: "Clients report a handshake failure; the gateway logs nothing.",
    remedy: "Send a client certificate, provide the CA, or use mode SIMPLE.",
    verify: "The gateway logs the requests.",
  },

  *consider(of) {
    if (!of.caller.isExternal || of.exchanges.some(({ isFailure }) => !isFailure)) return;
    for (const { gateway, index, server } of serversForHost(of)) {
      if (server.tls?.mode !== "MUTUAL") continue;
      const object = resourceOf(gateway, `spec.servers[${index}].tls.mode`);
      yield {
        objects: [
          object,
          ...(server.tls.credentialName && of.client?.pod
            ? [{
              kind: "Secret",
              namespace: of.client.pod.namespace,
              name: server.tls.credentialName,
            }]
            : []),
        ],
        title:
          `Gateway ${gateway.namespace}/${gateway.name} wants a client certificate, and no request ` +
          "got past the handshake",
        facts: [
          {
            weight: "likely",
            source: `Gateway ${gateway.namespace}/${gateway.name} ${object.path}`,
            detail: "mode MUTUAL; the gateway logged no request that succeeded",
          },
          ...logged(of, { side: "client", flags: ["UF", "NR"] }),
        ],
        remedy: {
          title: "Send a client certificate that the gateway's CA has signed",
          action: edit(object),
        },
      };
    }
  },
});
