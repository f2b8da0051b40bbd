import { isIp } from "../../../connectivity/mod.ts";
import { defineCause } from "../../cause.ts";
import { resourceOf } from "../../case/objects.ts";
import { logged } from "../../case/signs.ts";
import { strictServers } from "../../case/tls_modes.ts";

/** The caller uses a pod's address instead of the Service, past registry, routes and mTLS. */
export const directPodAddress = defineCause({
  id: "MM-C13",
  name: "direct-pod-address",
  title: "The caller uses a pod's address instead of the Service",
  category: "configuration",
  severity: "high",
  explains: ["MM-T01", "MM-C15"],
  docs: {
    why:
      "For an address that no Service has, the caller's proxy passes the connection through in plain " +
      "text. A server that takes only mTLS closes it; routes and policies by host do not act.",
    symptom:
      "PassthroughCluster in the caller's access log; NR filter_chain_not_found at the server.",
    remedy:
      "Call the Service by its name; for StatefulSets POD.SERVICE.NAMESPACE with declared ports.",
    verify: "The caller's access log shows the Service's cluster.",
  },

  *consider(of) {
    const { walk, destination } = of;
    const [server] = strictServers(of);
    if (walk.verdict !== "passthrough" || !server || !isIp(of.question.target.host)) return;
    const [service] = of.mesh.list("Service", server.pod.namespace).filter((
      { spec: { selector } },
    ) =>
      selector && Object.entries(selector).every(([key, value]) => server.pod.labels[key] === value)
    );
    yield {
      objects: [
        resourceOf(server.pod),
        ...(service ? [resourceOf(service)] : []),
        ...(server.mtls.from ? [resourceOf(server.mtls.from, server.mtls.path.join("."))] : []),
      ],
      title:
        `${of.caller.label} calls ${destination.host} directly, so its proxy sends plain text to a ` +
        "server that takes only mTLS",
      facts: [
        {
          weight: "proven",
          source: `${of.client?.folder}/config_dump.json`,
          detail:
            `${destination.host}:${destination.port} goes to the PassthroughCluster; the server is STRICT`,
        },
        ...logged(of, { side: "client", envoyCluster: /^PassthroughCluster$/ }),
        ...logged(of, { side: "server", details: /filter_chain_not_found/ }),
      ],
      remedy: {
        title: service
          ? `Call ${service.name}.${service.namespace}`
          : "Call the Service by its name",
      },
    };
  },
});
