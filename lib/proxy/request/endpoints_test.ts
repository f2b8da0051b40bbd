import { deepStrictEqual, ok, strictEqual } from "node:assert/strict";
import { envoyCluster } from "../envoy/cluster.ts";
import { tlsContextOf } from "../envoy/transport_socket.ts";
import { transportSocketFor } from "./endpoints.ts";

const CLUSTER = envoyCluster({
  name: "outbound|80||a",
  transport_socket_matches: [
    {
      name: "tlsMode-istio",
      match: { tlsMode: "istio" },
      transport_socket: {
        name: "envoy.transport_sockets.tls",
        typed_config: {
          "@type":
            "type.googleapis.com/envoy.extensions.transport_sockets.tls.v3.UpstreamTlsContext",
          sni: "outbound_.80_._.a",
          common_tls_context: {
            alpn_protocols: ["istio"],
            tls_certificate_sds_secret_configs: [{ name: "default" }],
            combined_validation_context: {
              default_validation_context: { match_subject_alt_names: [{ exact: "spiffe://x" }] },
              validation_context_sds_secret_config: { name: "ROOTCA" },
            },
          },
        },
      },
    },
    { name: "tlsMode-disabled", match: {}, transport_socket: { name: "raw_buffer" } },
  ],
});

function transport(metadata: Record<string, unknown>) {
  ok(CLUSTER);
  return transportSocketFor(CLUSTER, {
    metadata: new Map([["envoy.transport_socket_match", metadata]]),
  });
}

Deno.test("transportSocketFor() takes the first match that fits the endpoint's metadata", () => {
  strictEqual(transport({ tlsMode: "istio", more: 1 }).match, "tlsMode-istio");
  strictEqual(transport({ tlsMode: "disabled" }).match, "tlsMode-disabled");
  strictEqual(transport({}).match, "tlsMode-disabled");
});

Deno.test("tlsContextOf() says what TLS asks and offers; plain text has none", () => {
  const { side, sni, alpnProtocols, certificateSecrets, validationSecret, subjectAltNames } =
    tlsContextOf(transport({ tlsMode: "istio" }).transportSocket) ?? {};
  deepStrictEqual([side, sni, alpnProtocols, certificateSecrets, validationSecret], [
    "upstream",
    "outbound_.80_._.a",
    ["istio"],
    ["default"],
    "ROOTCA",
  ]);
  strictEqual(subjectAltNames?.[0]?.exact, "spiffe://x");
  strictEqual(tlsContextOf(transport({}).transportSocket), undefined);
});
