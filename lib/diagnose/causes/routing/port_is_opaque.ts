import { fqdn, gatewaysOf, isOpaque } from "../../../mesh/mod.ts";
import { resourceOf } from "../../case/objects.ts";
import { declaration } from "../../case/ports.ts";
import { linesWith, logged } from "../../case/signs.ts";
import { defineCause } from "../../cause.ts";

/** HTTP rules exist for a host whose port is declared as opaque TCP. */
export const portIsOpaque = defineCause({
  id: "MM-C08",
  name: "http-port-declared-opaque",
  title: "The port is declared as TCP, so HTTP rules do not apply",
  category: "configuration",
  severity: "high",
  docs: {
    why:
      "A port's protocol comes from appProtocol or from the first part of its name. A port named tcp-… " +
      "is forwarded as bytes: HTTP routes, retries, HTTP conditions of policies and HTTP metrics have no " +
      "effect on it, without any error.",
    symptom:
      "The access log shows TCP lines (no method, code 0) although the application speaks HTTP.",
    remedy: "Set appProtocol: http on the Service port, or name it http-….",
    verify: "The access log shows methods and codes, and the routes act.",
    links: [
      "https://istio.io/latest/docs/ops/configuration/traffic-management/protocol-selection/",
    ],
  },

  *consider(of) {
    const { service, servicePort } = of.destination;
    if (!service || !servicePort || service.resource.identifier !== "Service") return;
    if (!isOpaque(servicePort.protocol) || of.walk.isHttp) return;
    const rules = of.mesh.list("VirtualService").filter((vs) =>
      (vs.spec.http ?? []).length > 0 && gatewaysOf(vs).includes("mesh") &&
      (vs.spec.hosts ?? []).some((host) => fqdn(host, vs.namespace) === service.host)
    );
    if (rules.length === 0) return;
    const { resource } = service;
    const index = (resource.spec.ports ?? []).findIndex(({ port }) => port === servicePort.port);
    const tcp = linesWith(of, {}).filter(({ line }) => line.entry.protocol === "");
    const names = rules.map(({ namespace, name }) => `${namespace}/${name}`).join(", ");
    yield {
      isSilent: true,
      objects: [
        resourceOf(resource, `spec.ports[${index}].name`),
        ...rules.map((vs) => resourceOf(vs, "spec.http")),
      ],
      title:
        `port ${servicePort.port} of Service ${resource.namespace}/${resource.name} is declared as ` +
        `${servicePort.protocol}, so the HTTP rules of VirtualService ${names} have no effect`,
      facts: [
        {
          weight: "proven",
          source: `Service ${resource.namespace}/${resource.name} spec.ports[${index}]`,
          detail:
            `name "${servicePort.name}" means ${servicePort.protocol}; the proxy forwards bytes`,
        },
        ...(tcp.length > 0 ? logged(of, { flags: ["-"], details: /^$/ }, "likely") : []),
      ],
      remedy: {
        title: "Declare the port as HTTP",
        ...declaration(of, "http"),
      },
    };
  },
});
