import { defineCause } from "../../cause.ts";
import { blockedTunnel } from "./_hbone_port.ts";

/** A NetworkPolicy opens the application's port and not the tunnel between a sidecar or gateway and ambient. */
export const hboneBlockedFromSidecar = defineCause({
  id: "MM-C07",
  name: "hbone-port-blocked-in-mixed-mesh",
  title: "A NetworkPolicy does not open port 15008 between a sidecar or gateway and ambient",
  category: "network",
  severity: "critical",
  explains: ["MM-C05", "MM-C24", "MM-C25", "MM-C52"],
  docs: {
    why:
      "Sidecars and gateways that know of ambient send to its pods through HBONE on port 15008, and ztunnel " +
      "does so towards sidecars that take it. A NetworkPolicy that lists only the application's port drops that.",
    symptom: "Connects time out towards pods in ambient mode only; pods with sidecars answer.",
    remedy: "Add TCP port 15008 to every rule that opens an application's port.",
    verify: "Connections to port 15008 come about.",
    links: ["https://istio.io/latest/docs/ambient/usage/networkpolicy/"],
  },

  consider: (of) => blockedTunnel(of, "mixed"),
});
