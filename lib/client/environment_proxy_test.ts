import { strictEqual } from "node:assert/strict";
import { proxyFor } from "./environment_proxy.ts";

function proxied(server: string, env: Record<string, string>): string | undefined {
  return proxyFor(new URL(server), { get: (name) => env[name] });
}

Deno.test("proxyFor() takes the proxy of the scheme, also in small letters", () => {
  const env = { HTTPS_PROXY: "http://secure:3128", http_proxy: "plain:3128" };
  strictEqual(proxied("https://api.example:6443", env), "http://secure:3128");
  strictEqual(proxied("http://api.example:8001", env), "http://plain:3128");
  strictEqual(proxied("https://api.example", {}), undefined);
  strictEqual(proxied("https://api.example", { HTTPS_PROXY: "" }), undefined);
});

Deno.test("proxyFor() leaves out this machine and what NO_PROXY lists", () => {
  const rows: [string, string, boolean][] = [
    ["localhost:6443", "", false],
    ["127.0.0.9", "", false],
    ["[::1]:6443", "", false],
    ["api.example", "*", false],
    ["api.example", "example", false],
    ["api.example", ".example", false],
    ["api.example", "*.example", false],
    ["example", ".example", true],
    ["example", "example", false],
    ["api.badexample", "example", true],
    ["api.example:6443", "other, api.example:6443", false],
    ["api.example:6443", "api.example:443", true],
    ["api.example", "api.example:443", false],
    ["10.1.2.3:6443", "10.0.0.0/8", false],
    ["10.1.2.3:6443", "10.1.2.3:443", true],
    ["11.1.2.3", "10.0.0.0/8,11.1.2.4", true],
    ["[fd00::1]", "fd00::/8", false],
    ["api.example", ",,", true],
  ];
  for (const [host, exceptions, expected] of rows) {
    const env = { HTTPS_PROXY: "http://proxy:3128", NO_PROXY: exceptions };
    const found = proxied(`https://${host}`, env) !== undefined;
    strictEqual(found, expected, `${host} with NO_PROXY=${exceptions}`);
  }
});
