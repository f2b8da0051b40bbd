import { declaration, protocolObjects } from "../../case/ports.ts";
import { linesWith, logged } from "../../case/signs.ts";
import { defineCause } from "../../cause.ts";

/** The port is declared HTTP/2 or gRPC and the application speaks HTTP/1, or the other way round. */
export const http2Mismatch = defineCause({
  id: "MM-C12",
  name: "http2-mismatch",
  title: "The port's HTTP version is not the application's",
  category: "configuration",
  severity: "high",
  explains: ["MM-C09", "MM-C46", "MM-C20", "MM-C53"],
  docs: {
    why:
      "A port named grpc, http2 or h2c makes the server's proxy speak HTTP/2 to the application; any " +
      "other HTTP name makes it speak HTTP/1.1. An application that speaks the other one breaks off.",
    symptom: "502 UPE or 503 UC/UR with protocol_error at the server's proxy on every request.",
    remedy: "Name the port http for HTTP/1.1; grpc, or appProtocol kubernetes.io/h2c, for HTTP/2.",
    verify: "The access log shows via_upstream.",
  },

  *consider(of) {
    const { servicePort, service } = of.destination;
    if (!service || !servicePort) return;
    const isHttp2 = servicePort.protocol === "http2" || servicePort.protocol === "grpc";
    if (!isHttp2) return;
    const sign = {
      flags: ["UPE", "UR", "UC"],
      details: /protocol_error|remote_reset|connection_termination|codec/,
    };
    const lines = linesWith(of, { ...sign, side: "server" });
    const failing = lines.length > 0 ? lines : linesWith(of, { ...sign, side: "client" });
    const answered = linesWith(of, { side: "server", details: /^via_upstream$/ });
    if (failing.length === 0 || answered.length > 0) return;
    const [object] = protocolObjects(of);
    const { resource } = service;
    yield {
      objects: object ? [object] : [],
      title:
        `port ${servicePort.port} of ${resource.kind} ${resource.namespace}/${resource.name} is ` +
        `declared as ${servicePort.protocol}, but the application does not speak HTTP/2`,
      facts: [
        {
          weight: "proven",
          source: `${resource.kind} ${resource.namespace}/${resource.name} ${object?.path ?? ""}`,
          detail: `"${servicePort.name}" means ${servicePort.protocol}; no request was answered`,
        },
        ...logged(of, sign),
      ],
      remedy: {
        title: "Declare the port as http",
        ...declaration(of, "http"),
      },
    };
  },
});
