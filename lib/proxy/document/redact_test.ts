import { deepStrictEqual, ok, strictEqual } from "node:assert/strict";
import { CHAIN } from "../certificate_fixture.ts";
import { redactSecrets } from "./redact.ts";

const KEY = "-----BEGIN EC PRIVATE KEY-----\nMHcCAQ==\n-----END EC PRIVATE KEY-----\n";
const TOKEN = "eyJhbGciOiJub25lIn0.eyJzdWIiOiJqbyJ9.c2ln";

Deno.test("redactSecrets() takes out keys, passwords and tokens, wherever they lie", () => {
  const { value, count } = redactSecrets({
    tls: { private_key: { inline_bytes: btoa(KEY) }, password: { inline_string: "hush" } },
    camel: {
      privateKey: { filename: "/etc/key.pem" },
      sessionTicketKeys: { keys: [{ inlineBytes: "AAAA" }] },
    },
    generic_secret: { secret: { inline_string: "hush" } },
    anywhere: [KEY, btoa(KEY), `Bearer ${TOKEN}`],
    header: { key: "Authorization", value: "Basic abc" },
  });
  deepStrictEqual(value, {
    tls: {
      private_key: { inline_bytes: "W3JlZGFjdGVkXQ==" },
      password: { inline_string: "[redacted]" },
    },
    camel: {
      privateKey: { filename: "/etc/key.pem" },
      sessionTicketKeys: { keys: [{ inlineBytes: "W3JlZGFjdGVkXQ==" }] },
    },
    generic_secret: { secret: { inline_string: "[redacted]" } },
    anywhere: ["[redacted]\n", "W3JlZGFjdGVkXQ==", "Bearer [redacted]"],
    header: { key: "Authorization", value: "[redacted]" },
  });
  strictEqual(count, 8);
  ok(!JSON.stringify(value).includes("hush"));
});

Deno.test("redactSecrets() keeps certificates, and the very object that has no secret", () => {
  const document = {
    tls_certificate: {
      certificate_chain: { inline_bytes: btoa(CHAIN) },
      private_key: { inline_bytes: "W3JlZGFjdGVkXQ==" },
    },
    plain: { key: "x-user", value: "jo" },
  };
  const { value, count } = redactSecrets(document);
  strictEqual(value, document);
  strictEqual(count, 0);
});
