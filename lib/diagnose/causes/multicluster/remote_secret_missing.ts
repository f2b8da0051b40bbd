import { gapOfKind } from "../../analysis/gap_of_kind.ts";
import type { Case } from "../../../connectivity/mod.ts";
import { ownCluster, remoteServices } from "../../case/clusters.ts";
import { hasUsableEndpoint, serviceOf } from "../../case/case_facts.ts";
import { defineCause, type Fact } from "../../cause.ts";
import { resourceOf } from "../../case/objects.ts";
import { logged } from "../../case/signs.ts";
import type { Resource } from "../../../mesh/mod.ts";

const LABEL = "istio/multiCluster";

/** What `istioctl create-remote-secret` writes beside the label. */
const CLUSTER_ANNOTATION = "networking.istio.io/cluster";

/** istiod does not read the cluster in which the pods of the service are. */
export const remoteSecretMissing = defineCause({
  id: "MM-M01",
  name: "remote-secret-missing",
  title: "istiod does not read the cluster that has the pods",
  category: "configuration",
  severity: "critical",
  explains: ["MM-C01", "MM-C02", "MM-C14", "MM-C15", "MM-C40", "MM-M11"],
  docs: {
    why:
      "istiod reads another cluster's endpoints through a Secret with that cluster's kubeconfig, " +
      "labelled istio/multiCluster=true in the control plane's namespace. Without it the remote pods do " +
      "not exist for the mesh.",
    symptom: "503 UH for services whose pods are in the other cluster; clusterz does not list it.",
    remedy: "Create the remote secret of that cluster.",
    verify: "istioctl remote-clusters shows the cluster as synced.",
    links: ["https://istio.io/latest/docs/setup/install/multicluster/"],
  },

  *consider(of) {
    const service = serviceOf(of);
    const { clusters } = of.controlPlane;
    if (!service || !clusters || hasUsableEndpoint(of)) return;
    const known = new Set(clusters.map(({ id }) => id));
    const { ofObjects } = ownCluster(of);
    const secrets = of.mesh.list("Secret", of.mesh.istioNamespace)
      .filter(({ cluster }) => cluster === ofObjects);
    const home = homeOf(of, service, known, secrets);
    if (!home) return;
    const { cluster, facts } = home;
    const { namespace, name } = service;
    const labelled = secrets.filter(({ labels }) => labels[LABEL] === "true");
    const unlabelled = secrets.find((secret) => isMeantFor(secret, cluster));
    yield {
      objects: [
        unlabelled ? resourceOf(unlabelled, "metadata.labels") : {
          kind: "Secret",
          namespace: of.mesh.istioNamespace,
          name: `istio-remote-secret-${cluster}`,
        },
        resourceOf(service),
        ...labelled.map((secret) => resourceOf(secret)),
      ],
      title:
        `the pods of ${namespace}/${name} are in cluster ${cluster}, which istiod does not read`,
      facts: [
        {
          weight: "decisive",
          source: "istiod/debug/clusterz.json",
          detail: `istiod reads ${[...known].sort().join(", ")}, not ${cluster}`,
        },
        ...(secrets.length === 0 && gapOfKind(of.mesh.gaps, "Secret") ? [] : [{
          weight: "proven" as const,
          source: `Secrets of ${of.mesh.istioNamespace}`,
          detail: unlabelled
            ? `${unlabelled.name} is for ${cluster}, but has no label ${LABEL}=true`
            : labelled.length === 0
            ? `no Secret has the label ${LABEL}=true`
            : `remote secrets: ${labelled.map((s) => s.name).join(", ")}`,
        }]),
        ...facts,
        ...logged(of, { side: "client", flags: ["UH"] }),
      ],
      remedy: unlabelled
        ? {
          title: `Label the remote secret of ${cluster}`,
          action:
            `kubectl -n ${unlabelled.namespace} label secret ${unlabelled.name} ${LABEL}=true`,
        }
        : {
          title: `Create the remote secret of ${cluster}`,
          action: `istioctl create-remote-secret --context=${cluster} --name=${cluster} | ` +
            "kubectl apply -f -",
        },
    };
  },
});

/** The cluster that has the pods and that istiod does not read, and what shows it. */
function homeOf(
  of: Case,
  service: Resource<"Service">,
  known: ReadonlySet<string>,
  secrets: readonly Resource<"Secret">[],
): { readonly cluster: string; readonly facts: readonly Fact[] } | undefined {
  const seen = remoteServices(of).find(({ cluster, pods }) =>
    !known.has(cluster) && pods.length > 0
  );
  if (seen) {
    const { cluster, pods } = seen;
    const detail = `${pods.length} pods, such as ${pods[0]!.namespace}/${pods[0]!.name}`;
    return { cluster, facts: [{ weight: "proven", source: `clusters/${cluster}`, detail }] };
  }
  // Without a selector the addresses are somebody's own, and not those of another cluster's pods.
  if (hasOwnPods(of, service) || Object.keys(service.spec.selector ?? {}).length === 0) {
    return undefined;
  }
  const meant = secrets.map(({ annotations }) => annotations[CLUSTER_ANNOTATION])
    .find((cluster) => cluster !== undefined && !known.has(cluster));
  if (meant !== undefined) return { cluster: meant, facts: [] };
  const lost = of.controlPlane.forgottenClusters.find((cluster) => !known.has(cluster));
  return lost === undefined ? undefined : {
    cluster: lost,
    facts: [{
      weight: "likely",
      source: "istiod/metrics.prom",
      detail: `istiod has read ${lost} before, and does not any more`,
    }],
  };
}

/** Whether the caller's own cluster has pods of the service, or some that may be meant. */
function hasOwnPods(of: Case, { namespace, name, spec: { selector = {} } }: Resource<"Service">) {
  const { ofObjects } = ownCluster(of);
  const values = new Set([name, ...Object.values(selector)]);
  return of.mesh.list("Pod", namespace).some((pod) =>
    pod.cluster === ofObjects &&
    (pod.name.startsWith(`${name}-`) || Object.values(pod.labels).some((each) => values.has(each)))
  );
}

function isMeantFor({ annotations, labels }: Resource<"Secret">, cluster: string): boolean {
  return annotations[CLUSTER_ANNOTATION] === cluster && labels[LABEL] !== "true";
}
