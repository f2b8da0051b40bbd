import { hasProxy, isAmbient } from "../../../mesh/mod.ts";
import { defineCause } from "../../cause.ts";
import { resourceOf } from "../../case/objects.ts";
import { logged } from "../../case/signs.ts";
import { tlsEdges, tlsModeOf } from "../../case/tls_edges.ts";

/** A DestinationRule makes callers use mTLS to a server that has no proxy to take it. */
export const mtlsToServerWithoutProxy = defineCause({
  id: "MM-T03",
  name: "mtls-to-server-without-proxy",
  title: "A DestinationRule forces mTLS to a server without proxy",
  category: "security",
  severity: "critical",
  explains: ["MM-C52", "MM-C20"],
  docs: {
    why:
      "ISTIO_MUTUAL and MUTUAL make the caller's proxy start TLS whatever the server is. A pod without " +
      "proxy hands the handshake to the application, which speaks plain text.",
    symptom:
      "503 UF with WRONG_VERSION_NUMBER in the transport failure reason at the caller's proxy.",
    remedy:
      "Remove the tls block (auto mTLS finds out by itself), or inject a proxy into the server.",
    verify: "The caller's proxy logs via_upstream.",
  },

  *consider(of) {
    const found = tlsEdges(of).flatMap(({ tls, servers }) => {
      const bare = servers.find(({ pod }) => !hasProxy(pod) && !isAmbient(pod));
      const { from, mode } = tls;
      return bare && from && (mode === "ISTIO_MUTUAL" || mode === "MUTUAL")
        ? [{ tls, from, bare }]
        : [];
    })[0];
    if (!found) return;
    const { tls, from, bare } = found;
    yield {
      objects: [...tlsModeOf(tls), resourceOf(bare.pod)],
      title: `DestinationRule ${from.namespace}/${from.name} forces ${tls.mode}, but pod ` +
        `${bare.pod.namespace}/${bare.pod.name} has no proxy`,
      facts: [
        {
          weight: "proven",
          source: `DestinationRule ${from.namespace}/${from.name}`,
          detail: `tls.mode ${tls.mode}; pod ${bare.pod.name} has no istio-proxy`,
        },
        ...logged(of, { side: "client", flags: ["UF", "UC"] }),
      ],
      remedy: { title: "Remove the tls block, or inject a proxy into the server" },
    };
  },
});
