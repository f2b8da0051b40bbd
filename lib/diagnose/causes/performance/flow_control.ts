import type { ProxyObservation, Target } from "../../../connectivity/mod.ts";
import { isRecord } from "../../../core/mod.ts";
import { edgeLabel } from "../../../traffic/mod.ts";
import { envoyFiltersFor } from "../../case/envoy_filters.ts";
import { resourceOf } from "../../case/objects.ts";
import type { Fact } from "../../cause.ts";
import { definePerformanceCause } from "../../performance/cause.ts";
import { timed } from "../../performance/facts.ts";
import { slowParts } from "../../performance/path_part.ts";

/** Bytes on their way below which a window holds back a transfer over any but the shortest way. */
const SMALL_WINDOW = 256 * 1024;

/** Large bodies wait for the window of an HTTP/2 connection. */
export const flowControl = definePerformanceCause({
  id: "MM-P17",
  name: "flow-control-holds-transfer",
  title: "Flow control holds large transfers back",
  category: "configuration",
  severity: "low",
  docs: {
    why:
      "On an HTTP/2 connection only so many bytes may be on their way before the other side has confirmed " +
      "some. A small window caps a transfer at window / round trip, whatever the network can carry.",
    symptom:
      "Large requests or answers are slow, small ones are fast; flow_control_paused_reading counters grow.",
    remedy:
      "Raise initial_stream_window_size and initial_connection_window_size where an EnvoyFilter lowers them; " +
      "else look at who reads slowly.",
    verify: "Throughput of large bodies rises, and the counters stand still.",
  },

  *consider(of) {
    for (
      const { edge, of: { walk, clients, servers }, part, slow, timings } of slowParts(of, [
        "upload",
        "transfer",
      ])
    ) {
      const windows = walk.targets.flatMap((target) => smallWindow(target) ?? []);
      const facts = [
        ...windows.map((bytes): Fact => ({
          weight: "proven",
          source: `${walk.proxy?.folder}/config_dump.json`,
          detail: `initial_stream_window_size ${bytes} on the way to the server`,
        })),
        ...[...clients, ...servers].flatMap(paused),
      ];
      if (facts.length === 0) continue;
      const pods = [...clients, ...servers].flatMap(({ pod }) => pod ?? []);
      const filters = windows.length === 0
        ? []
        : clients.flatMap(({ pod }) => pod ? envoyFiltersFor(of.mesh, pod) : []);
      yield {
        objects: [...filters, ...pods].map((each) => resourceOf(each)),
        title:
          `${slow.length} of ${timings.length} requests ${edgeLabel(edge)} wait for flow control ` +
          (part === "upload" ? "of large requests" : "of large answers"),
        facts: [
          ...facts,
          ...timed(slow, {
            weight: "likely",
            what: "carrying bytes",
            msOf: ({ parts }) => parts[part],
          }),
        ],
        remedy: { title: windows.length > 0 ? "Raise the windows" : "Find out who reads slowly" },
      };
    }
  },
});

/** The window of a target's streams, where somebody made it small. */
function smallWindow({ envoyCluster }: Target): number | undefined {
  for (const { value } of envoyCluster?.typedExtensionProtocolOptions.values() ?? []) {
    const explicit = value["explicit_http_config"];
    const http2 = isRecord(explicit) ? explicit["http2_protocol_options"] : undefined;
    const bytes = isRecord(http2) ? http2["initial_stream_window_size"] : undefined;
    if (typeof bytes === "number" && bytes < SMALL_WINDOW) return bytes;
  }
  return undefined;
}

function paused({ folder, stats }: ProxyObservation): Fact[] {
  const counters = [...stats ?? []].filter(([name, value]) =>
    name.endsWith("flow_control_paused_reading_total") && value > 0
  );
  return counters.slice(0, 3).map(([name, value]) => ({
    weight: "likely",
    source: `${folder}/stats.json`,
    detail: `${name} ${value}`,
  }));
}
