import { type Case, isGateway } from "../../../connectivity/mod.ts";
import { formatPath, valueAt } from "../../../core/mod.ts";
import type { DestinationRuleTrafficPolicyTls } from "../../../mesh/mod.ts";
import { gapOfKind } from "../../analysis/gap_of_kind.ts";
import { edit, label, resourceOf } from "../../case/objects.ts";
import { logged } from "../../case/signs.ts";
import { tlsEdges } from "../../case/tls_edges.ts";
import { defineCause } from "../../cause.ts";

/** The certificate that a DestinationRule names for outbound TLS does not reach the caller's proxy. */
export const clientCredentialMissing = defineCause({
  id: "MM-T17",
  name: "client-credential-missing",
  title: "credentialName of a DestinationRule does not reach the proxy",
  category: "security",
  severity: "high",
  explains: ["MM-R27", "MM-C10", "MM-C20", "MM-C46", "MM-X15"],
  docs: {
    why:
      "A sidecar gets credentialName only by a DestinationRule with a workloadSelector; without one istiod " +
      "leaves the TLS settings out and the sidecar sends plain text. With one, or at a gateway, the Secret must " +
      "be in the namespace of the proxy's pod.",
    symptom:
      "Plain text where TLS was meant (400, reset), or 503 UF: secret is not supplied by SDS.",
    remedy:
      "Give the rule a workloadSelector, and create the Secret in the namespace of the workload.",
    verify: "istioctl proxy-config secret shows the credential as ACTIVE.",
    links: [
      "https://istio.io/latest/docs/reference/config/networking/destination-rule/#ClientTLSSettings",
    ],
  },

  *consider(of) {
    const pod = (of.onward ?? of.walk).proxy?.pod;
    if (!pod) return;
    for (const { tls: { from, path, mode }, parsed } of tlsEdges(of)) {
      const settings = from && valueAt(from.object, path);
      const { credentialName } = (settings ?? {}) as DestinationRuleTrafficPolicyTls;
      const isPrivate = credentialName && !credentialName.includes("://");
      if (!from || !isPrivate || mode !== "SIMPLE" && mode !== "MUTUAL") continue;
      const isSelective = Object.keys(from.spec.workloadSelector?.matchLabels ?? {}).length > 0;
      const reason = !isGateway(pod) && !isSelective
        ? "the rule has no workloadSelector, so that sidecars leave its TLS settings out and send plain text"
        : isMissing(of, pod.namespace, credentialName)
        ? `there is no Secret ${credentialName} in ${pod.namespace}`
        : undefined;
      if (!reason) continue;
      const object = resourceOf(from, formatPath([...path, "credentialName"]));
      yield {
        objects: [
          object,
          { kind: "Secret", namespace: pod.namespace, name: credentialName },
          resourceOf(pod),
        ],
        title: `${label(object)} names credential ${credentialName} for ${parsed.host}: ${reason}`,
        facts: [
          { weight: "proven", source: label(object), detail: reason },
          ...logged(of, { side: "client", flags: ["UF", "UC", "UPE"] }),
        ],
        remedy: {
          title: isSelective || isGateway(pod)
            ? `Create Secret ${credentialName} in ${pod.namespace}`
            : "Give the rule a workloadSelector",
          action: isSelective || isGateway(pod)
            ? `kubectl -n ${pod.namespace} create secret generic ${credentialName} ` +
              "--from-file=tls.crt=FILE --from-file=tls.key=FILE --from-file=ca.crt=FILE"
            : edit(object),
        },
      };
      return;
    }
  },
});

/** Whether a Secret is not there; never where Secrets were not read. */
function isMissing({ mesh }: Case, namespace: string, name: string): boolean {
  return !gapOfKind(mesh.gaps, "Secret") && mesh.list("Secret").length > 0 &&
    mesh.get("Secret", namespace, name) === undefined;
}
