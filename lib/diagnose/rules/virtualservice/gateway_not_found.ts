import type { Mesh, Resource } from "../../../mesh/mod.ts";
import { replacement } from "../../analysis/fix.ts";
import { defineRule, type RuleMesh } from "../../analysis/rule.ts";
import { gatewayReferences, servedHosts } from "./_gateways.ts";

/** Every gateway that a VirtualService names is there. */
export const gatewayNotFound = defineRule({
  code: "IST0101",
  name: "gateway-not-found",
  title: "VirtualService names a gateway that is not there",
  severity: "error",
  since: "0.1.0",
  inputs: ["VirtualService", "Gateway"],
  reads: ["KubernetesGateway"],
  equivalents: ["KIA1102"],
  peer: "virtualservice.GatewayAnalyzer",
  docs: {
    why: "The routes are served by no gateway: requests from outside get 404. A name without a " +
      "namespace means a gateway in the namespace of the VirtualService.",
    remedy: "Write `namespace/name` of an existing Gateway.",
    links: ["https://istio.io/latest/docs/reference/config/networking/virtual-service/"],
  },

  *check({ mesh }) {
    for (const vs of mesh.list("VirtualService")) {
      for (const { written, index, gateway } of gatewayReferences(mesh, vs)) {
        if (gateway) continue;
        const at = ["spec", "gateways", index];
        const intended = namesake(mesh, written, vs);
        yield {
          on: vs,
          at,
          message: `Referenced gateway not found: "${written}"`,
          fix: intended === undefined
            ? undefined
            : replacement(at, intended, `Bind to the gateway "${intended}"`),
        };
      }
    }
  },
});

/** The one gateway of that name in another namespace, if it serves the VirtualService. */
function namesake(
  mesh: RuleMesh<"Gateway">,
  written: string,
  { namespace, spec: { hosts = [] } }: Resource<"VirtualService">,
): string | undefined {
  const name = written.split("/").at(-1)!.split(".", 1)[0]!;
  const [only, ...others] = mesh.once(gatewaysByName).get(name) ?? [];
  return only && others.length === 0 && mesh.once(servedHosts)(only, hosts, namespace)
    ? `${only.namespace}/${only.name}`
    : undefined;
}

function gatewaysByName(mesh: Mesh): Map<string, Resource<"Gateway">[]> {
  return Map.groupBy(mesh.list("Gateway"), ({ name }) => name);
}
