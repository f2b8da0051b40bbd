import { deepStrictEqual, ok, strictEqual, throws } from "node:assert/strict";
import fc from "fast-check";
import { Failure } from "../core/mod.ts";
import { parseQuestion } from "./question.ts";

const ask = (from: string, to: string, rest: { path?: string; headers?: string[] } = {}) =>
  parseQuestion({ from, to, namespace: "default", ...rest });

Deno.test("parseQuestion() reads sources with and without kind and namespace", () => {
  deepStrictEqual(ask("sleep.client", "a").source, { name: "sleep", namespace: "client" });
  deepStrictEqual(ask("sleep", "a").source, { name: "sleep", namespace: "default" });
  deepStrictEqual(ask("deploy/sleep.client", "a").source, {
    kind: "deploy",
    name: "sleep",
    namespace: "client",
  });
  strictEqual(ask("external", "a").source, "external");
});

Deno.test("parseQuestion() reads hosts, ports, URLs and IPv6 addresses", () => {
  deepStrictEqual(ask("a.b", "web.shop:80").target, { host: "web.shop", port: 80 });
  deepStrictEqual(ask("a.b", "Web.Shop").target, { host: "web.shop" });
  const url = ask("a.b", "https://shop.example.com/cart?id=1");
  deepStrictEqual(url.target, { host: "shop.example.com", port: 443, scheme: "https" });
  strictEqual(url.request.path, "/cart?id=1");
  deepStrictEqual(ask("a.b", "http://[::1]:8080/").target, {
    host: "::1",
    port: 8080,
    scheme: "http",
  });
  strictEqual(ask("a.b", "http://x/y", { path: "/z" }).request.path, "/z");
});

Deno.test("parseQuestion() reads headers by lower-case name", () => {
  const { headers } = ask("a.b", "c", { headers: ["End-User: jason", "X: a:b"] }).request;
  deepStrictEqual([...headers], [["end-user", "jason"], ["x", "a:b"]]);
});

Deno.test("parseQuestion() says what is wrong and what to write instead", () => {
  const wrong: [() => unknown, RegExp][] = [
    [() => ask("a b", "c"), /Cannot read source "a b"/],
    [() => ask("a.b", "ftp://c"), /scheme "ftp" is none of/],
    [() => ask("a.b", "c:99999"), /there is no port 99999/],
    [() => ask("a.b", "http://[::1"), /neither a host nor a URL/],
    [() => ask("a.b", "c", { path: "cart" }), /must begin with "\/"/],
    [() => ask("a.b", "c", { headers: ["nonsense"] }), /Cannot read header/],
  ];
  for (const [run, message] of wrong) throws(run, { name: "Failure", code: "USAGE", message });
});

Deno.test("parseQuestion() answers any text with a question or a failure", () => {
  fc.assert(fc.property(fc.string(), fc.string(), (from, to) => {
    try {
      ok(ask(from, to).target.host !== "");
    } catch (error) {
      ok(error instanceof Failure);
    }
  }));
});
