import { declaration, protocolObjects } from "../../case/ports.ts";
import { linesWith, logged } from "../../case/signs.ts";
import { defineCause } from "../../cause.ts";

/** The caller speaks TLS on a port that is declared as plain HTTP. */
export const tlsOnHttpPort = defineCause({
  id: "MM-C10",
  name: "tls-on-http-port",
  title: "The caller speaks TLS on a port declared as HTTP",
  category: "configuration",
  severity: "high",
  explains: ["MM-C09", "MM-C46"],
  docs: {
    why:
      "The proxy of a port that is declared http expects a request line. A TLS handshake is a malformed " +
      "request to it.",
    symptom: "400 DPE http1.codec_error, or a reset, when the URL begins with https.",
    remedy:
      "Declare the port as https or tls, or let the caller speak plain HTTP: mTLS is the proxy's job.",
    verify: "Connections pass.",
  },

  *consider(of) {
    const { servicePort, service } = of.destination;
    const sign = { side: "client", flags: ["DPE"] } as const;
    const isTls = of.question.target.scheme === "https" ||
      [443, 8443].includes(of.destination.port ?? 0);
    if (!service || !servicePort || !isTls || !of.walk.isHttp || linesWith(of, sign).length === 0) {
      return;
    }
    const [object] = protocolObjects(of);
    const { resource } = service;
    yield {
      objects: object ? [object] : [],
      title:
        `port ${servicePort.port} of ${resource.kind} ${resource.namespace}/${resource.name} is declared ` +
        `as ${servicePort.protocol}, but the caller speaks TLS on it`,
      facts: logged(of, sign),
      remedy: {
        title: "Declare the port as https",
        ...declaration(of, "https"),
      },
    };
  },
});
