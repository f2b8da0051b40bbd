import { defineRule } from "../../analysis/rule.ts";
import { isExternalName, portsToName } from "./_port_names.ts";

/** The ports of an ExternalName Service are named for a protocol in which the proxy can see the host. */
export const externalNamePortName = defineRule({
  code: "IST0150",
  name: "external-name-port-name",
  title: "Port of an ExternalName Service is plain TCP",
  severity: "warning",
  since: "0.1.0",
  inputs: ["Service"],
  peer: "service.PortNameAnalyzer",
  docs: {
    why:
      "For a TCP port the proxy listens on every address, as the Service has none of its own. It " +
      "then also catches other connections to the same port and sends them to this service.",
    remedy: "Name the port for what it speaks, such as `https-api` or `tls-db`.",
  },

  *check({ mesh }) {
    for (const { service, index } of portsToName(mesh.list("Service"))) {
      if (!isExternalName(service)) continue;
      yield {
        on: service,
        at: ["spec", "ports", index],
        message:
          "Port name for ExternalName service is invalid. Proxy may prevent tcp named ports " +
          "and unmatched traffic for ports serving TCP protocol from being forwarded correctly",
      };
    }
  },
});
