import { isHttp } from "../../../mesh/mod.ts";
import { edit, label, resourceOf } from "../../case/objects.ts";
import { portIndexOf } from "../../case/ports.ts";
import { logged } from "../../case/signs.ts";
import { defineCause } from "../../cause.ts";

/** An ExternalName Service does not say what its port speaks, or does not have the port. */
export const externalNamePort = defineCause({
  id: "MM-C41",
  name: "external-name-port",
  title: "An ExternalName Service does not declare its port as HTTP or TLS",
  category: "configuration",
  severity: "medium",
  explains: ["MM-C14", "MM-C15", "MM-C13", "MM-C40"],
  docs: {
    why:
      "An ExternalName Service has no address. A proxy can tell its requests from others only by the host " +
      "that they name, which plain TCP does not do: they go to the PassthroughCluster, or are blocked.",
    symptom: "PassthroughCluster or BlackHoleCluster in the access log for the Service's name.",
    remedy: "Name the port http-… or tls-…, or write a ServiceEntry for the external host.",
    verify: "The access log shows the Service's or the external host's cluster.",
    links: ["https://istio.io/latest/docs/reference/config/analysis/ist0150/"],
  },

  *consider(of) {
    const { service, servicePort, port } = of.destination;
    const resource = service?.resource;
    if (resource?.identifier !== "Service" || resource.spec.type !== "ExternalName") return;
    const { protocol } = servicePort ?? {};
    if (protocol && (isHttp(protocol) || protocol === "tls" || protocol === "https")) return;
    const index = portIndexOf(of);
    const object = resourceOf(resource, index < 0 ? "spec.ports" : `spec.ports[${index}].name`);
    yield {
      objects: [object],
      title: `${label(object)} for ${resource.spec.externalName} ` +
        (protocol
          ? `declares port ${port} as ${protocol}`
          : `declares no port ${port ?? ""}`.trimEnd()),
      facts: [
        {
          weight: "proven",
          source: `${label(object)} ${object.path}`,
          detail: servicePort
            ? `name "${servicePort.name}" means ${protocol}`
            : "the port is not there",
        },
        ...logged(of, { side: "client", envoyCluster: /^(PassthroughCluster|BlackHoleCluster)$/ }),
        ...logged(of, { side: "client", flags: ["NR", "UH", "DF"] }),
      ],
      remedy: { title: "Name the port http-… or tls-…", action: edit(object) },
    };
  },
});
