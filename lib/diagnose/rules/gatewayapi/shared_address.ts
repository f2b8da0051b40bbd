import { fqdn, type Mesh, oldestFirst, type Resource } from "../../../mesh/mod.ts";
import { defineRule } from "../../analysis/rule.ts";
import { formatName } from "../_names.ts";
import { isOfIstio } from "./_attachment.ts";

/** Gateways that share an address serve different hosts on each port. */
export const sharedAddress = defineRule({
  code: "MM0314",
  name: "gateways-share-listener",
  title: "Gateways of one address serve one host on one port",
  severity: "warning",
  since: "0.1.0",
  inputs: ["KubernetesGateway"],
  reads: ["GatewayClass"],
  equivalents: ["KIA1501", "KIA1502"],
  mode: "default",
  docs: {
    why:
      "Gateways with the same entry in `spec.addresses` share the proxies behind that Service. Where " +
      "two of them have a listener for one host on one port, that of the older Gateway wins, and " +
      "routes of the other get 404.",
    remedy:
      "Use one Gateway, give the listeners other hosts or ports, or leave `addresses` out, so " +
      "that each Gateway gets proxies of its own.",
    links: [
      "https://istio.io/latest/docs/tasks/traffic-management/ingress/gateway-api/#manual-deployment",
    ],
  },

  *check({ mesh }) {
    for (const served of mesh.once(listenersByAddress)) {
      const [first, ...others] = served;
      const reported = new Set([first?.on]);
      for (const { on, index, what } of others) {
        if (reported.has(on)) continue;
        reported.add(on);
        yield {
          on,
          at: ["spec", "listeners", index],
          message: `Gateway ${formatName(first!.on)} serves ${what} at the same address`,
        };
      }
    }
  },
});

interface Served {
  readonly on: Resource<"KubernetesGateway">;
  readonly index: number;
  readonly what: string;
}

/** Listeners of one address, port and host name, those of the oldest Gateway first. */
function listenersByAddress(mesh: Mesh): readonly Served[][] {
  const byKey = new Map<string, Served[]>();
  for (const on of mesh.list("KubernetesGateway").toSorted(oldestFirst)) {
    if (!isOfIstio(mesh, on)) continue;
    for (const { value = "" } of on.spec.addresses ?? []) {
      if (value === "") continue;
      for (const [index, { hostname, port }] of (on.spec.listeners ?? []).entries()) {
        const what = `${hostname || "every host"} on port ${port}`;
        const key = `${on.cluster} ${fqdn(value, on.namespace)} ${what}`;
        const same = byKey.get(key);
        if (same) same.push({ on, index, what });
        else byKey.set(key, [{ on, index, what }]);
      }
    }
  }
  return [...byKey.values()].filter((served) => served.length > 1);
}
