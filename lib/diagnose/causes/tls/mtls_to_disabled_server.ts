import { formatPath } from "../../../core/mod.ts";
import { defineCause } from "../../cause.ts";
import { resourceOf } from "../../case/objects.ts";
import { logged } from "../../case/signs.ts";
import { tlsEdges, tlsModeOf } from "../../case/tls_edges.ts";
import { modesOf } from "../../case/tls_modes.ts";

/** A PeerAuthentication makes the port plain text while a DestinationRule makes callers use mTLS. */
export const mtlsToDisabledServer = defineCause({
  id: "MM-T21",
  name: "mtls-to-disabled-server",
  title: "A DestinationRule forces mTLS to a port that takes only plain text",
  category: "security",
  severity: "critical",
  explains: ["MM-C52", "MM-C20"],
  docs: {
    why:
      "PeerAuthentication mode DISABLE leaves the server's proxy without a TLS filter chain for the " +
      "port, while ISTIO_MUTUAL or MUTUAL in a DestinationRule makes the caller start TLS.",
    symptom: "503 UF with WRONG_VERSION_NUMBER at the caller's proxy.",
    remedy: "Remove the tls block of the DestinationRule, or raise the mode of the port.",
    verify: "The caller's proxy logs via_upstream.",
  },

  *consider(of) {
    for (const { tls, servers } of tlsEdges(of)) {
      if (!tls.from || (tls.mode !== "ISTIO_MUTUAL" && tls.mode !== "MUTUAL")) continue;
      const found = modesOf(of, servers).find(({ mtls }) => mtls.mode === "DISABLE");
      if (!found) continue;
      const { pod, port, mtls: server } = found;
      yield {
        objects: [
          ...tlsModeOf(tls),
          ...(server.from ? [resourceOf(server.from, formatPath(server.path))] : []),
        ],
        title:
          `DestinationRule ${tls.from.namespace}/${tls.from.name} forces ${tls.mode}, but port ` +
          `${port} of ${pod.namespace}/${pod.name} takes only plain text`,
        facts: [
          {
            weight: "proven",
            source: server.from
              ? `PeerAuthentication ${server.from.namespace}/${server.from.name}`
              : "",
            detail: `port ${port} of ${pod.name} is DISABLE; the caller uses ${tls.mode}`,
          },
          ...logged(of, { side: "client", flags: ["UF", "UC"] }),
        ],
        remedy: { title: "Remove the tls block of the DestinationRule, or raise the port's mode" },
      };
      return;
    }
  },
});
