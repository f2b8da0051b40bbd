import { formatPath, toPointer } from "../../../core/mod.ts";
import { defineCause } from "../../cause.ts";
import { changing } from "../../case/cure.ts";
import { resourceOf } from "../../case/objects.ts";
import { logged } from "../../case/signs.ts";
import { tlsEdges, tlsModeOf } from "../../case/tls_edges.ts";
import { modesOf } from "../../case/tls_modes.ts";

/** A DestinationRule turns Istio's mTLS off towards a server that takes nothing else. */
export const destinationRuleAgainstStrict = defineCause({
  id: "MM-T02",
  name: "destination-rule-against-strict",
  title: "A DestinationRule turns mTLS off towards a STRICT server",
  category: "security",
  severity: "critical",
  explains: ["MM-C20", "MM-C46", "MM-C21"],
  docs: {
    why:
      "tls.mode DISABLE makes the caller's proxy speak plain text, SIMPLE makes it send no client " +
      "certificate. A server under STRICT has no filter chain for either and closes the connection.",
    symptom: "503 UC or UF at the caller's proxy; NR filter_chain_not_found at the server's.",
    remedy: "Remove the tls block: the caller then encrypts to whatever server can (auto mTLS).",
    verify: "The server's proxy logs the requests.",
  },

  *consider(of) {
    const found = tlsEdges(of).flatMap(({ tls, servers }) =>
      tls.mode === "DISABLE" || tls.mode === "SIMPLE"
        ? modesOf(of, servers).map((server) => ({ tls, server }))
        : []
    ).find(({ server }) => server.mtls.mode === "STRICT");
    if (!found) return;
    const { tls, server } = found;
    const { from: strict, path } = server.mtls;
    const rule = tls.from;
    yield {
      objects: [
        ...tlsModeOf(tls),
        ...(strict ? [resourceOf(strict, formatPath(path))] : []),
      ],
      title:
        `${
          rule ? `DestinationRule ${rule.namespace}/${rule.name}` : tls.reason
        } makes ${of.caller.label} speak ${
          tls.mode === "DISABLE" ? "plain text" : "TLS without Istio's certificate"
        } to a server ` +
        `that takes only mTLS${
          strict ? ` (PeerAuthentication ${strict.namespace}/${strict.name})` : ""
        }`,
      facts: [
        {
          weight: "proven",
          source: rule ? `DestinationRule ${rule.namespace}/${rule.name}` : "mesh settings",
          detail: `tls.mode ${tls.mode} meets STRICT on port ${server.port} of ${server.pod.name}`,
        },
        ...logged(of, { side: "server", details: /filter_chain_not_found/ }),
        ...logged(of, { side: "client", flags: ["UC", "UF"] }),
      ],
      remedy: {
        title: "Remove the tls block of the DestinationRule",
        ...(rule && tls.path.length > 0
          ? changing(rule, [{ op: "remove", path: toPointer(tls.path) }])
          : {}),
      },
    };
  },
});
