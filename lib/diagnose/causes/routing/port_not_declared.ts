import { defineCause } from "../../cause.ts";
import { edit, label, resourceOf } from "../../case/objects.ts";
import { logged } from "../../case/signs.ts";

/** The caller asks for a port that the Service does not have. */
export const askedPortNotDeclared = defineCause({
  id: "MM-C14",
  name: "asked-port-not-declared",
  title: "The caller asks for a port that the service does not have",
  category: "configuration",
  severity: "high",
  explains: ["MM-T01", "MM-C13"],
  docs: {
    why:
      "A proxy knows a service by its declared ports. On any other port it has no listener and no route: " +
      "the request goes to the passthrough or the black hole, and nothing answers there.",
    symptom:
      "PassthroughCluster, BlackHoleCluster or 502 in the caller's access log, or a timeout.",
    remedy: "Ask for a port that the Service declares, or declare it.",
    verify: "The caller's access log shows the Service's cluster.",
  },

  *consider(of) {
    const { service, servicePort, port } = of.destination;
    if (of.caller.isExternal || !service || servicePort || port === undefined) return;
    if (service.ports.length === 0) return;
    const ports = service.ports.map((p) => p.port).join(", ");
    const object = resourceOf(service.resource, "spec.ports");
    yield {
      objects: [object],
      title: `${label(object)} has no port ${port}, only ${ports}`,
      facts: [
        { weight: "proven", source: `${label(object)} spec.ports`, detail: `ports ${ports}` },
        ...logged(of, { side: "client", envoyCluster: /^(PassthroughCluster|BlackHoleCluster)$/ }),
        ...logged(of, { side: "client", codes: [404, 502] }),
      ],
      remedy: { title: `Ask for port ${ports}, or declare ${port}`, action: edit(object) },
    };
  },
});
