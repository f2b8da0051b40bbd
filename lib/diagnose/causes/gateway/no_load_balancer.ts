import type { Resource } from "../../../mesh/mod.ts";
import { servicesOfPods } from "../../case/gateways.ts";
import { label, resourceOf } from "../../case/objects.ts";
import { defineCause } from "../../cause.ts";

/** No request has reached the gateway, and its load balancer has no address. */
export const noLoadBalancer = defineCause({
  id: "MM-G12",
  name: "load-balancer-pending",
  title: "The gateway's load balancer has no address",
  category: "network",
  severity: "critical",
  docs: {
    why:
      "A Service of type LoadBalancer is reached from outside once the cloud or a controller in the cluster has " +
      "given it an address. Where none does, for a quota, a wrong annotation or because there is no controller, " +
      "clients have nothing to connect to.",
    symptom: "status.loadBalancer of the Service is empty; the gateway logs no request.",
    remedy:
      "Look at the events of the Service; install a load balancer controller, or use a NodePort.",
    verify: "kubectl get service shows an EXTERNAL-IP, and the gateway logs requests.",
  },

  *consider(of) {
    const log = of.client?.log;
    const pod = of.client?.pod;
    if (!of.caller.isExternal || !pod || !log || log.requests.length > 0) return;
    // A gateway that would not serve the request has another trouble first.
    if (of.walk.verdict !== "forward" && of.walk.verdict !== "redirect") return;
    const services = servicesOfPods(of, [pod]);
    const pending = services.filter(isPending);
    const [service] = pending;
    if (!service || pending.length < services.length || isOnNode(pod)) return;
    const object = resourceOf(service, "status.loadBalancer");
    yield {
      objects: [object],
      title: `${label(object)} waits for an address of a load balancer, and no request has ` +
        "reached the gateway",
      facts: [{
        weight: "likely",
        source: `${label(object)} status`,
        detail: "type LoadBalancer, and loadBalancer.ingress is empty",
      }],
      remedy: {
        title: "See why no address is given",
        action: `kubectl -n ${service.namespace} describe service ${service.name}`,
      },
    };
  },
});

function isPending({ spec, status }: Resource<"Service">): boolean {
  const { ingress = [] } = (status as { loadBalancer?: { ingress?: unknown[] } }).loadBalancer ??
    {};
  return spec.type === "LoadBalancer" && ingress.length === 0 &&
    (spec.externalIPs ?? []).length === 0;
}

/** Whether clients reach a pod by the address of its node. */
function isOnNode({ spec }: Resource<"Pod">): boolean {
  return spec.hostNetwork === true ||
    (spec.containers ?? []).some(({ ports = [] }) => ports.some(({ hostPort }) => hostPort));
}
