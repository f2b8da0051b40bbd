import { compare, counted } from "../../../core/mod.ts";
import type { Mesh, Resource } from "../../../mesh/mod.ts";
import { edgeLabel, type Timing } from "../../../traffic/mod.ts";
import { resourceOf } from "../../case/objects.ts";
import { definePerformanceCause } from "../../performance/cause.ts";
import { timed } from "../../performance/facts.ts";
import { podOf } from "../../performance/places.ts";
import { NOISE_MS, quantile } from "../../performance/slowness.ts";

const ZONE = "topology.kubernetes.io/zone";

/** Fewest requests within and across zones before they are compared. */
const COMPARABLE = 3;

/** Requests that leave their zone take much longer than those that stay. */
export const crossZone = definePerformanceCause({
  id: "MM-P11",
  name: "cross-zone-latency",
  title: "Requests that cross zones take much longer",
  category: "network",
  severity: "low",
  explains: ["MM-P03"],
  docs: {
    why:
      "Without locality load balancing a proxy spreads its requests over all zones. Each that leaves the zone " +
      "pays the way, and the transfer.",
    symptom:
      "The time between the proxies is much longer where caller and server are in different zones.",
    remedy:
      "Set localityLbSetting with outlierDetection in the DestinationRule, and have pods in every zone.",
    verify: "Most requests stay in their zone.",
    links: ["https://istio.io/latest/docs/tasks/traffic-management/locality-load-balancing/"],
  },

  *consider(of) {
    const slow = of.edges.flatMap(({ edge, timings: all }) => {
      const timings = all.filter(({ isSplit }) => isSplit);
      const across = timings.filter((timing) => isAcross(of.mesh, timing) === true);
      const within = timings.filter((timing) => isAcross(of.mesh, timing) === false);
      if (across.length < COMPARABLE || within.length < COMPARABLE) return [];
      const [far = 0, near = 0] = [across, within].map((some) =>
        quantile(some.map(({ parts }) => parts.network), 0.5)
      );
      return far - near < NOISE_MS ? [] : [{ edge, across, far, near }];
    }).sort((a, b) => b.far - a.far);
    const [worst, ...others] = slow;
    if (!worst) return;
    yield {
      objects: of.services.map(({ resource }) => resourceOf(resource)),
      title:
        `${edgeLabel(worst.edge)}: the way to another zone takes ${worst.far} ms, within the ` +
        `zone ${worst.near} ms${
          others.length === 0 ? "" : `; ${counted(others.length, "more caller")} alike`
        }`,
      facts: [
        ...others.map(({ edge, far, near }) => ({
          weight: "likely" as const,
          source: "access logs",
          detail: `${edgeLabel(edge)}: ${far} ms to another zone, ${near} ms within`,
        })),
        ...timed(slow.flatMap(({ across }) => across), {
          weight: "proven",
          what: "on the way to another zone",
          msOf: ({ parts }) => parts.network,
          side: "client",
        }).sort((a, b) => compare(a.source, b.source)),
      ],
      remedy: { title: "Prefer endpoints of the caller's own zone" },
    };
  },
});

/** Whether caller and server are in different zones; `undefined` where that is not known. */
function isAcross(mesh: Mesh, timing: Timing): boolean | undefined {
  const [from, to] = [timing.exchange.client?.proxy.pod, podOf(mesh, timing)]
    .map((pod) => pod && zoneOf(mesh, pod));
  return from && to ? from !== to : undefined;
}

function zoneOf(
  mesh: Mesh,
  { spec: { nodeName }, labels, cluster }: Resource<"Pod">,
): string | undefined {
  return (nodeName && mesh.get("Node", "", nodeName, cluster)?.labels[ZONE]) || labels[ZONE];
}
