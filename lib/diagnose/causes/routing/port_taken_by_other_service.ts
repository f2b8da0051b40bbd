import { defineCause } from "../../cause.ts";
import { edit, label, resourceOf } from "../../case/objects.ts";
import { linesWith, logged } from "../../case/signs.ts";

/** A TCP connection goes to another service, because that one takes the port on every address. */
export const portTakenByOtherService = defineCause({
  id: "MM-C37",
  name: "port-taken-by-other-service",
  title: "Another service without addresses takes the TCP port",
  category: "configuration",
  severity: "high",
  explains: ["MM-C36", "MM-T01", "MM-C52"],
  docs: {
    why:
      "For a TCP service without an address of its own (a ServiceEntry without addresses, a headless " +
      "Service) the proxy listens on the port for every address, and so takes connections to others.",
    symptom: "The access log shows another service's cluster for the connection.",
    remedy: "Give the ServiceEntry addresses, let istiod allocate them, or use distinct ports.",
    verify: "The connection shows its own service's cluster.",
  },

  *consider(of) {
    const { destination, walk } = of;
    if (walk.isHttp || !destination.service) return;
    const strange = walk.targets.find(({ parsed }) =>
      parsed && parsed.direction === "outbound" && parsed.host !== destination.service?.host
    );
    const other = strange?.parsed &&
      of.mesh.services.declarations(strange.parsed.host)[0]?.resource;
    if (!strange || !other || walk.routeObject) return;
    const object = resourceOf(
      other,
      other.identifier === "ServiceEntry" ? "spec.addresses" : "spec.clusterIP",
    );
    const escaped = strange.name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    const seen = linesWith(of, { envoyCluster: new RegExp(`^${escaped}$`) });
    yield {
      isSilent: seen.length > 0,
      objects: [object, resourceOf(destination.service.resource)],
      title:
        `${label(object)} takes port ${destination.port} on every address, so connections to ` +
        `${destination.host} go there`,
      facts: [
        {
          weight: "proven",
          source: `${of.client?.folder}/config_dump.json`,
          detail: `listener ${walk.listener?.name} sends the connection to ${strange.name}`,
        },
        ...logged(of, { envoyCluster: new RegExp(`^${escaped}$`) }),
      ],
      remedy: { title: `Give ${label(object)} addresses or another port`, action: edit(object) },
    };
  },
});
