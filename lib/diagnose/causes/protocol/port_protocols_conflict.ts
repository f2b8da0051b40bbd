import { addressOf, type Case, containerPortNamed, isInbound } from "../../../connectivity/mod.ts";
import { compare } from "../../../core/mod.ts";
import {
  isHttp,
  isOpaque,
  type Protocol,
  type Resource,
  serviceProtocol,
  servicesOf,
} from "../../../mesh/mod.ts";
import { serversOf } from "../../case/case_facts.ts";
import { edit, label, resourceOf } from "../../case/objects.ts";
import { logged } from "../../case/signs.ts";
import { defineCause } from "../../cause.ts";

/** Two Services send the same port of a pod requests in different protocols; the proxy expects one. */
export const portProtocolsConflict = defineCause({
  id: "MM-C35",
  name: "port-protocols-conflict",
  title: "Services declare different protocols for the same port of a pod",
  category: "configuration",
  severity: "medium",
  explains: ["MM-C09", "MM-C12", "MM-C46", "MM-A06"],
  docs: {
    why:
      "A server's proxy has one filter chain for each port of its pod. Where Services declare different " +
      "protocols for the port, it is made for one of them, and requests by way of the other do not fit.",
    symptom:
      "DPE, UPE or TCP lines at the server's proxy; pilot_conflict_inbound_listener above 0.",
    remedy:
      "Declare the same protocol in both Services, or let the application listen on two ports.",
    verify: "The server's access log shows one protocol for the port.",
  },

  *consider(of) {
    const asked = of.destination.service?.resource;
    const protocol = of.destination.servicePort?.protocol;
    if (asked?.identifier !== "Service" || !protocol) return;
    for (const { pod, port } of serversOf(of)) {
      const others = servicesOf(of.mesh, pod).filter((service) => service !== asked)
        .toSorted((a, b) => compare(a.name, b.name));
      for (const service of others) {
        const index = (service.spec.ports ?? []).findIndex((each) => {
          const target = each.targetPort || each.port;
          const number = typeof target === "string" ? containerPortNamed(pod, target) : target;
          return number === port && disagrees(serviceProtocol(each), protocol);
        });
        if (index < 0) continue;
        const other = serviceProtocol(service.spec.ports![index]!);
        const object = resourceOf(service, `spec.ports[${index}]`);
        yield {
          isSilent: isHttp(protocol) && isTakenAsTcp(of, pod, port),
          objects: [object, resourceOf(asked, "spec.ports"), resourceOf(pod)],
          title:
            `${
              label(resourceOf(asked))
            } declares port ${port} of ${pod.namespace}/${pod.name} as ` +
            `${protocol}, ${label(object)} as ${other}; its proxy takes it for one of them`,
          facts: [
            {
              weight: "proven",
              source: `${label(object)} ${object.path}`,
              detail: `port ${port} is ${other} here and ${protocol} in ${
                label(resourceOf(asked))
              }`,
            },
            ...logged(of, { flags: ["DPE", "UPE", "UR", "UC", "NR"] }),
          ],
          remedy: { title: "Declare the same protocol in both Services", action: edit(object) },
        };
        return;
      }
    }
  },
});

/** Whether two protocols need different filter chains; what is sniffed fits everything. */
function disagrees(a: Protocol, b: Protocol): boolean {
  return isHttp(a) && isOpaque(b) || isOpaque(a) && isHttp(b);
}

/** Whether the server's proxy logs only connections on a port, so that no HTTP rule acts there. */
function isTakenAsTcp({ servers }: Case, pod: Resource<"Pod">, port: number): boolean {
  const lines = servers.filter((proxy) => proxy.pod === pod)
    .flatMap(({ log }) => log?.requests ?? [])
    .filter((entry) => isInbound(entry) && addressOf(entry.downstreamLocal).port === port);
  return lines.length > 0 && lines.every(({ protocol }) => protocol === "");
}
