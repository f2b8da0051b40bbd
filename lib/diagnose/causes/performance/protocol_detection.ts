import type { ProxyObservation } from "../../../connectivity/mod.ts";
import { edgeLabel } from "../../../traffic/mod.ts";
import { edit } from "../../case/objects.ts";
import { protocolObjects } from "../../case/ports.ts";
import type { Fact } from "../../cause.ts";
import { definePerformanceCause } from "../../performance/cause.ts";

/** A proxy waits for a client's first bytes to find out the protocol, and the server would speak first. */
export const protocolDetection = definePerformanceCause({
  id: "MM-P20",
  name: "protocol-detection-delays",
  title: "Connections wait until the protocol is guessed",
  category: "configuration",
  severity: "low",
  docs: {
    why:
      "On a port without a declared protocol the proxy waits for the client's first bytes. Where the server " +
      "speaks first, as mail and database servers do, nothing comes, and the connection goes on only after " +
      "protocolDetectionTimeout.",
    symptom: "Each new connection takes the same time more; downstream_pre_cx_timeout grows.",
    remedy: "Declare the protocol: name the port tcp-…, or set appProtocol.",
    verify: "downstream_pre_cx_timeout stands still.",
    links: [
      "https://istio.io/latest/docs/ops/configuration/traffic-management/protocol-selection/",
    ],
  },

  *consider(of) {
    for (const { edge, of: connection } of of.edges) {
      const { servicePort } = connection.destination;
      if (servicePort?.protocol !== "auto") continue;
      const facts = [...connection.clients, ...connection.servers].flatMap(waited);
      const [object] = protocolObjects(connection);
      if (facts.length === 0 || !object) continue;
      yield {
        isSilent: true,
        objects: [object],
        title: `connections ${
          edgeLabel(edge)
        } wait until the proxy gives up guessing their protocol`,
        facts,
        remedy: {
          title: `Declare the protocol of port ${servicePort.port}`,
          action: edit(object),
        },
      };
    }
  },
});

/** What a proxy counted: connections on which no byte came in time. */
function waited({ folder, stats }: ProxyObservation): Fact[] {
  return [...stats ?? []].filter(([name, value]) =>
    name.startsWith("listener.") && name.endsWith("downstream_pre_cx_timeout") && value > 0
  ).map(([name, value]) => ({
    weight: "likely",
    source: `${folder}/stats.json`,
    detail: `${name} ${value}`,
  }));
}
