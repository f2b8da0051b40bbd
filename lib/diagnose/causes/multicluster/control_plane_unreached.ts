import type { Case } from "../../../connectivity/mod.ts";
import { isReady, type Resource } from "../../../mesh/mod.ts";
import { isRecorded, remoteServices } from "../../case/clusters.ts";
import { hasUsableEndpoint } from "../../case/case_facts.ts";
import { defineCause, type Fact } from "../../cause.ts";
import { resourceOf, workloadsOf } from "../../case/objects.ts";
import { logged } from "../../case/signs.ts";
import { proxyStatus } from "../../lifecycle/containers.ts";

/** The proxies of a cluster without istiod of its own do not come up, for they reach no control plane. */
export const controlPlaneUnreached = defineCause({
  id: "MM-M16",
  name: "remote-proxies-reach-no-istiod",
  title: "The proxies of the other cluster do not reach the control plane",
  category: "network",
  severity: "critical",
  explains: ["MM-C01", "MM-C02", "MM-I16"],
  docs: {
    why:
      "A cluster without istiod of its own is served by that of another cluster, through a Service istiod " +
      "whose endpoints are the address of an east-west gateway. Proxies that cannot reach it get no " +
      "configuration and never become ready.",
    symptom:
      "Pods of the other cluster run and are not ready; their proxies log errors about port 15012.",
    remedy:
      "Expose istiod through the east-west gateway of its cluster, set remotePilotAddress to the gateway's " +
      "address, and open port 15012.",
    verify: "The proxies of the other cluster appear in istioctl proxy-status.",
    links: [
      "https://istio.io/latest/docs/setup/install/multicluster/primary-remote_multi-network/",
    ],
  },

  *consider(of) {
    if (hasUsableEndpoint(of)) return;
    for (const { cluster, service, pods } of remoteServices(of)) {
      const waiting = pods.filter(waitsForProxy);
      if (waiting.length === 0 || pods.some(isReady) || hasIstiod(of, cluster)) continue;
      const ways = waysToIstiod(of, cluster);
      yield {
        objects: [
          ...ways.map((way) => resourceOf(way)),
          ...workloadsOf(of.mesh, waiting),
          resourceOf(service),
        ],
        title:
          `the proxies of ${service.namespace}/${service.name} in cluster ${cluster} do not come ` +
          "up; the cluster has no istiod of its own",
        facts: [
          ...waiting.slice(0, 3).map((pod) => ({
            weight: "proven" as const,
            source: `Pod ${pod.namespace}/${pod.name} of cluster ${cluster}`,
            detail: "istio-proxy runs and is not ready",
          })),
          ...addressesOf(of, ways, cluster),
          ...logged(of, { side: "client", flags: ["UH"] }),
        ],
        remedy: {
          title: "Correct the way of that cluster's proxies to istiod",
          action: `kubectl --context=${cluster} -n ${waiting[0]!.namespace} logs ${
            waiting[0]!.name
          } -c istio-proxy --tail=50`,
        },
      };
    }
  },
});

function waitsForProxy(pod: Resource<"Pod">): boolean {
  const status = proxyStatus(pod);
  return status?.ready === false && status.state?.running !== undefined;
}

function hasIstiod(of: Case, cluster: string): boolean {
  return !isRecorded(of, cluster) ||
    of.mesh.select("Pod", { app: "istiod" }, of.mesh.istioNamespace)
      .some((pod) => pod.cluster === cluster);
}

/** The Services through which a cluster calls istiod: they have its port for proxies. */
function waysToIstiod(of: Case, cluster: string): readonly Resource<"Service">[] {
  return of.mesh.list("Service", of.mesh.istioNamespace).filter((service) =>
    service.cluster === cluster && (service.spec.ports ?? []).some(({ port }) => port === 15012)
  );
}

function addressesOf(
  of: Case,
  ways: readonly Resource<"Service">[],
  cluster: string,
): Fact[] {
  return ways.map(({ namespace, name }) => {
    const addresses = of.mesh.list("EndpointSlice", namespace)
      .filter((slice) =>
        slice.cluster === cluster && slice.labels["kubernetes.io/service-name"] === name
      )
      .flatMap(({ object }) => object.endpoints ?? []).flatMap((each) => each.addresses ?? []);
    return {
      weight: addresses.length === 0 ? "proven" : "possible",
      source: `EndpointSlices of Service ${namespace}/${name} of cluster ${cluster}`,
      detail: addresses.length === 0 ? "no address" : `istiod is called at ${addresses.join(", ")}`,
    };
  });
}
