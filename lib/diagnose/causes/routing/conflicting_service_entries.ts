import { exportedTo, oldestFirst } from "../../../mesh/mod.ts";
import { edit, label, resourceOf } from "../../case/objects.ts";
import { logged } from "../../case/signs.ts";
import { defineCause } from "../../cause.ts";

/** Several ServiceEntries declare the asked port of the host, each as something else. */
export const conflictingServiceEntries = defineCause({
  id: "MM-C38",
  name: "conflicting-service-entries",
  title: "ServiceEntries declare the same port of a host differently",
  category: "configuration",
  severity: "medium",
  explains: ["MM-C09", "MM-C10", "MM-C12", "MM-R27"],
  docs: {
    why:
      "istiod joins ServiceEntries of one host, and makes one cluster and one listener of a port. Which of " +
      "them decides its protocol and resolution is not defined, and may change with the next push.",
    symptom:
      "Requests fail by protocol, and start or stop to fail when an unrelated object changes.",
    remedy: "Keep one ServiceEntry for the host.",
    verify: "pilot_duplicate_envoy_clusters is 0, and requests pass.",
  },

  *consider(of) {
    const namespace = of.walk.proxy?.pod?.namespace ?? of.caller.namespace;
    const { service, port } = of.destination;
    if (service?.resource.identifier !== "ServiceEntry") return;
    const entries = of.mesh.services.declarations(service.host).flatMap((each) =>
      each.resource.identifier === "ServiceEntry" && exportedTo(each.exportTo, namespace)
        ? each.ports.filter((own) => own.port === port)
          .map(({ protocol }) => ({ entry: each.resource, protocol }))
        : []
    ).toSorted((a, b) => oldestFirst(a.entry, b.entry));
    const kinds = new Set(
      entries.map(({ entry, protocol }) =>
        `${protocol}${
          entry.identifier === "ServiceEntry" ? ` ${entry.spec.resolution ?? "NONE"}` : ""
        }`
      ),
    );
    if (kinds.size < 2) return;
    const objects = entries.map(({ entry }) => resourceOf(entry, "spec.ports")).reverse();
    yield {
      objects,
      title: `${
        objects.map(label).join(" and ")
      } declare port ${port} of ${service.host} differently: ${[...kinds].join(", ")}`,
      facts: [
        {
          weight: "proven",
          source: objects.map(label).join(", "),
          detail: `port ${port}: ${[...kinds].join(", ")}`,
        },
        ...logged(of, { side: "client", flags: ["DPE", "UPE", "UF", "UR", "UC", "NR", "UH"] }),
      ],
      remedy: { title: "Keep one ServiceEntry for the host", action: edit(objects[0]!) },
    };
  },
});
