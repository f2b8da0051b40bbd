import { isDryRun } from "../../../auth/mod.ts";
import { includesLabels, type Mesh, type Resource, serviceSelection } from "../../../mesh/mod.ts";
import { setting } from "../../analysis/fix.ts";
import { defineRule } from "../../analysis/rule.ts";
import { formatName } from "../_names.ts";
import { hasTargets, patternLists } from "../authorization/_attributes.ts";
import { COMPONENT_KINDS, components } from "./_components.ts";

const OF_ADDRESSES = /^(?:not)?(?:remoteIpBlocks|ipBlocks)$|^(?:source|remote)\.ip$/i;

/** A gateway whose policies ask for addresses of clients sees them. */
export const clientAddressLost = defineRule({
  code: "MM1306",
  name: "client-address-lost",
  title: "Policy of a gateway asks for addresses that its Service hides",
  severity: "warning",
  since: "0.1.0",
  inputs: ["Deployment", "Service", "AuthorizationPolicy"],
  reads: COMPONENT_KINDS,
  mode: "default",
  docs: {
    why:
      "With `externalTrafficPolicy: Cluster`, the default, a node hands connections on to pods of " +
      "other nodes under its own address. The gateway sees addresses of nodes: a policy that allows " +
      "addresses of clients denies them, and one that denies some denies nobody.",
    remedy:
      "Set `externalTrafficPolicy: Local`, or let the load balancer tell the address (PROXY " +
      "protocol, or X-Forwarded-For with `numTrustedProxies`).",
    links: [
      "https://istio.io/latest/docs/tasks/security/authorization/authz-ingress/#source-ip-address-of-the-original-client",
    ],
  },

  *check({ mesh }) {
    const { gatewayTopology } = mesh.config.defaultConfig ?? {};
    if (gatewayTopology?.numTrustedProxies || gatewayTopology?.proxyProtocol) return;
    const policies = mesh.once(policiesWithAddresses);
    if (policies.length === 0) return;
    const servicesOf = mesh.once(serviceSelection);
    for (const { on: { namespace }, role, labels } of mesh.once(components)) {
      if (role !== "gateway") continue;
      const policy = policies.find((one) =>
        (one.namespace === namespace || one.namespace === mesh.config.rootNamespace) &&
        includesLabels(labels, one.spec.selector?.matchLabels)
      );
      for (const on of policy ? servicesOf(labels, namespace) : []) {
        const { type, externalTrafficPolicy = "Cluster" } = on.spec;
        if (type !== "LoadBalancer" && type !== "NodePort") continue;
        if (externalTrafficPolicy !== "Cluster") continue;
        const at = ["spec", "externalTrafficPolicy"];
        yield {
          on,
          at: on.spec.externalTrafficPolicy === undefined ? ["spec"] : at,
          message:
            `AuthorizationPolicy ${formatName(policy!)} asks for addresses of clients, but ` +
            "with externalTrafficPolicy Cluster the gateway sees those of nodes",
          fix: setting(on.object, at, "Local", "Keep the addresses of clients"),
        };
      }
    }
  },
});

function policiesWithAddresses(mesh: Mesh): readonly Resource<"AuthorizationPolicy">[] {
  return mesh.list("AuthorizationPolicy").filter((one) =>
    !isDryRun(one) && !hasTargets(one) &&
    patternLists(one).some(({ attribute }) => OF_ADDRESSES.test(attribute))
  );
}
