import { serversOf } from "../../case/case_facts.ts";
import { resourceOf } from "../../case/objects.ts";
import { declaration, portIndexOf, protocolObjects } from "../../case/ports.ts";
import { linesWith, logged } from "../../case/signs.ts";
import { defineCause } from "../../cause.ts";

/** Ports and images of protocols in which the server speaks first, beyond those that istiod knows itself. */
const PORTS: ReadonlySet<number> = new Set([21, 22, 110, 143, 3307, 3308, 5900, 33060]);
const IMAGES = /(?:^|[/-])(?:mysql|mariadb|percona|postfix|exim|vsftpd|proftpd|openssh|mailhog)\b/i;

/** A proxy waits for the caller's first bytes to tell the protocol, and the caller waits for the server's. */
export const serverSpeaksFirst = defineCause({
  id: "MM-C11",
  name: "server-speaks-first",
  title: "The proxy waits for bytes that the caller never sends first",
  category: "configuration",
  severity: "high",
  explains: ["MM-C24", "MM-C52"],
  docs: {
    why:
      "On a port without a declared protocol the proxy looks at the first bytes of the caller. In SMTP, " +
      "MySQL, FTP and others the server greets first: the caller waits for it, the proxy for the caller.",
    symptom: "Connections hang and end without a byte; clients report a timeout of the handshake.",
    remedy: "Declare the protocol: appProtocol: tcp, mysql, or a port name such as tcp-smtp.",
    verify: "Connections show bytes in both directions.",
    links: [
      "https://istio.io/latest/docs/ops/configuration/traffic-management/protocol-selection/#server-first-protocols",
    ],
  },

  *consider(of) {
    const { service, servicePort } = of.destination;
    if (!service || servicePort?.protocol !== "auto") return;
    const images = serversOf(of).flatMap(({ pod }) => pod.spec.containers ?? [])
      .map(({ image = "" }) => image);
    const image = images.find((each) => IMAGES.test(each));
    if (!image && !PORTS.has(servicePort.port)) return;
    const silent = linesWith(of, {}).filter(({ line: { entry } }) =>
      entry.protocol === "" && entry.bytesSent === 0
    );
    // Where anything came back the server was heard.
    if (of.exchanges.length > 0 && silent.length === 0) return;
    const index = portIndexOf(of);
    const { resource } = service;
    yield {
      isSilent: silent.length > 0,
      objects: [...protocolObjects(of), resourceOf(resource)],
      title:
        `port ${servicePort.port} of ${resource.kind} ${resource.namespace}/${resource.name} declares ` +
        "no protocol, and its server speaks first",
      facts: [
        {
          weight: "proven",
          source: `${resource.kind} ${resource.namespace}/${resource.name} spec.ports[${index}]`,
          detail: `name "${servicePort.name}" means no protocol; ${
            image
              ? `the server runs ${image}`
              : `port ${servicePort.port} is that of such a protocol`
          }`,
        },
        ...(silent.length > 0 ? logged(of, { details: /^$/ }, "likely") : []),
      ],
      remedy: {
        title: "Declare the port's protocol",
        ...declaration(of, "tcp"),
      },
    };
  },
});
