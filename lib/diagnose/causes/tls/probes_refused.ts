import { effectiveMtls } from "../../../auth/mod.ts";
import { type Case, containerPortNamed } from "../../../connectivity/mod.ts";
import { toPointer } from "../../../core/mod.ts";
import { hasProxy, isReady, PROXY_CONTAINER, type Resource } from "../../../mesh/mod.ts";
import { label, resourceOf, workloadsOf } from "../../case/objects.ts";
import { logged } from "../../case/signs.ts";
import { defineCause, type Fact } from "../../cause.ts";
import { eventFact, eventsAbout } from "../../lifecycle/events.ts";
import { podsOnTheWay } from "../../lifecycle/harm.ts";

const REWRITE = "sidecar.istio.io/rewriteAppHTTPProbers";

/** The kubelet's probes meet STRICT mTLS, because they are not rewritten. */
export const probesRefused = defineCause({
  id: "MM-T19",
  name: "probes-refused-by-strict",
  title: "The kubelet's probes meet STRICT mTLS",
  category: "security",
  severity: "high",
  explains: ["MM-C01", "MM-I16", "MM-C54", "MM-R02"],
  docs: {
    why:
      "The kubelet probes in plain text. The injector lets HTTP probes go to the agent, which is not captured; " +
      "where rewriteAppHTTPProbers is false they go to the application's port, and STRICT refuses them.",
    symptom:
      "Pods are not ready, events say that the probe failed; the proxy logs NR filter_chain_not_found.",
    remedy: 'Set sidecar.istio.io/rewriteAppHTTPProbers: "true", and restart the workload.',
    verify: "The pods turn ready.",
    links: ["https://istio.io/latest/docs/ops/configuration/mesh/app-health-check/"],
  },

  *consider(of) {
    for (const pod of podsOnTheWay(of).server) {
      if (isReady(pod) || !hasProxy(pod)) continue;
      const events = refusedProbes(of, pod);
      if (events.length === 0 && pod.annotations[REWRITE] !== "false") continue;
      const probed = probedPorts(pod).map((port) => ({
        port,
        mtls: effectiveMtls(of.mesh, pod, port),
      })).find(({ mtls }) => mtls.mode === "STRICT");
      if (!probed) continue;
      const { port, mtls: { from } } = probed;
      const [workload] = workloadsOf(of.mesh, [pod]);
      const path = `metadata.annotations["${REWRITE}"]`;
      yield {
        objects: [
          ...(workload ? [{ ...workload, path: `spec.template.${path}` }] : []),
          resourceOf(pod, path),
          ...(from ? [resourceOf(from)] : []),
        ],
        title: `the kubelet probes port ${port} of ${pod.namespace}/${pod.name} in plain text, ` +
          `which takes only mTLS${from ? ` (${label(resourceOf(from))})` : ""}`,
        facts: [
          {
            weight: "proven",
            source: `Pod ${pod.namespace}/${pod.name} spec.containers`,
            detail: `probes go to port ${port}, which is STRICT, and not to the agent; ` +
              "the pod is not ready",
          },
          ...events,
          ...logged(of, { side: "client", flags: ["UH"] }),
        ],
        remedy: {
          title: "Let the injector rewrite the probes",
          ...(workload && pod.annotations[REWRITE] !== undefined
            ? {
              action:
                `kubectl -n ${pod.namespace} patch ${workload.kind.toLowerCase()} ${workload.name} ` +
                `--type=json -p '${JSON.stringify([{ op: "remove", path: ANNOTATION }])}'`,
            }
            : {}),
        },
      };
      return;
    }
  },
});

const ANNOTATION = toPointer(["spec", "template", "metadata", "annotations", REWRITE]);

/** Port of the agent, to which the injector lets probes go. */
const AGENT_PORT = 15020;

/** Ports of the application that the kubelet asks itself. */
function probedPorts(pod: Resource<"Pod">): number[] {
  return (pod.spec.containers ?? []).filter(({ name }) => name !== PROXY_CONTAINER)
    .flatMap(({ readinessProbe, startupProbe, livenessProbe }) =>
      [readinessProbe, startupProbe, livenessProbe].flatMap((probe) => {
        const port = probe?.httpGet?.port ?? probe?.grpc?.port;
        const number = typeof port === "string" ? containerPortNamed(pod, port) : port;
        return number === undefined || number === AGENT_PORT ? [] : [number];
      })
    );
}

/** The last event by which a probe was cut off, as a proxy does that has no filter chain for it. */
function refusedProbes({ mesh }: Case, pod: Resource<"Pod">): Fact[] {
  return eventsAbout(mesh, pod).filter(({ object: { reason = "", message = "" } }) =>
    reason === "Unhealthy" && /probe failed.*(?:EOF|reset by peer)/is.test(message)
  ).slice(-1).map(eventFact);
}
