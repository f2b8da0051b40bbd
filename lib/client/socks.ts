import { isIP } from "node:net";
import { connect, type ConnectionOptions } from "node:tls";
import type { Dispatcher } from "./library.ts";

/**
 * Sends over a SOCKS proxy. The client library's own way takes no server that is named by its address,
 * which is what tunnels are mostly for.
 */
export function socksDispatcher(
  { Agent, SocksClient }: Pick<typeof import("./library.ts"), "Agent" | "SocksClient">,
  proxyUrl: string,
  tls: ConnectionOptions,
): Dispatcher {
  const url = new URL(proxyUrl);
  const proxy = {
    host: url.hostname,
    port: Number(url.port) || 1080,
    type: url.protocol.startsWith("socks4") ? 4 : 5,
    ...(url.username !== "" && {
      userId: decodeURIComponent(url.username),
      password: decodeURIComponent(url.password),
    }),
  } as const;
  return new Agent({
    connect({ hostname, port, protocol }, callback) {
      const isSecure = protocol === "https:";
      const host = hostname.replace(/^\[|\]$/g, "");
      const destination = { host, port: Number(port) || (isSecure ? 443 : 80) };
      SocksClient.createConnection({ proxy, command: "connect", destination }).then(
        ({ socket }) => {
          const name = isIP(host) === 0 ? { servername: host } : {};
          callback(null, isSecure ? connect({ host, ...name, ...tls, socket }) : socket);
        },
        (cause) => callback(cause, null),
      );
    },
  });
}
