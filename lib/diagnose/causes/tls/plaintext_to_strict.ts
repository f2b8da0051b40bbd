import { formatPath } from "../../../core/mod.ts";
import { defineCause } from "../../cause.ts";
import { resourceOf, workloadsOf } from "../../case/objects.ts";
import { patchOf } from "../../case/patch.ts";
import { logged } from "../../case/signs.ts";
import { strictServers } from "../../case/tls_modes.ts";

/** A caller without proxy speaks plain text to a server that takes only mTLS. */
export const plaintextToStrict = defineCause({
  id: "MM-T01",
  name: "plaintext-to-strict",
  title: "A caller without proxy meets STRICT mTLS",
  category: "security",
  severity: "critical",
  docs: {
    why:
      "Under STRICT the server's proxy has no filter chain for plain text and closes the connection. " +
      "A caller without sidecar and outside ambient can only speak plain text.",
    symptom: "Connection reset at the caller; the server's proxy logs NR filter_chain_not_found.",
    remedy: "Bring the caller into the mesh, or make that one port PERMISSIVE.",
    verify: "The server's proxy logs the requests.",
    links: ["https://istio.io/latest/docs/tasks/security/authentication/mtls-migration/"],
  },

  *consider(of) {
    const { caller } = of;
    if (caller.isExternal || caller.dataPlane !== "none") return;
    const [pod] = caller.pods;
    const server = strictServers(of)[0];
    if (!pod || !server) return;
    const { mode, from, path } = server.mtls;
    yield {
      objects: [
        ...(from ? [resourceOf(from, formatPath(path))] : []),
        ...workloadsOf(of.mesh, [pod]),
        resourceOf(pod),
        resourceOf(server.pod),
      ],
      title:
        `${caller.label} has no proxy and speaks plain text, but ${server.pod.namespace}/${server.pod.name} takes only mTLS (${mode}${
          from ? ` by PeerAuthentication ${from.namespace}/${from.name}` : ""
        })`,
      facts: [
        {
          weight: "proven",
          source: from ? `PeerAuthentication ${from.namespace}/${from.name}` : "mesh defaults",
          detail:
            `port ${server.port} of ${server.pod.name} is ${mode}; pod ${pod.name} has no istio-proxy`,
        },
        ...logged(of, { side: "server", details: /filter_chain_not_found/ }),
      ],
      remedy: {
        title: `Inject a proxy into ${caller.label}, or make port ${server.port} PERMISSIVE`,
        action: `kubectl label namespace ${caller.namespace} istio-injection=enabled`,
        patch: patchOf({
          apiVersion: "security.istio.io/v1",
          kind: "PeerAuthentication",
          metadata: { name: "allow-plaintext", namespace: server.pod.namespace },
          spec: {
            selector: { matchLabels: { app: server.pod.labels["app"] } },
            mtls: { mode: "STRICT" },
            portLevelMtls: { [server.port]: { mode: "PERMISSIVE" } },
          },
        }),
      },
    };
  },
});
