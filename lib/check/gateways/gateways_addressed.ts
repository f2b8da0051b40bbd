import { includesLabels, type Mesh, type Resource } from "../../mesh/mod.ts";
import { defineCheck, trouble } from "../check.ts";
import { gatewayWorkloads } from "./_deployments.ts";

/** Every load balancer of a gateway has an address. */
export const gatewaysAddressed = defineCheck({
  name: "gateways-addressed",
  stage: "Gateways",
  title: "Every load balancer in front of a gateway has an address",
  inputs: ["Deployment", "Service"],
  reads: ["DaemonSet"],
  waits: true,
  docs: {
    why:
      "Until the cloud or a load balancer controller gives an address, clients have none to call.",
    remedy:
      "Read `kubectl describe service`: a quota, or no controller for load balancers. Where clients use " +
      "node ports, make the Service of type NodePort.",
  },

  run({ mesh }) {
    const services = mesh.once(servicesOfGateways).filter(({ spec }) =>
      spec.type === "LoadBalancer"
    );
    if (services.length === 0) return { skip: "no gateway has a Service of type LoadBalancer" };
    return {
      saw: services.map((service) =>
        `${service.namespace}/${service.name} has ${addressesOf(service).join(", ") || "none"}`
      ).join(", "),
      troubles: services.filter((service) => addressesOf(service).length === 0).map((service) =>
        trouble("warning", service, "it waits for an address", "status.loadBalancer")
      ),
    };
  },
});

function servicesOfGateways(mesh: Mesh): readonly Resource<"Service">[] {
  const services = Map.groupBy(
    mesh.list("Service"),
    ({ cluster, namespace }) => `${cluster}/${namespace}`,
  );
  const found = gatewayWorkloads(mesh).flatMap(({ cluster, namespace, spec: { template } }) =>
    (services.get(`${cluster}/${namespace}`) ?? []).filter(({ spec: { selector = {} } }) =>
      Object.keys(selector).length > 0 && includesLabels(template?.metadata?.labels ?? {}, selector)
    )
  );
  return [...new Set(found)];
}

function addressesOf({ status, spec }: Resource<"Service">): string[] {
  const given = (status.loadBalancer?.ingress ?? []).map(({ ip, hostname }) =>
    ip ?? hostname ?? ""
  );
  return [...given, ...spec.externalIPs ?? []].filter((address) => address !== "");
}
