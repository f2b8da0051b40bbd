import { effectiveMtls } from "../../../auth/mod.ts";
import { hasProxy, isAmbient } from "../../../mesh/mod.ts";
import { REJECTED_PLAIN_TEXT } from "../../case/ambient.ts";
import { serversOf } from "../../case/case_facts.ts";
import { resourceOf, workloadsOf } from "../../case/objects.ts";
import { logged } from "../../case/signs.ts";
import { defineCause } from "../../cause.ts";

/** A caller outside the mesh speaks plain text to a server in ambient mode that takes only mTLS. */
export const plaintextRefusedByZtunnel = defineCause({
  id: "MM-Z14",
  name: "plaintext-refused-by-ztunnel",
  title: "The server's ztunnel takes only mTLS, and the caller has none",
  category: "security",
  severity: "high",
  explains: ["MM-T01", "MM-Z13", "MM-A04", "MM-I01", "MM-I03"],
  docs: {
    why:
      "For pods in ambient mode istiod turns a STRICT PeerAuthentication into a policy that denies whoever " +
      "shows no identity. A caller that is neither in ambient mode nor has a sidecar can show none.",
    symptom:
      "Connection reset; the server's ztunnel logs: explicitly denied by istio_converted_static_strict or " +
      "converted_peer_authentication.",
    remedy: "Bring the caller into the mesh, or make that one port PERMISSIVE.",
    verify: "ztunnel logs the connection with the caller's identity.",
    links: ["https://istio.io/latest/docs/ambient/usage/l4-policy/"],
  },

  *consider(of) {
    const seen = logged(of, { transport: REJECTED_PLAIN_TEXT });
    const isBare = of.caller.dataPlane === "none";
    const strict = serversOf(of).filter(({ pod }) => isAmbient(pod) && !hasProxy(pod))
      .map((server) => ({ ...server, mtls: effectiveMtls(of.mesh, server.pod, server.port) }))
      .find(({ mtls }) => mtls.mode === "STRICT");
    if (seen.length === 0 && (!isBare || !strict || of.exchanges.length > 0)) return;
    const { from, path = [] } = strict?.mtls ?? {};
    const server = strict?.pod ?? serversOf(of)[0]?.pod;
    yield {
      objects: [
        ...(from ? [resourceOf(from, path.join("."))] : []),
        ...workloadsOf(of.mesh, of.caller.pods.slice(0, 1)),
        ...of.caller.pods.slice(0, 1).map((pod) => resourceOf(pod)),
        ...(server ? [resourceOf(server)] : []),
      ],
      title: `${of.caller.label} speaks plain text to ${
        server ? `${server.namespace}/${server.name}` : of.destination.host
      }, whose ztunnel takes only mTLS${
        from ? ` by PeerAuthentication ${from.namespace}/${from.name}` : ""
      }`,
      facts: [
        ...seen,
        ...(strict && isBare
          ? [{
            weight: "proven" as const,
            source: from ? `PeerAuthentication ${from.namespace}/${from.name}` : "mesh defaults",
            detail:
              `port ${strict.port} of ${strict.pod.name} is STRICT; the caller is not in the mesh`,
          }]
          : []),
      ],
      remedy: {
        title: `Bring ${of.caller.label} into the mesh, or make the port PERMISSIVE`,
        ...(of.caller.namespace
          ? {
            action:
              `kubectl label namespace ${of.caller.namespace} istio.io/dataplane-mode=ambient`,
          }
          : {}),
      },
    };
  },
});
