import { isCidr, isInCidr, parseIp, type World } from "../core/mod.ts";

/**
 * The proxy that the environment names for a server, as Go's `net/http` and so kubectl read it:
 * `HTTPS_PROXY` or `HTTP_PROXY`, but for what `NO_PROXY` lists and for this machine. `undefined` for none.
 */
export function proxyFor(server: URL, env: World["env"]): string | undefined {
  const read = (name: string) => env.get(name) || env.get(name.toLowerCase()) || undefined;
  const proxy = read(server.protocol === "https:" ? "HTTPS_PROXY" : "HTTP_PROXY");
  if (proxy === undefined) return undefined;
  const host = server.hostname.replace(/^\[|\]$/g, "").toLowerCase();
  const port = server.port || (server.protocol === "https:" ? "443" : "80");
  const excepted = (read("NO_PROXY") ?? "").split(",").map((each) => each.trim().toLowerCase());
  if (isThisMachine(host) || excepted.some((each) => matches(each, host, port))) return undefined;
  return proxy.includes("://") ? proxy : `http://${proxy}`;
}

function isThisMachine(host: string): boolean {
  return host === "localhost" || isInCidr(host, "127.0.0.0/8") || isInCidr(host, "::1");
}

/** Whether an entry of `NO_PROXY` is about a host: an address, a range, a domain, each with its port or without. */
function matches(entry: string, host: string, port: string): boolean {
  if (entry === "*") return true;
  if (parseIp(entry) !== undefined || isCidr(entry)) return isInCidr(host, entry);
  const [, name = "", only = port] = /^(.*?)(?::(\d+))?$/.exec(entry) ?? [];
  if (name === "" || only !== port) return false;
  if (parseIp(name) !== undefined) return isInCidr(host, name.replace(/^\[|\]$/g, ""));
  const domain = name.replace(/^\*?\./, "");
  return host.endsWith(`.${domain}`) || host === domain && domain === name;
}
