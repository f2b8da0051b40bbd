import type { Case } from "../../../connectivity/mod.ts";
import { oldestFirst } from "../../../mesh/mod.ts";
import { isUnserved } from "../../case/gateway_bindings.ts";
import { type GatewayServer, hostsOf, podsOfGateway, serversForHost } from "../../case/gateways.ts";
import { edit, label, resourceOf } from "../../case/objects.ts";
import { linesWith, logged } from "../../case/signs.ts";
import { defineCause } from "../../cause.ts";

/** Two Gateways want one port of a gateway for different things, and the older one gets it. */
export const gatewaysConflict = defineCause({
  id: "MM-G07",
  name: "gateways-conflict",
  title: "Another Gateway has the port, or the host on it",
  category: "configuration",
  severity: "high",
  explains: ["MM-G01", "MM-G09", "MM-G10"],
  docs: {
    why:
      "All Gateways of a pod share its ports. A port is either HTTP, TLS or TCP: the oldest Gateway decides, and " +
      "servers with another protocol are left out. Of two TLS servers for one host on a port the newer is left out.",
    symptom:
      "404 NR, or handshakes fail, for the newer Gateway alone; istiod logs that it skips the server.",
    remedy: "Use another port, or bring the hosts together in one Gateway.",
    verify: "The gateway's listener shows the host.",
    links: ["https://istio.io/latest/docs/reference/config/analysis/ist0145/"],
  },

  *consider(of) {
    const isRefused =
      linesWith(of, { side: "client", details: /filter_chain_not_found/ }).length > 0;
    if (!of.caller.isExternal || !isUnserved(of) && !isRefused) return;
    for (const loser of serversForHost(of)) {
      const winner = winnerOver(of, loser);
      if (!winner) continue;
      const object = resourceOf(loser.gateway, `spec.servers[${loser.index}].port`);
      const other = resourceOf(winner.gateway, `spec.servers[${winner.index}].port`);
      const port = loser.server.port?.number;
      const reason = protocolOf(winner) === protocolOf(loser)
        ? "serves the same host with TLS settings of its own"
        : `uses it for ${winner.server.port?.protocol}, not ${loser.server.port?.protocol}`;
      yield {
        objects: [object, other],
        title: `${label(other)} is older, has port ${port} of the gateway and ${reason}, so that ` +
          `${label(object)} is left out`,
        facts: [
          {
            weight: "proven",
            source: `${label(other)} ${other.path}`,
            detail: `port ${port}: ${reason}`,
          },
          ...logged(of, { side: "client", flags: ["NR"] }),
        ],
        remedy: { title: "Use another port, or one Gateway for both", action: edit(object) },
      };
      return;
    }
  },
});

/** The server of an older Gateway of the same pods that takes a server's port or host away. */
function winnerOver(of: Case, loser: GatewayServer): GatewayServer | undefined {
  const pods = new Set(podsOfGateway(of, loser.gateway));
  const older = of.mesh.list("Gateway").filter((gateway) =>
    gateway !== loser.gateway && oldestFirst(gateway, loser.gateway) < 0 &&
    podsOfGateway(of, gateway).some((pod) => pods.has(pod))
  );
  return older.flatMap((gateway) =>
    (gateway.spec.servers ?? []).map((server, index) => ({ gateway, server, index }))
  ).find((other) =>
    other.server.port?.number === loser.server.port?.number &&
    (other.server.bind ?? "") === (loser.server.bind ?? "") &&
    (protocolOf(other) !== protocolOf(loser) ||
      protocolOf(loser) === "tls" && sharesHost(other, loser))
  );
}

/** What a port is to istiod: plain HTTP, TLS of any kind, or TCP. */
function protocolOf({ server: { port, tls } }: GatewayServer): "http" | "tls" | "tcp" {
  const protocol = (port?.protocol ?? "").toUpperCase();
  if (protocol === "TCP" || protocol === "MONGO") return tls ? "tls" : "tcp";
  return protocol === "HTTPS" || protocol === "TLS" ? "tls" : "http";
}

function sharesHost(a: GatewayServer, b: GatewayServer): boolean {
  const others = new Set(hostsOf(b));
  return hostsOf(a).some((host) => others.has(host));
}
