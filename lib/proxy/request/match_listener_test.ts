import { deepStrictEqual, strictEqual } from "node:assert/strict";
import { ConfigDump } from "../dump/config_dump.ts";
import { matchBoundListener, matchListener } from "./match_listener.ts";

function dumpWith(...listeners: readonly [name: string, host: string, port: number][]): ConfigDump {
  return new ConfigDump({
    configs: [{
      "@type": "type.googleapis.com/envoy.admin.v3.ListenersConfigDump",
      dynamic_listeners: listeners.map(([name, address, port_value]) => ({
        name,
        active_state: {
          listener: {
            name,
            address: { socket_address: { address, port_value } },
            use_original_dst: name === "virtualOutbound",
          },
        },
      })),
    }],
  });
}

const SIDECAR = dumpWith(
  ["virtualOutbound", "0.0.0.0", 15001],
  ["virtualInbound", "0.0.0.0", 15006],
  ["0.0.0.0_80", "0.0.0.0", 80],
  ["10.0.0.9_80", "10.0.0.9", 80],
  ["six", "::", 90],
);

Deno.test("matchListener() prefers the exact address, then the port, then the capturing listener", () => {
  const rows: [string, number, string, string][] = [
    ["10.0.0.9", 80, "10.0.0.9_80", "address"],
    ["10.0.0.8", 80, "0.0.0.0_80", "port"],
    ["10.0.0.8", 90, "six", "port"],
    ["fd00::1", 90, "six", "port"],
    ["10.0.0.8", 443, "virtualOutbound", "capture"],
  ];
  for (const [ip, port, name, by] of rows) {
    const match = matchListener(SIDECAR, { ip, port });
    deepStrictEqual([match?.listener.name, match?.by], [name, by], `${ip}:${port}`);
  }
});

Deno.test("matchListener() leaves inbound connections to the capturing listener", () => {
  const match = matchListener(SIDECAR, { ip: "10.0.0.9", port: 80 }, "INBOUND");
  strictEqual(match?.listener.name, "virtualInbound");
});

Deno.test("matchBoundListener() finds nothing on a port that nobody listens on", () => {
  strictEqual(matchBoundListener(SIDECAR, { ip: "10.0.0.8", port: 1 }), undefined);
});
