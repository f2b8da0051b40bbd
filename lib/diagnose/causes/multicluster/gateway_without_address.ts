import { type NetworkGatewayService, networkGatewayServices } from "../../../mesh/mod.ts";
import { defineCause, type Hypothesis } from "../../cause.ts";
import { gatewaysInto } from "../../case/clusters.ts";
import { resourceOf } from "../../case/objects.ts";
import { unreachedClusters } from "./_direct.ts";

/** The Service of a network's gateway has no address that the other network reaches. */
export const gatewayWithoutAddress = defineCause({
  id: "MM-M05",
  name: "network-gateway-without-address",
  title: "The east-west gateway has no external address",
  category: "network",
  severity: "critical",
  docs: {
    why:
      "istiod sends requests into another network through the external address of that network's gateway. " +
      "While its Service has none, istiod knows no gateway and hands out the addresses of the pods, which " +
      "nobody outside their network reaches.",
    symptom: "503 UF with connection_timeout at addresses of pods in the other cluster.",
    remedy:
      "Find out why the load balancer gives no address, or let nodes stand in for it (type NodePort with " +
      "traffic.istio.io/nodeSelector).",
    verify: "istiod's networkz lists the gateway.",
    links: ["https://istio.io/latest/docs/setup/install/multicluster/multi-primary_multi-network/"],
  },

  *consider(of) {
    for (const { cluster, facts } of unreachedClusters(of)) {
      if ((gatewaysInto(of, cluster) ?? []).length > 0) continue;
      const waiting = networkGatewayServices(of.mesh).find(({ service, network, addresses }) =>
        service.cluster === cluster && service.spec.type === "LoadBalancer" && network !== "" &&
        addresses.length === 0
      );
      if (waiting) yield hypothesis(waiting, facts);
    }
  },
});

function hypothesis(
  { service, network }: NetworkGatewayService,
  facts: Hypothesis["facts"],
): Hypothesis {
  const { namespace, name, cluster } = service;
  return {
    objects: [resourceOf(service, "status.loadBalancer.ingress")],
    title:
      `Service ${namespace}/${name} of cluster ${cluster}, the gateway of network ${network}, ` +
      "has no external address",
    facts: [
      ...facts,
      {
        weight: "proven",
        source: `Service ${namespace}/${name} status`,
        detail: "loadBalancer.ingress is empty",
      },
    ],
    remedy: {
      title: "See why the load balancer gives no address",
      action: `kubectl --context=${cluster} -n ${namespace} describe service ${name}`,
    },
  };
}
