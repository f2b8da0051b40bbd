import { announcesMtls, clientTls } from "../../../auth/mod.ts";
import type { Case } from "../../../connectivity/mod.ts";
import { hasProxy, isReady, networkOf, type Resource } from "../../../mesh/mod.ts";
import {
  gatewaysInto,
  ownNetwork,
  type RemoteService,
  remoteServices,
} from "../../case/clusters.ts";
import { hasUsableEndpoint, lastTargets } from "../../case/case_facts.ts";
import { defineCause, type Fact, type Hypothesis } from "../../cause.ts";
import { resourceOf, workloadsOf } from "../../case/objects.ts";
import { logged } from "../../case/signs.ts";

/** The pods are in another network, and the connection to them would be plain text. */
export const plaintextAcrossNetworks = defineCause({
  id: "MM-M10",
  name: "plaintext-across-networks",
  title: "Pods of another network are called without mTLS",
  category: "configuration",
  severity: "high",
  explains: ["MM-C01", "MM-C02"],
  docs: {
    why:
      "East-west gateways tell by the server name of Istio's mTLS where a connection goes. istiod leaves out " +
      "every endpoint of another network to which the caller's proxy would speak plain text: by a " +
      "DestinationRule, or because the pod does not announce mTLS.",
    symptom: "503 UH although the other cluster has ready pods and the gateway is known.",
    remedy: "Use ISTIO_MUTUAL, or leave TLS to Istio; give the pods a sidecar that takes mTLS.",
    verify: "The proxy's endpoints include the gateway of the other network.",
    links: ["https://istio.io/latest/docs/ops/deployment/deployment-models/#multiple-networks"],
  },

  *consider(of) {
    if (hasUsableEndpoint(of) || of.caller.dataPlane === "none") return;
    const own = ownNetwork(of);
    for (const remote of remoteServices(of)) {
      const pods = remote.pods.filter((pod) => isReady(pod) && isElsewhere(of, pod, own));
      const gateways = gatewaysInto(of, remote.cluster) ?? [];
      if (pods.length === 0 || gateways.length === 0) continue;
      yield* byDestinationRule(of, remote);
      yield* byPods(of, remote, pods);
    }
  },
});

function isElsewhere(of: Case, pod: Resource<"Pod">, own: string): boolean {
  const network = networkOf(of.mesh, pod);
  return own !== "" && network !== "" && network !== own;
}

function* byDestinationRule(of: Case, { cluster, service }: RemoteService): Iterable<Hypothesis> {
  const pod = (of.onward ?? of.walk).proxy?.pod;
  if (!pod) return;
  for (const { parsed } of lastTargets(of)) {
    if (!parsed) continue;
    const { host, port, subset } = parsed;
    const { mode, from, path, reason } = clientTls(of.mesh, pod, host, port, subset || undefined);
    if (!from || mode === "auto" || mode === "ISTIO_MUTUAL") continue;
    const object = resourceOf(from, path.join("."));
    yield {
      objects: [object, resourceOf(service)],
      title:
        `DestinationRule ${from.namespace}/${from.name} sets TLS ${mode}, so that the pods in ` +
        `cluster ${cluster}, in another network, are left out`,
      facts: factsOf(of, `DestinationRule ${from.namespace}/${from.name}`, reason),
      remedy: {
        title: "Use ISTIO_MUTUAL towards pods of other networks",
        action: `kubectl -n ${from.namespace} edit destinationrule ${from.name}`,
      },
    };
  }
}

function* byPods(
  of: Case,
  { cluster, service }: RemoteService,
  pods: readonly Resource<"Pod">[],
): Iterable<Hypothesis> {
  const { targetPorts } = of.destination;
  const plain = pods.filter((pod) =>
    !hasProxy(pod) || [...targetPorts].every((port) => !announcesMtls(of.mesh, pod, port))
  );
  if (plain.length < pods.length) return;
  const [first] = plain;
  const why = hasProxy(first!) ? "their PeerAuthentication turns mTLS off" : "they have no sidecar";
  yield {
    objects: [...workloadsOf(of.mesh, plain), resourceOf(service)],
    title: `the pods of ${service.namespace}/${service.name} in cluster ${cluster}, in another ` +
      `network, take no mTLS: ${why}`,
    facts: factsOf(of, `Pod ${first!.namespace}/${first!.name} of cluster ${cluster}`, why),
    remedy: { title: "Let the pods take mTLS: with a sidecar, PERMISSIVE or STRICT" },
  };
}

function factsOf(of: Case, source: string, detail: string): Fact[] {
  return [
    { weight: "proven", source, detail },
    ...logged(of, { side: "client", flags: ["UH"] }),
  ];
}
