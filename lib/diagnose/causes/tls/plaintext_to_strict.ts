import { takesHbone } from "../../../connectivity/mod.ts";
import { formatPath } from "../../../core/mod.ts";
import { waypointOnTheWay } from "../../case/ambient.ts";
import { defineCause } from "../../cause.ts";
import { resourceOf, workloadsOf } from "../../case/objects.ts";
import { permissivePort } from "../../case/permissive_port.ts";
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
      "A caller without sidecar and outside ambient can only speak plain text; so does ztunnel towards a " +
      "sidecar that was injected without HBONE.",
    symptom: "Connection reset at the caller; the server's proxy logs NR filter_chain_not_found.",
    remedy: "Bring the caller into the mesh, or make that one port PERMISSIVE.",
    verify: "The server's proxy logs the requests.",
    links: ["https://istio.io/latest/docs/tasks/security/authentication/mtls-migration/"],
  },

  *consider(of) {
    const { caller } = of;
    const isCarried = caller.dataPlane === "ambient" && !waypointOnTheWay(of);
    if (caller.isExternal || caller.dataPlane !== "none" && !isCarried) return;
    const [pod] = caller.pods;
    // ztunnel opens tunnels to sidecars that take them.
    const server = strictServers(of).find((each) => !isCarried || !takesHbone(each.pod));
    if (!pod || !server) return;
    const why = isCarried
      ? `${caller.label}'s ztunnel finds no HBONE at the server and speaks plain text`
      : `${caller.label} has no proxy and speaks plain text`;
    const { mode, from, path } = server.mtls;
    yield {
      objects: [
        ...(from ? [resourceOf(from, formatPath(path))] : []),
        ...workloadsOf(of.mesh, [pod]),
        resourceOf(pod),
        resourceOf(server.pod),
      ],
      title: `${why}, but ${server.pod.namespace}/${server.pod.name} takes only mTLS (${mode}${
        from ? ` by PeerAuthentication ${from.namespace}/${from.name}` : ""
      })`,
      facts: [
        {
          weight: "proven",
          source: from ? `PeerAuthentication ${from.namespace}/${from.name}` : "mesh defaults",
          detail: `port ${server.port} of ${server.pod.name} is ${mode}; ${
            isCarried
              ? `pod ${server.pod.name} has no label networking.istio.io/tunnel=http`
              : `pod ${pod.name} has no istio-proxy`
          }`,
        },
        ...logged(of, { side: "server", details: /filter_chain_not_found/ }),
      ],
      remedy: {
        title: isCarried
          ? "Install with the profile for ambient, restart the server's pods, or bring them into ambient mode"
          : `Inject a proxy into ${caller.label}, or make port ${server.port} PERMISSIVE`,
        action: isCarried
          ? `kubectl -n ${server.pod.namespace} rollout restart deployment`
          : `kubectl label namespace ${caller.namespace} istio-injection=enabled`,
        ...(isCarried ? {} : permissivePort(of, server, "plaintext")),
      },
    };
  },
});
