import type { Fix } from "../../../core/mod.ts";
import { addition } from "../../analysis/fix.ts";
import { defineRule } from "../../analysis/rule.ts";
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
        fix: usualProtocol(index, port, name),
      };
    }
  },
});

/** Ports that hardly anybody uses for anything else. */
const USUAL: ReadonlyMap<number, string> = new Map([
  [80, "http"],
  [443, "https"],
  [3306, "mysql"],
  [5432, "tcp"],
  [5672, "tcp"],
  [6379, "redis"],
  [8080, "http"],
  [8443, "https"],
  [9090, "http"],
  [9092, "tcp"],
  [27017, "mongo"],
]);

/** Says what the number of the port makes likely. A name may be referred to, so that it stays. */
function usualProtocol(index: number, port: number, name: string): Fix | undefined {
  const spoken = ["grpc", "https", "http2", "http"].find((protocol) => name.startsWith(protocol));
  const protocol = spoken ?? USUAL.get(port);
  return protocol === undefined ? undefined : addition(
    ["spec", "ports", index, "appProtocol"],
    protocol,
    `Set appProtocol to ${protocol}, which ${spoken ? "its name" : "its number"} makes likely`,
  );
}
