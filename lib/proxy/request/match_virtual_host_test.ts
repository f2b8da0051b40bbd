import { ok, strictEqual } from "node:assert/strict";
import { routeConfiguration } from "../envoy/route/route_config.ts";
import { effectiveAuthority, matchVirtualHost } from "./match_virtual_host.ts";

function find(domains: readonly string[], authority: string, ignorePort = false) {
  const config = routeConfiguration({
    virtual_hosts: domains.map((domain) => ({ name: domain, domains: [domain] })),
    ignore_port_in_host_matching: ignorePort,
  });
  ok(config);
  return matchVirtualHost(config, authority)?.domain;
}

Deno.test("matchVirtualHost() asks exact, longest suffix, longest prefix, then any", () => {
  const domains = ["*", "a.*", "a.b.*", "*.com", "*.b.com", "a.b.com"];
  strictEqual(find(domains, "a.b.com"), "a.b.com");
  strictEqual(find(domains, "x.b.com"), "*.b.com");
  strictEqual(find(domains, "x.y.com"), "*.com");
  strictEqual(find(domains, "a.b.org"), "a.b.*");
  strictEqual(find(domains, "a.c.org"), "a.*");
  strictEqual(find(domains, "nobody"), "*");
  strictEqual(find(domains.slice(1), "nobody"), undefined);
});

Deno.test("matchVirtualHost() needs a character for a wildcard and ignores case", () => {
  strictEqual(find(["*.b.com"], ".b.com"), undefined);
  strictEqual(find(["*-b.com"], "A-B.com"), "*-b.com");
});

Deno.test("matchVirtualHost() ignores the port only where the configuration says so", () => {
  strictEqual(find(["a.com"], "a.com:80"), undefined);
  strictEqual(find(["a.com"], "a.com:80", true), "a.com");
  strictEqual(find(["[::1]"], "[::1]:80", true), "[::1]");
  strictEqual(find(["[::1]"], "[::1]", true), "[::1]");
});

Deno.test("effectiveAuthority() strips port and dot as the connection manager says", () => {
  const none = {
    stripAnyHostPort: false,
    stripMatchingHostPort: false,
    stripTrailingHostDot: false,
  };
  strictEqual(effectiveAuthority(none, "a.com:80", 80), "a.com:80");
  strictEqual(effectiveAuthority({ ...none, stripAnyHostPort: true }, "a.com:81", 80), "a.com");
  const matching = { ...none, stripMatchingHostPort: true };
  strictEqual(effectiveAuthority(matching, "a.com:80", 80), "a.com");
  strictEqual(effectiveAuthority(matching, "a.com:81", 80), "a.com:81");
  const dot = { ...none, stripTrailingHostDot: true };
  strictEqual(effectiveAuthority(dot, "a.com.:80", 80), "a.com:80");
  strictEqual(effectiveAuthority(dot, "a.com.", 80), "a.com");
});
