import {
  deepStrictEqual,
  doesNotMatch,
  match,
  notStrictEqual,
  strictEqual,
} from "node:assert/strict";
import fc from "fast-check";
import { Pseudonyms, revealed } from "./pseudonyms.ts";

const WORDS = ["acme", "checkout", "ledger", "ledgers", "Payments", "4711000"];
const NAMES = { words: new Set(WORDS), namespaces: new Set(["acme", "dev"]) };

function pseudonyms(key = 1): Pseudonyms {
  return new Pseudonyms(new Uint8Array(32).fill(key), NAMES);
}

Deno.test("text() replaces a name wherever it stands, and keeps the form of what holds it", () => {
  const names = pseudonyms();
  const word = (name: string) => names.text(name);
  const [checkout, acme] = [word("checkout"), word("acme")];
  match(checkout, /^(?:[bcdfgjklmnprstvz][aeiou]){4}$/);
  const rows: [string, string][] = [
    ["checkout-v1-5d9f8-x2k4z", `${checkout}-v1-5d9f8-x2k4z`],
    ["checkout2", `${checkout}2`],
    [
      "outbound|8080|v1|checkout.acme.svc.cluster.local",
      `outbound|8080|v1|${checkout}.${acme}.svc.cluster.local`,
    ],
    [
      "spiffe://cluster.local/ns/acme/sa/checkout",
      `spiffe://cluster.local/ns/${acme}/sa/${checkout}`,
    ],
    ["*.acme.com", `*.${acme}.com`],
    ["https://api.acme.com:8443/checkout?x=1", `https://api.${acme}.com:8443/${checkout}?x=1`],
    ["sidecar~127.0.0.1~checkout-1.acme~acme", `sidecar~127.0.0.1~${checkout}-1.${acme}~${acme}`],
    ["checkout.dev", `${checkout}.dev`],
    [
      "cluster.outbound|80||checkout.acme;.upstream_rq_5xx",
      `cluster.outbound|80||${checkout}.${acme};.upstream_rq_5xx`,
    ],
  ];
  for (const [text, expected] of rows) strictEqual(names.text(text), expected);
});

Deno.test("text() keeps the words, versions and addresses of the platform", () => {
  const same = [
    "istio-ingressgateway.istio-system.svc.cluster.local",
    "type.googleapis.com/envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager",
    "no healthy upstream: upstream_reset_before_response_started{connection_failure}",
    "app.kubernetes.io/name",
    "security.istio.io/tlsMode",
    "127.0.0.6",
    "1.27.3",
    "2026-11-22T17:10:01.656Z",
    "12:34:56",
    "Envoy::Http::CodecClient at source/common/http/codec_client.cc:80",
    "8ae1d8c8-59e1-4f00-8a59-0d88397eae38",
    "[%START_TIME%] %RESPONSE_CODE%",
    "",
  ];
  deepStrictEqual(same.map((text) => pseudonyms().text(text)), same);
});

Deno.test("text() replaces what has the form of an identity, also where no object names it", () => {
  const hidden = /zalupanto|jane|doe|10[.-]20|10[.-]30|2001:db8:1|210987654321|secretbucket/;
  const texts = [
    "zalupanto.com",
    "https://api.zalupanto.io/v1",
    "jane.doe+test@zalupanto.org",
    "10.20.3.4:80",
    "inbound_10.20.3.4_80",
    "ip-10-30-3-4.eu-central-1.compute.internal",
    "[2001:db8:1::5]:443",
    "210987654321.dkr.ecr.eu-central-1.amazonaws.com/web:1",
    "arn:aws:iam::210987654321:role/secretbucket",
  ];
  const names = pseudonyms();
  for (const text of texts) {
    doesNotMatch(names.text(text), hidden);
    strictEqual(revealed(names.text(text), names.originals), text);
  }
  strictEqual(names.text("10.20.3.4"), names.text("x 10.20.3.4 y").split(" ")[1]);
});

Deno.test("names that nearly are the same nearly get the same pseudonym", () => {
  const names = pseudonyms();
  const [one, other] = [names.text("ledger"), names.text("ledgers")];
  notStrictEqual(one, other);
  strictEqual(other.replace(/(.)\1/, "$1"), one);
});

Deno.test("revealed() is not misled by what stands beside a pseudonym", () => {
  const names = pseudonyms();
  for (
    const text of [
      "Payments-10.20.0.1-a.acme.com/",
      "10.20.3.4/0 0.0.0.0/0",
      "10.20.0.0/16 10.20.3.4/16",
      "10.20.0.1/0.zalupanto.com",
      "3@acme.com 1 2 3 4 5 6 7 8 9",
    ]
  ) {
    strictEqual(revealed(names.text(text), names.originals), text);
  }
});

Deno.test("a key decides, and what was replaced can be revealed with what is kept", () => {
  notStrictEqual(pseudonyms(1).text("checkout"), pseudonyms(2).text("checkout"));
  const names = pseudonyms();
  strictEqual(
    names.variable("CHECKOUT_SERVICE_HOST"),
    `${names.text("checkout").toUpperCase()}_SERVICE_HOST`,
  );
  const part = fc.oneof(
    fc.constantFrom(...WORDS, "svc", "cluster", "http", "v1", "dev"),
    fc.ipV4(),
    fc.domain(),
    fc.string({ maxLength: 5 }),
  );
  const texts = fc.array(fc.tuple(part, fc.constantFrom("-", ".", "|", "/", " ", ":", "~")));
  fc.assert(
    fc.property(texts, (parts) => {
      const text = parts.flat().join("");
      strictEqual(revealed(names.text(text), names.originals), text);
    }),
    { numRuns: 300 },
  );
});

Deno.test("long texts of one piece are replaced and revealed like any other", () => {
  const names = pseudonyms();
  for (const piece of ["a", "a.", "1.", ":", "a:", "a-", "1-", "a@", "+", "=", "ff:"]) {
    const text = piece.repeat(20_000);
    strictEqual(revealed(names.text(text), names.originals), text, piece);
  }
});
