import { deepStrictEqual, ok, strictEqual } from "node:assert/strict";
import { listener } from "../envoy/listener.ts";
import type { Connection } from "./connection.ts";
import { type FilterChainResult, matchFilterChain } from "./match_filter_chain.ts";

const PLAIN: Connection = {
  destinationIp: "10.0.0.1",
  destinationPort: 9080,
  transportProtocol: "raw_buffer",
  applicationProtocols: ["http/1.1"],
  sourceIp: "10.0.0.7",
};

const MTLS: Connection = {
  ...PLAIN,
  transportProtocol: "tls",
  applicationProtocols: ["istio-peer-exchange", "istio"],
  serverName: "outbound_.9080_._.reviews.bookinfo.svc.cluster.local",
};

function choose(
  chains: Readonly<Record<string, object>>,
  connection: Connection,
  hasDefault = false,
): FilterChainResult {
  const read = listener({
    filter_chains: Object.entries(chains).map(([name, filter_chain_match]) => ({
      name,
      filter_chain_match,
    })),
    ...(hasDefault && { default_filter_chain: { name: "default" } }),
  });
  ok(read);
  return matchFilterChain(read, connection);
}

Deno.test("the destination port is asked before all else and is never taken back", () => {
  const chains = {
    port: { destination_port: 9080, transport_protocol: "tls" },
    any: {},
  };
  const result = choose(chains, PLAIN);
  strictEqual(result.filterChain, undefined);
  deepStrictEqual(result.passedOver.map((p) => [p.filterChain.name, p.criterion, p.reason]), [
    ["port", "transport protocol", "no match"],
    ["any", "destination port", "less specific"],
  ]);
});

Deno.test("the longest address prefix wins", () => {
  const chains = {
    wide: { prefix_ranges: [{ address_prefix: "10.0.0.0", prefix_len: 8 }] },
    narrow: { prefix_ranges: [{ address_prefix: "10.0.0.0", prefix_len: 24 }] },
    other: { prefix_ranges: [{ address_prefix: "11.0.0.0", prefix_len: 32 }] },
  };
  strictEqual(choose(chains, PLAIN).filterChain?.name, "narrow");
});

Deno.test("an exact server name beats wildcards, and the longest wildcard the others", () => {
  const chains = {
    short: { server_names: ["*.com"] },
    long: { server_names: ["*.example.com"] },
    exact: { server_names: ["a.example.com"] },
    any: {},
  };
  const asked = (serverName: string) => choose(chains, { ...MTLS, serverName }).filterChain?.name;
  strictEqual(asked("a.example.com"), "exact");
  strictEqual(asked("b.example.com"), "long");
  strictEqual(asked("B.EXAMPLE.COM"), "long");
  strictEqual(asked("example.com"), "short");
  strictEqual(asked("example.org"), "any");
});

Deno.test("permissive mTLS: TLS of the mesh and plain text find their own chains", () => {
  const chains = {
    mtls: {
      destination_port: 9080,
      transport_protocol: "tls",
      application_protocols: ["istio", "istio-peer-exchange"],
    },
    plain: { destination_port: 9080, transport_protocol: "raw_buffer" },
  };
  strictEqual(choose(chains, MTLS).filterChain?.name, "mtls");
  strictEqual(choose(chains, PLAIN).filterChain?.name, "plain");
  const foreign = { ...MTLS, applicationProtocols: ["h2"] };
  deepStrictEqual(
    choose(chains, foreign).passedOver.map(({ criterion }) => criterion),
    ["application protocol", "transport protocol"],
  );
});

Deno.test("the caller's first protocol that a chain knows decides", () => {
  const chains = {
    one: { application_protocols: ["http/1.1"] },
    two: { application_protocols: ["h2"] },
  };
  const offer = (...applicationProtocols: string[]) =>
    choose(chains, { ...MTLS, applicationProtocols }).filterChain?.name;
  strictEqual(offer("h2", "http/1.1"), "two");
  strictEqual(offer("http/1.1", "h2"), "one");
});

Deno.test("source type, address and port choose among what is left", () => {
  const chains = {
    local: { source_type: "SAME_IP_OR_LOOPBACK" },
    port: { source_type: "EXTERNAL", source_ports: [7] },
    range: {
      source_type: "EXTERNAL",
      source_prefix_ranges: [{ address_prefix: "10.0.0.0", prefix_len: 8 }],
    },
  };
  strictEqual(choose(chains, { ...PLAIN, sourceIp: "127.0.0.1" }).filterChain?.name, "local");
  strictEqual(choose(chains, { ...PLAIN, sourceIp: "10.0.0.1" }).filterChain?.name, "local");
  strictEqual(choose(chains, PLAIN).filterChain?.name, "range");
  strictEqual(
    choose(chains, { ...PLAIN, sourceIp: "11.0.0.1", sourcePort: 7 }).filterChain?.name,
    "port",
  );
});

Deno.test("the default chain takes what no other does", () => {
  const result = choose({ port: { destination_port: 1 } }, PLAIN, true);
  deepStrictEqual([result.filterChain?.name, result.isDefault], ["default", true]);
});

Deno.test("a matcher tree chooses the chain by name, the closest range first", () => {
  const inputs = "type.googleapis.com/envoy.extensions.matching.common_inputs.network.v3";
  const to = (name: string) => ({ action: { name } });
  const byPort = (map: object) => ({
    matcher: {
      matcher_tree: {
        input: { name: "port", typed_config: { "@type": `${inputs}.DestinationPortInput` } },
        exact_match_map: { map },
      },
    },
  });
  const range = (address_prefix: string, prefix_len: number, on_match: object) => ({
    ranges: [{ address_prefix, prefix_len }],
    on_match,
  });
  const read = listener({
    filter_chains: ["near", "far", "other"].map((name) => ({ name })),
    default_filter_chain: { name: "default" },
    filter_chain_matcher: {
      matcher_tree: {
        input: { name: "ip", typed_config: { "@type": `${inputs}.DestinationIPInput` } },
        custom_match: {
          typed_config: {
            "@type": "type.googleapis.com/xds.type.matcher.v3.IPMatcher",
            range_matchers: [
              range("10.0.0.0", 8, byPort({ "80": to("far"), "9080": to("far") })),
              range("10.0.0.1", 32, byPort({ "9080": to("near") })),
            ],
          },
        },
      },
      on_no_match: {
        matcher: {
          matcher_list: {
            matchers: [{
              predicate: {
                single_predicate: {
                  input: { typed_config: { "@type": `${inputs}.ApplicationProtocolInput` } },
                  value_match: { exact: "'http/1.1'" },
                },
              },
              on_match: to("other"),
            }],
          },
        },
      },
    },
  });
  ok(read);
  const chosen = (change: Partial<Connection>) =>
    matchFilterChain(read, { ...PLAIN, ...change }).filterChain?.name;
  strictEqual(chosen({}), "near");
  strictEqual(chosen({ destinationPort: 80 }), "far");
  strictEqual(chosen({ destinationIp: "11.0.0.1" }), "other");
  strictEqual(chosen({ destinationIp: "11.0.0.1", applicationProtocols: [] }), "default");
});
