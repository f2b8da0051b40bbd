import { toPointer } from "../../../core/mod.ts";
import { changing } from "../../case/cure.ts";
import { serversForHost } from "../../case/gateways.ts";
import { label, resourceOf } from "../../case/objects.ts";
import { logged } from "../../case/signs.ts";
import { tlsEdges, tlsModeOf } from "../../case/tls_edges.ts";
import { defineCause } from "../../cause.ts";

/** A gateway passes a client's TLS on, and a DestinationRule wraps it into TLS once more. */
export const passthroughWrappedAgain = defineCause({
  id: "MM-T20",
  name: "passthrough-wrapped-again",
  title: "TLS that is passed through is wrapped into TLS again",
  category: "security",
  severity: "medium",
  explains: ["MM-R27", "MM-C20", "MM-C46", "MM-T13"],
  docs: {
    why:
      "With tls.mode PASSTHROUGH the gateway sends on the client's TLS as it is. A DestinationRule with SIMPLE or " +
      "MUTUAL makes the gateway start TLS of its own around it, and the server finds TLS where it expects HTTP.",
    symptom: "Handshakes fail: 503 UF WRONG_VERSION_NUMBER, or the connection is reset at once.",
    remedy: "Remove the tls block of the DestinationRule.",
    verify: "The client's handshake reaches the server.",
  },

  *consider(of) {
    if (!of.caller.isExternal) return;
    const passing = serversForHost(of).find(({ server }) => server.tls?.mode === "PASSTHROUGH");
    const edge = tlsEdges(of).find(({ tls }) => tls.mode === "SIMPLE" || tls.mode === "MUTUAL");
    const rule = edge?.tls.from;
    if (!passing || !edge || !rule) return;
    const { gateway, index } = passing;
    const server = resourceOf(gateway, `spec.servers[${index}].tls.mode`);
    yield {
      objects: [...tlsModeOf(edge.tls), server],
      title: `${label(server)} passes TLS through, and ${label(resourceOf(rule))} starts TLS ` +
        `(${edge.tls.mode}) around it`,
      facts: [
        {
          weight: "proven",
          source: label(resourceOf(rule)),
          detail: `tls.mode ${edge.tls.mode} towards ${edge.parsed.host}, behind PASSTHROUGH`,
        },
        ...logged(of, { side: "client", flags: ["UF", "UC", "UR"] }),
      ],
      remedy: {
        title: "Remove the tls block of the DestinationRule",
        ...changing(rule, [{ op: "remove", path: toPointer(edge.tls.path) }]),
      },
    };
  },
});
