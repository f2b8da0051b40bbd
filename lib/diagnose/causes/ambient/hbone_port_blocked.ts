import { HBONE_PORT, isReady } from "../../../mesh/mod.ts";
import { connectionAllowed } from "../../../network/mod.ts";
import { tunnelsOf } from "../../case/ambient.ts";
import { resourceOf } from "../../case/objects.ts";
import { logged } from "../../case/signs.ts";
import { defineCause } from "../../cause.ts";
import { blockedTunnel } from "./_hbone_port.ts";

/** A NetworkPolicy opens the application's port and not the port on which ambient traffic arrives. */
export const hbonePortBlocked = defineCause({
  id: "MM-Z01",
  name: "hbone-port-blocked",
  title: "A NetworkPolicy does not open port 15008 to ambient traffic",
  category: "network",
  severity: "critical",
  explains: ["MM-C05", "MM-C24", "MM-C25", "MM-C52", "MM-Z15"],
  docs: {
    why:
      "Between pods in ambient mode nothing but HBONE is on the wire: the packets go to port 15008, whatever " +
      "port the application has. A NetworkPolicy that lists only the application's port drops them.",
    symptom:
      "ztunnel logs: connection timed out, maybe a NetworkPolicy is blocking HBONE port 15008. Callers " +
      "without ambient or sidecar get through.",
    remedy: "Add TCP port 15008 to every rule that opens an application's port.",
    verify: "ztunnel logs connections without error.",
    links: ["https://istio.io/latest/docs/ambient/usage/networkpolicy/"],
  },

  *consider(of) {
    yield* blockedTunnel(of, "ambient");
    const facts = logged(of, { transport: /NetworkPolicy is blocking HBONE/ }, "likely");
    // Policies that only a network plugin knows, or a firewall, block as well.
    const open = tunnelsOf(of).filter(({ from, to }) =>
      isReady(to) && connectionAllowed(of.mesh, { from, to, port: HBONE_PORT }).allowed
    );
    const [tunnel] = open;
    if (facts.length === 0 || !tunnel || open.length < tunnelsOf(of).length) return;
    const { to } = tunnel;
    yield {
      objects: [resourceOf(to)],
      title:
        `nothing answers on HBONE port ${HBONE_PORT} of ${to.namespace}/${to.name}, although no ` +
        "NetworkPolicy of Kubernetes closes it",
      facts,
      remedy: {
        title: `Open TCP port ${HBONE_PORT} in the policies of the network plugin and in firewalls`,
        action: `kubectl get ciliumnetworkpolicies,adminnetworkpolicies -A`,
      },
    };
  },
});
