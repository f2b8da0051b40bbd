import { isReady, podsSelected } from "../../../mesh/mod.ts";
import { remoteEndpoints, unreached } from "../../case/clusters.ts";
import { serviceOf } from "../../case/case_facts.ts";
import { defineCause } from "../../cause.ts";
import { resourceOf } from "../../case/objects.ts";
import { gatewayServiceAt } from "./_gateway_service.ts";

/** Nothing comes back from the gateway of the other network. */
export const networkGatewayUnreached = defineCause({
  id: "MM-M09",
  name: "network-gateway-unreached",
  title: "The east-west gateway of the other network does not answer",
  category: "network",
  severity: "critical",
  explains: ["MM-C05", "MM-C54", "MM-C56"],
  docs: {
    why:
      "Requests into another network go to its gateway, on port 15443 unless it is labelled otherwise. A " +
      "firewall, a security group or a load balancer without a healthy gateway behind it drops them.",
    symptom: "503 UF with connection_timeout at the address of the gateway.",
    remedy:
      "Let the nodes of this cluster reach that address and port, and see that the gateway's pods are ready.",
    verify: "A TLS connection to the gateway comes about from a pod of this cluster.",
    links: ["https://istio.io/latest/docs/ops/diagnostic-tools/multicluster/"],
  },

  *consider(of) {
    for (const endpoint of remoteEndpoints(of).filter(({ gateway }) => gateway)) {
      const told = unreached(of, [endpoint]);
      if (told.length === 0) continue;
      const { cluster, address, network } = endpoint;
      const service = gatewayServiceAt(of.mesh, endpoint);
      const asked = serviceOf(of);
      const pods = podsSelected(of.mesh, service?.spec.selector, service?.namespace ?? "")
        .filter((pod) => pod.cluster === service?.cluster);
      const isDown = pods.length > 0 && !pods.some(isReady);
      yield {
        objects: [
          ...(service ? [resourceOf(service)] : []),
          ...(isDown ? pods.map((pod) => resourceOf(pod)) : []),
          ...(asked ? [resourceOf(asked)] : []),
        ],
        title: `the gateway of network ${network} at ${address} does not answer` +
          (isDown ? ": none of its pods is ready" : ""),
        facts: [
          ...told,
          ...(isDown
            ? [{
              weight: "proven" as const,
              source: `pods of Service ${service?.namespace}/${service?.name}`,
              detail: `0 of ${pods.length} ready`,
            }]
            : []),
        ],
        remedy: isDown
          ? {
            title: "Make the gateway's pods ready",
            action: `kubectl --context=${cluster} -n ${service?.namespace} describe pod ${
              pods[0]!.name
            }`,
          }
          : { title: `Open the way from this cluster's nodes to ${address}` },
      };
    }
  },
});
