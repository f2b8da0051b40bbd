import { type Cause, defineCause } from "../../cause.ts";
import { edit, label, resourceOf } from "../../case/objects.ts";
import { exactly, linesWith, logged } from "../../case/signs.ts";

/** What distinguishes the services that take a port on every address. */
interface Taker {
  readonly id: "MM-C36" | "MM-C37";
  readonly name: string;
  readonly title: string;
  readonly kind: "Service" | "ServiceEntry";
  readonly path: string;
  readonly why: string;
  readonly remedy: string;
}

const TAKERS: readonly Taker[] = [
  {
    id: "MM-C36",
    name: "port-taken-by-headless-service",
    title: "A headless Service takes the TCP port of others",
    kind: "Service",
    path: "spec.clusterIP",
    why:
      "For a TCP port of a Service without an address of its own the proxy listens on the port for every " +
      "address. Of several such Services the first gets the connections to all.",
    remedy: "Use distinct ports, give the Service a clusterIP, or declare the port as HTTP.",
  },
  {
    id: "MM-C37",
    name: "port-taken-by-other-service",
    title: "A ServiceEntry without addresses takes the TCP port",
    kind: "ServiceEntry",
    path: "spec.addresses",
    why:
      "For a TCP ServiceEntry without addresses the proxy listens on the port for every address, and so " +
      "takes connections to others.",
    remedy: "Give the ServiceEntry addresses, let istiod allocate them, or use distinct ports.",
  },
];

/** The causes by which a TCP connection goes to another service, which takes the port on every address. */
export const portTakenByOtherService: readonly Cause[] = TAKERS.map((taker) =>
  defineCause({
    id: taker.id,
    name: taker.name,
    title: taker.title,
    category: "configuration",
    severity: "high",
    explains: ["MM-T01", "MM-C52"],
    docs: {
      why: taker.why,
      symptom: "The access log shows another service's cluster for the connection.",
      remedy: taker.remedy,
      verify: "The connection shows its own service's cluster.",
    },

    *consider(of) {
      const { destination, walk } = of;
      if (walk.isHttp || walk.routeObject || !destination.service) return;
      const strange = walk.targets.find(({ parsed }) =>
        parsed && parsed.direction === "outbound" && parsed.host !== destination.service?.host
      );
      const other = strange?.parsed &&
        of.mesh.services.declarations(strange.parsed.host)[0]?.resource;
      if (!strange || other?.identifier !== taker.kind) return;
      const object = resourceOf(other, taker.path);
      const sign = { envoyCluster: exactly(strange.name) };
      yield {
        isSilent: linesWith(of, sign).length > 0,
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
          ...logged(of, sign),
        ],
        remedy: { title: taker.remedy, action: edit(object) },
      };
    },
  })
);
