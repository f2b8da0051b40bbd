import type { Case } from "../../../connectivity/mod.ts";
import type { Resource } from "../../../mesh/mod.ts";
import { resourceOf, workloadsOf } from "../../case/objects.ts";
import { logged } from "../../case/signs.ts";
import { defineCause, type Fact } from "../../cause.ts";
import { podsOnTheWay } from "../../lifecycle/harm.ts";

/** Words of the agent whose certificate request istiod answered with no; not of one that had no answer. */
const REJECTED =
  /(?:generate workload certificate|create certificate|sign CSR|failed to sign)[^\n]*code = (?:Unauthenticated|PermissionDenied|InvalidArgument|FailedPrecondition|Internal)\b[^\n]*/i;

const AT_ISTIOD =
  /(?:Failed to authenticate client|authenticat\w+ fail\w+|CSR signing error|could not validate the token|TokenReview)[^\n]*/i;

/** istiod refuses to sign a proxy's certificate. */
export const certificateRequestRejected = defineCause({
  id: "MM-T11",
  name: "certificate-request-rejected",
  title: "istiod rejects a proxy's request for a certificate",
  category: "security",
  severity: "critical",
  explains: ["MM-I16", "MM-X02", "MM-X15", "MM-T09", "MM-C01"],
  docs: {
    why:
      "The proxy's agent proves the pod's identity to istiod by a service account token for the audience " +
      "istio-ca. Where the token is not mounted, is for another audience or issuer, or its account is gone, " +
      "istiod signs nothing, and the proxy never becomes ready.",
    symptom:
      "The agent logs failed to generate workload certificate … Unauthenticated; the pod is not ready.",
    remedy:
      "Mount the istio-token with audience istio-ca, restore the service account, and let istiod review tokens.",
    verify: "The proxy has a certificate, and becomes ready.",
  },

  *consider(of) {
    const { caller, server } = podsOnTheWay(of);
    for (const pod of new Set([...caller, ...server])) {
      const rejection = rejectionOf(of, pod);
      if (!rejection) continue;
      const account = pod.spec.serviceAccountName ?? "default";
      yield {
        objects: [
          resourceOf(pod),
          ...workloadsOf(of.mesh, [pod]),
          { kind: "ServiceAccount", namespace: pod.namespace, name: account },
        ],
        title: `istiod refuses to sign the certificate of ${pod.namespace}/${pod.name}`,
        facts: [
          rejection,
          ...tokenFacts(of.mesh.get("ServiceAccount", pod.namespace, account), pod),
          ...atIstiod(of),
          ...(server.includes(pod) ? logged(of, { side: "client", flags: ["UH"] }) : []),
        ],
        remedy: {
          title: `Look at the token and service account ${account} of the pod`,
          action: `kubectl -n ${pod.namespace} get serviceaccount ${account} && ` +
            `kubectl -n ${of.mesh.istioNamespace} logs deployment/istiod | grep -i authenticat`,
        },
      };
      return;
    }
  },
});

function rejectionOf(of: Case, pod: Resource<"Pod">): Fact | undefined {
  const proxy = [...of.clients, ...of.servers].find((each) => each.pod === pod);
  // A certificate that came later shows that the request was taken in the end.
  if (!proxy?.log || (proxy.certificates?.own.length ?? 0) > 0) return undefined;
  const last = proxy.log.messages.findLast(({ text }) => REJECTED.test(text));
  return last && {
    weight: "decisive",
    source: `${proxy.folder}/access.log`,
    detail: REJECTED.exec(last.text)![0].slice(0, 300),
  };
}

function tokenFacts(account: Resource<"ServiceAccount"> | undefined, pod: Resource<"Pod">): Fact[] {
  const name = pod.spec.serviceAccountName ?? "default";
  const audiences = (pod.spec.volumes ?? []).flatMap(({ projected }) =>
    (projected?.sources ?? []).flatMap(({ serviceAccountToken }) =>
      serviceAccountToken ? [serviceAccountToken.audience ?? ""] : []
    )
  );
  return [
    ...(account ? [] : [{
      weight: "possible" as const,
      source: `ServiceAccounts of ${pod.namespace}`,
      detail: `there is no ${name}`,
    }]),
    ...(audiences.includes("istio-ca") ? [] : [{
      weight: "possible" as const,
      source: `Pod ${pod.namespace}/${pod.name} spec.volumes`,
      detail: `no token for the audience istio-ca; there are ${
        audiences.filter(Boolean).join(", ") || "none with an audience"
      }`,
    }]),
  ];
}

function atIstiod({ controlPlane: { log } }: Case): Fact[] {
  const line = log?.split("\n").findLast((each) => AT_ISTIOD.test(each));
  return line === undefined ? [] : [{
    weight: "likely",
    source: "istiod/istiod.log",
    detail: AT_ISTIOD.exec(line)![0].slice(0, 300),
  }];
}
