import { defineRule } from "../../analysis/rule.ts";

/** What of a connection tells listeners of one port apart: its Host header, its SNI name, or nothing. */
const FAMILIES: ReadonlyMap<string, string> = new Map([
  ["HTTP", "HTTP"],
  ["HTTPS", "TLS"],
  ["TLS", "TLS"],
  ["TCP", "TCP"],
]);

/** Listeners of one port can be told apart. */
export const listenerProtocolsConflict = defineRule({
  code: "MM0307",
  name: "listener-protocols-conflict",
  title: "Listeners of a Gateway give one port protocols that exclude each other",
  severity: "error",
  since: "0.1.0",
  inputs: ["KubernetesGateway"],
  mode: "default",
  docs: {
    why:
      "Listeners share a port only where each connection tells which one it is for: HTTP by the Host " +
      "header, HTTPS and TLS by the server name. HTTP beside TLS, or TCP beside anything, cannot be " +
      "told apart, so that the later listener is in conflict and serves nothing.",
    remedy: "Give one of them another port.",
    links: ["https://gateway-api.sigs.k8s.io/reference/spec/#listener"],
  },

  *check({ mesh }) {
    for (const on of mesh.list("KubernetesGateway")) {
      const first = new Map<number, { family: string; name: string }>();
      for (
        const [i, { name = "", port = 0, protocol = "" }] of (on.spec.listeners ?? []).entries()
      ) {
        const family = FAMILIES.get(protocol);
        if (!family) continue;
        const other = first.get(port);
        if (!other) {
          first.set(port, { family, name });
        } else if (other.family !== family || family === "TCP") {
          yield {
            on,
            at: ["spec", "listeners", i, "protocol"],
            message: `Port ${port} cannot be ${protocol} here and ` +
              `${other.family} for listener "${other.name}"`,
          };
        }
      }
    }
  },
});
