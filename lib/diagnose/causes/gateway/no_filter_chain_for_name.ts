import { defineCause } from "../../cause.ts";
import { serversForHost } from "../../case/gateways.ts";
import { resourceOf } from "../../case/objects.ts";
import { linesWith, logged } from "../../case/signs.ts";

/** The gateway has no TLS configuration for the server name that the client sends, or it sends none. */
export const noFilterChainForName = defineCause({
  id: "MM-G09",
  name: "no-filter-chain-for-server-name",
  title: "The gateway knows no TLS settings for the server name",
  category: "configuration",
  severity: "medium",
  explains: ["MM-G01"],
  docs: {
    why:
      "A gateway chooses certificate and routes by the server name of the handshake. A client that " +
      "sends another name, or none because it uses an IP address, gets no answer.",
    symptom: "NR filter_chain_not_found at the gateway, server name empty or not among the hosts.",
    remedy: "Ask for a host that a Gateway lists, or list the host.",
    verify: "The gateway logs the requests.",
  },

  *consider(of) {
    const sign = { side: "client", details: /filter_chain_not_found/ } as const;
    const lines = linesWith(of, sign);
    if (!of.caller.isExternal || lines.length === 0) return;
    const names = [...new Set(lines.map(({ line }) => line.entry.serverName || "none"))].sort();
    const servers = serversForHost(of);
    yield {
      objects: servers.length > 0
        ? servers.map(({ gateway, index }) => resourceOf(gateway, `spec.servers[${index}].hosts`))
        : of.mesh.list("Gateway").map((gateway) => resourceOf(gateway, "spec.servers")),
      title: `the gateway has no TLS settings for the server name ${names.join(", ")}`,
      facts: logged(of, sign),
      remedy: { title: "List the host in a Gateway, or ask by a host name that is listed" },
    };
  },
});
