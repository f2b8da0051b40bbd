import { resourceOf } from "../../case/objects.ts";
import { declaration, protocolObjects } from "../../case/ports.ts";
import { linesWith, logged } from "../../case/signs.ts";
import { defineCause } from "../../cause.ts";

/** The port is declared HTTP, and what the caller or the server speaks on it is not. */
export const portIsNotHttp = defineCause({
  id: "MM-C09",
  name: "http-port-speaks-something-else",
  title: "The port is declared as HTTP but speaks something else",
  category: "configuration",
  severity: "high",
  explains: ["MM-C46", "MM-C20"],
  docs: {
    why:
      "A proxy parses what passes a port that is declared http or grpc. Bytes of another protocol, such " +
      "as a database's, are a malformed request or a malformed answer to it.",
    symptom: "400 DPE http1.codec_error for requests, 502 UPE protocol_error for answers.",
    remedy: "Declare the port's real protocol: appProtocol: tcp, mysql, redis, mongo, tls.",
    verify: "The access log shows TCP lines without flags.",
    links: [
      "https://istio.io/latest/docs/ops/configuration/traffic-management/protocol-selection/",
    ],
  },

  *consider(of) {
    const requests = { flags: ["DPE"], details: /codec_error|http1\.|http2\./ } as const;
    const answers = { flags: ["UPE"] } as const;
    if (linesWith(of, requests).length + linesWith(of, answers).length === 0) return;
    const service = of.destination.service?.resource;
    if (!service) return;
    const objects = protocolObjects(of);
    const { servicePort } = of.destination;
    const http2 = servicePort?.protocol === "http2" || servicePort?.protocol === "grpc";
    // An HTTP/2 port whose server answers with HTTP/1 is a cause of its own.
    if (http2 && linesWith(of, answers).length > 0) return;
    yield {
      objects: objects.length > 0 ? objects : [resourceOf(service)],
      title:
        `port ${servicePort?.port} of ${service.kind} ${service.namespace}/${service.name} is ` +
        `declared as ${servicePort?.protocol}, but what passes it is not HTTP`,
      facts: [...logged(of, requests), ...logged(of, answers)],
      remedy: {
        title: "Declare the port's real protocol",
        ...declaration(of, "tcp"),
      },
    };
  },
});
