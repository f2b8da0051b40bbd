import { formatPath } from "../../../core/mod.ts";
import { label, resourceOf } from "../../case/objects.ts";
import { refusedMode } from "../../case/tls_edges.ts";
import { defineCause } from "../../cause.ts";

/** Of two PeerAuthentications of one scope the older decides, and not the one that was meant to. */
export const peerAuthenticationsConflict = defineCause({
  id: "MM-T07",
  name: "peer-authentications-conflict",
  title: "An older PeerAuthentication decides, and not the one that was meant",
  category: "security",
  severity: "medium",
  explains: ["MM-T01", "MM-T02", "MM-T21", "MM-I01"],
  docs: {
    why:
      "In each scope (mesh, namespace, workload) only the oldest PeerAuthentication counts. A newer one with " +
      "another mode has no effect, and nothing says so.",
    symptom:
      "A port takes only mTLS although a PeerAuthentication for it is PERMISSIVE, or the reverse.",
    remedy: "Delete one of the two.",
    verify: "Requests pass.",
    links: ["https://istio.io/latest/docs/reference/config/security/peer_authentication/"],
  },

  *consider(of) {
    const refused = refusedMode(of);
    const deciding = refused?.server.mtls.from;
    if (!refused || !deciding) return;
    const { server: { mtls, pod, port } } = refused;
    const tier = mtls.considered.find(({ policy }) => policy === deciding)?.tier;
    for (const { policy, isUsed, tier: scope } of mtls.considered) {
      const mode = policy.spec.portLevelMtls?.[port]?.mode ?? policy.spec.mtls?.mode;
      const isRival = !isUsed && scope === tier && policy.namespace === deciding.namespace;
      if (!isRival || mode === undefined || mode === "UNSET" || mode === mtls.mode) continue;
      const object = resourceOf(deciding, formatPath(mtls.path));
      const rival = resourceOf(policy, "spec.mtls.mode");
      yield {
        objects: [object, rival, resourceOf(pod)],
        title: `${label(object)} is older than ${label(rival)} and makes port ${port} of ` +
          `${pod.namespace}/${pod.name} ${mtls.mode}, not ${mode}`,
        facts: [
          {
            weight: "proven",
            source: label(rival),
            detail: `${mode} has no effect: ${label(object)} is older and of the same scope`,
          },
          ...refused.facts,
        ],
        remedy: {
          title: "Delete the one that is not meant",
          action: `kubectl -n ${deciding.namespace} delete peerauthentication ${deciding.name}`,
        },
      };
      return;
    }
  },
});
