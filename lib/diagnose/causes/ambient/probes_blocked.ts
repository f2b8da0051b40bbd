import type { Probe } from "../../../mesh/mod.ts";
import { isAmbient, isReady, type Resource } from "../../../mesh/mod.ts";
import { connectionAllowed } from "../../../network/mod.ts";
import { containerPortNamed } from "../../../connectivity/mod.ts";
import { label, resourceOf } from "../../case/objects.ts";
import { appending } from "../../case/cure.ts";
import { defineCause } from "../../cause.ts";
import { eventFact } from "../../lifecycle/events.ts";
import { podsOnTheWay } from "../../lifecycle/harm.ts";
import { failedProbes } from "./_probes.ts";

/** Where kubelet's probes seem to come from in ambient mode: istio-cni rewrites their source. */
const PROBE_SOURCE = "169.254.7.127";

/** A NetworkPolicy drops kubelet's probes, which come from an address of Istio's in ambient mode. */
export const probesBlocked = defineCause({
  id: "MM-Z02",
  name: "probes-blocked",
  title: "A NetworkPolicy drops the probes of pods in ambient mode",
  category: "network",
  severity: "critical",
  explains: ["MM-C01", "MM-Z18"],
  docs: {
    why:
      `For pods in ambient mode istio-cni gives kubelet's probes the source address ${PROBE_SOURCE}. Rules ` +
      "that let everything from the pod's own node through do not know it, and drop the probes.",
    symptom: "Probes fail from the moment of enrolment, and the pods are not ready.",
    remedy:
      `Let ${PROBE_SOURCE}/32 (fd16:9254:7127:1337:ffff:ffff:ffff:ffff/128) reach the probes' port.`,
    verify: "The pods become ready.",
    links: ["https://istio.io/latest/docs/ambient/usage/networkpolicy/"],
  },

  *consider(of) {
    for (const pod of podsOnTheWay(of).server) {
      if (!isAmbient(pod) || isReady(pod)) continue;
      const [event] = failedProbes(of.mesh, pod);
      const port = probePort(pod);
      if (!event || port === undefined) continue;
      const { blockedBy } = connectionAllowed(of.mesh, {
        from: { ip: PROBE_SOURCE },
        to: pod,
        port,
      });
      const [first] = blockedBy;
      if (!first) continue;
      const objects = blockedBy.map(({ policy }) => resourceOf(policy, "spec.ingress"));
      const from = [{ ipBlock: { cidr: `${PROBE_SOURCE}/32` } }];
      yield {
        objects: [...objects, resourceOf(pod)],
        title:
          `${objects.map(label).join(" and ")} drops the probes of ${pod.namespace}/${pod.name}, ` +
          `which come from ${PROBE_SOURCE}`,
        facts: [
          eventFact(event),
          ...blockedBy.map(({ policy, reason }) => ({
            weight: "proven" as const,
            source: `NetworkPolicy ${policy.namespace}/${policy.name} spec.ingress`,
            detail: reason,
          })),
        ],
        remedy: {
          title: `Let ${PROBE_SOURCE}/32 reach port ${port}`,
          ...appending(first.policy, "spec.ingress", {
            list: first.policy.spec.ingress,
            item: { from, ports: [{ port, protocol: "TCP" }] },
          }),
        },
      };
      return;
    }
  },
});

/** The port of the first probe that connects to one. */
function probePort(pod: Resource<"Pod">): number | undefined {
  for (const { readinessProbe, livenessProbe, startupProbe } of pod.spec.containers ?? []) {
    for (const probe of [readinessProbe, livenessProbe, startupProbe]) {
      const port = portOf(probe);
      const number = typeof port === "string" ? containerPortNamed(pod, port) : port;
      if (number !== undefined) return number;
    }
  }
  return undefined;
}

function portOf(probe: Probe | undefined): number | string | undefined {
  return probe?.httpGet?.port ?? probe?.tcpSocket?.port ?? probe?.grpc?.port;
}
