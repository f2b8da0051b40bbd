import { type GatewayServer, hostsOf, serversForHost } from "../../case/gateways.ts";
import { edit, label, resourceOf } from "../../case/objects.ts";
import { linesWith, logged } from "../../case/signs.ts";
import { defineCause } from "../../cause.ts";

const NOT_FOUND = { side: "client", flags: ["NR"], codes: [404] } as const;

/** A client reuses a connection for a host that another server of the gateway serves. */
export const connectionReused = defineCause({
  id: "MM-G06",
  name: "connection-reused-for-other-host",
  title: "Clients reuse a connection for a host that another server serves",
  category: "configuration",
  severity: "medium",
  explains: ["MM-G01", "MM-R13"],
  docs: {
    why:
      "Browsers send requests for several hosts over one HTTP/2 connection where one certificate is good for all. " +
      "The gateway chose its server by the name of the handshake, and that server does not know the other host.",
    symptom: "404 NR now and then, in lines whose server name is not the authority.",
    remedy:
      "Serve the hosts from one server of one Gateway, or give each a certificate of its own.",
    verify: "No line has NR with another server name than authority.",
    links: ["https://istio.io/latest/docs/ops/common-problems/network-issues/"],
  },

  *consider(of) {
    if (!of.caller.isExternal) return;
    const lines = linesWith(of, NOT_FOUND);
    const strange = lines.flatMap(({ line: { entry } }) => {
      const authority = entry.authority.replace(/:\d+$/, "").toLowerCase();
      const asked = entry.serverName.toLowerCase();
      return asked !== "" && authority !== "" && asked !== authority ? [{ asked, authority }] : [];
    });
    const [first] = strange;
    // Where requests with the right name fail too it is not the connection.
    if (!first || strange.length < lines.length) return;
    const own = serversForHost(of, first.authority);
    const entered = serversForHost(of, first.asked).filter(({ gateway, index }) =>
      !own.some((other) => other.gateway === gateway && other.index === index)
    );
    const pair = own.flatMap((a) =>
      entered.filter((b) =>
        certificateOf(a) === certificateOf(b)
      ).map((b) => [a, b] as const)
    )[0];
    if (!pair) return;
    const [server, other] = pair;
    const objects = [server, other].map(({ gateway, index }) =>
      resourceOf(gateway, `spec.servers[${index}].tls.credentialName`)
    );
    yield {
      objects,
      title: `requests for ${first.authority} come over connections that were opened for ` +
        `${first.asked}, which ${label(objects[1]!)} serves with the same certificate`,
      facts: [
        ...logged(of, NOT_FOUND),
        {
          weight: "proven",
          source: `${label(objects[0]!)} ${objects[0]!.path}`,
          detail: `${certificateOf(server)} serves ${hostsOf(server).join(", ")} here and ` +
            `${hostsOf(other).join(", ")} in ${label(objects[1]!)}`,
        },
      ],
      remedy: { title: "Serve both hosts from one server", action: edit(objects[0]!) },
    };
  },
});

function certificateOf({ server: { tls } }: GatewayServer): string | undefined {
  return tls?.credentialName ?? tls?.serverCertificate;
}
