import { fqdn, gatewaysOf, isOpaque } from "../../../mesh/mod.ts";
import { defineRule } from "../../analysis/rule.ts";

/** HTTP routes are for hosts that speak HTTP. */
export const httpRouteOnTcpPort = defineRule({
  code: "MM0103",
  name: "http-route-on-tcp-port",
  title: "HTTP routes for a host whose ports are not HTTP",
  severity: "error",
  since: "0.1.0",
  inputs: ["VirtualService", "Service", "ServiceEntry"],
  mode: "default",
  docs: {
    why: "Sidecars look into requests only on ports that are declared as HTTP or whose protocol " +
      "they may sniff. On a port that is declared as TCP or TLS they pass bytes on: no HTTP route, " +
      "timeout, retry or fault of the VirtualService applies.",
    remedy:
      "Name the port `http-…` or set `appProtocol: http`, if it does speak HTTP. For TLS that " +
      "the application starts, use `tls` routes.",
    links: [
      "https://istio.io/latest/docs/ops/configuration/traffic-management/protocol-selection/",
    ],
  },

  *check({ mesh }) {
    for (const on of mesh.list("VirtualService")) {
      const { hosts = [], http = [], tcp = [], tls = [] } = on.spec;
      if (http.length === 0 || tcp.length + tls.length > 0) continue;
      if (!gatewaysOf(on).includes("mesh")) continue;
      for (const [i, host] of hosts.entries()) {
        if (host.startsWith("*")) continue;
        const ports = mesh.services.portsOf(fqdn(host, on.namespace), on.namespace) ?? [];
        const tcpPorts = ports.filter(({ protocol }) => protocol !== "udp");
        if (tcpPorts.length === 0 || !tcpPorts.every(({ protocol }) => isOpaque(protocol))) {
          continue;
        }
        const list = tcpPorts.map(({ port, protocol }) => `${port} (${protocol})`).join(", ");
        yield {
          on,
          at: ["spec", "hosts", i],
          message: `The HTTP routes never apply to ${host}: none of its ports is HTTP: ${list}`,
        };
      }
    }
  },
});
