import { defineRule } from "../../rule.ts";
import { isExternalName, portsToName } from "./_port_names.ts";

/** The name or `appProtocol` of every port of a Service says what it speaks. */
export const portNameWithoutProtocol = defineRule({
  code: "IST0118",
  name: "port-name-without-protocol",
  title: "Name of a port does not tell its protocol",
  severity: "info",
  since: "0.1.0",
  inputs: ["Service"],
  equivalents: ["KIA0601"],
  peer: "service.PortNameAnalyzer",
  docs: {
    why:
      "The proxies must find out the protocol from the first bytes. That costs time, fails for " +
      "protocols in which the server speaks first, and switches HTTP routes and metrics off " +
      "whenever it does not succeed.",
    remedy:
      "Name the port `PROTOCOL` or `PROTOCOL-SUFFIX`, such as `http-web`, or set `appProtocol`.",
    links: [
      "https://istio.io/latest/docs/ops/configuration/traffic-management/protocol-selection/",
    ],
  },

  *check({ mesh }) {
    for (const untold of portsToName(mesh.list("Service"))) {
      const { service, index, name, port, targetPort, isPlainTcp } = untold;
      if (isPlainTcp || isExternalName(service)) continue;
      yield {
        on: service,
        at: ["spec", "ports", index],
        message:
          `Port name ${name} (port: ${port}, targetPort: ${targetPort}) doesn't follow the ` +
          "naming convention of Istio port.",
      };
    }
  },
});
