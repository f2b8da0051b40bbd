import { isReady, type Resource } from "../../../mesh/mod.ts";
import { upstreamOf } from "../../../traffic/mod.ts";
import { protocolObjects } from "../../case/ports.ts";
import { resourceOf } from "../../case/objects.ts";
import type { PerformanceCase } from "../../performance/case.ts";
import { definePerformanceCause } from "../../performance/cause.ts";
import { timed } from "../../performance/facts.ts";
import { ownMs, slowIn } from "../../performance/slowness.ts";
import { cpuShortage } from "../../performance/usage.ts";

/** Share of the traffic from which one pod of several carries too much. */
const MOST = 0.8;

/** Fewest requests, and bytes, from which their distribution says something. */
const ENOUGH_REQUESTS = 50;
const ENOUGH_BYTES = 1_000_000;

/** Long connections bind callers to one pod, while others are idle. */
export const unevenLoad = definePerformanceCause({
  id: "MM-P06",
  name: "uneven-load",
  title:
    "One pod carries nearly all of the load, because connections are balanced instead of requests",
  category: "configuration",
  severity: "high",
  explains: ["MM-P02", "MM-C55"],
  docs: {
    why:
      "On a port that is treated as TCP a proxy balances connections, and so does Kubernetes for a caller " +
      "without a proxy. A gRPC or HTTP/2 client opens one and keeps it, so that all of its requests go to one " +
      "pod, and new pods get none.",
    symptom:
      "One pod is busy and slow, its siblings are idle; the port is named tcp-… or has no name, or the caller " +
      "has no proxy.",
    remedy:
      "Declare the protocol (appProtocol: grpc or http2), so that requests are balanced, and give callers a " +
      "proxy; else let connections end now and then (maxConnectionDuration).",
    verify: "The load spreads over the pods.",
  },

  *consider(of) {
    const [service] = of.services;
    const edge = of.edges.find(({ of: { walk, client } }) =>
      client === undefined || walk.verdict === "forward" && !walk.isHttp
    );
    const ready = of.pods.filter(isReady);
    if (!edge || !service || ready.length < 2) return;
    const isOpaque = edge.of.client !== undefined;
    const loads = isOpaque ? bytesByPod(of) : requestsByPod(of);
    const [pod, most] = [...loads].sort((a, b) => b[1] - a[1])[0] ?? [];
    const all = [...loads.values()].reduce((sum, load) => sum + load, 0);
    const enough = isOpaque ? ENOUGH_BYTES : ENOUGH_REQUESTS;
    if (!pod || most === undefined || all < enough || most < MOST * all) return;
    const slow = slowIn(
      of.timings.filter((timing) => timing.server?.proxy.pod === pod),
      ownMs,
    );
    const starved = of.usage.filter((usage) => usage.pod === pod).flatMap(cpuShortage);
    if (slow.length === 0 && starved.length === 0) return;
    const share = `${Math.round(100 * most / all)} % of the ${isOpaque ? "bytes" : "requests"}`;
    yield {
      isSilent: starved.length > 0,
      objects: [
        ...(isOpaque ? protocolObjects(edge.of) : [resourceOf(service.resource)]),
        resourceOf(pod),
      ],
      title: `${share} to ${of.label} went to ${pod.name}, one of ${ready.length} ready pods: ${
        isOpaque ? "the port is" : "its callers without a proxy are"
      } balanced by connection`,
      facts: [
        {
          weight: "decisive",
          source: "access logs",
          detail: `${share} went to ${pod.namespace}/${pod.name}`,
          explains: slow.map(({ exchange }) => exchange),
        },
        ...timed(slow, { weight: "likely", what: "there", msOf: ownMs }),
        ...starved,
      ],
      remedy: {
        title: isOpaque
          ? "Declare the port's protocol with appProtocol"
          : "Give the callers a proxy, which balances requests",
      },
    };
  },
});

/** Bytes of connections by the pod that they ended at; of pods that got none too. */
function bytesByPod({ mesh, pods, edges }: PerformanceCase): Map<Resource<"Pod">, number> {
  const loads = new Map(pods.map((pod) => [pod, 0]));
  for (const { client } of edges.flatMap(({ of }) => of.exchanges)) {
    if (!client) continue;
    const { bytesReceived = 0, bytesSent = 0, upstreamHost } = client.entry;
    const pod = mesh.podAt(upstreamHost.replace(/:\d+$/, ""));
    if (pod) loads.set(pod, (loads.get(pod) ?? 0) + bytesReceived + bytesSent);
  }
  return loads;
}

/** Requests in HTTP/2 by the pod that answered them. */
function requestsByPod({ mesh, pods, timings }: PerformanceCase): Map<Resource<"Pod">, number> {
  const loads = new Map(pods.map((pod) => [pod, 0]));
  for (const timing of timings) {
    if (timing.server?.entry.protocol !== "HTTP/2") continue;
    const pod = mesh.podAt(upstreamOf(timing) ?? "");
    if (pod) loads.set(pod, (loads.get(pod) ?? 0) + 1);
  }
  return loads;
}
