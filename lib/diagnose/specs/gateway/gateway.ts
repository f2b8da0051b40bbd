import type { Fix, Path } from "../../../core/mod.ts";
import type { GatewayServer, GatewayServerPort, Resource } from "../../../mesh/mod.ts";
import {
  isAddress,
  isDnsLabel,
  partialWildcardProblem,
  portProblem,
  sayIf,
  unixPathProblem,
  wildcardDomainProblem,
} from "../values/names.ts";
import { isHttpProtocol, isKnownProtocol, isTlsProtocol } from "../values/protocol.ts";
import { addition } from "../../analysis/fix.ts";
import type { Say } from "../say.ts";
import { checkServerTls } from "./server_tls.ts";

const UNIX = "unix://";

/** Checks a Gateway. */
export function checkGateway(gateway: Resource<"Gateway">, say: Say): void {
  const { servers = [] } = gateway.spec;
  if (!isDnsLabel(gateway.name)) {
    say(["metadata", "name"], `invalid gateway name: "${gateway.name}"`);
  }
  if (servers.length === 0) say(["spec"], "gateway must have at least one server");
  const nameFor = freeNames(servers);
  for (const [i, server] of servers.entries()) {
    checkServer(server, nameFor, ["spec", "servers", i], say);
  }
  const names = new Set<string>();
  for (const [i, { port, tls }] of servers.entries()) {
    if (!port) continue;
    const { name = "", protocol } = port;
    const at = ["spec", "servers", i];
    if (names.has(name)) {
      say(
        [...at, "port", "name"],
        `port names in servers must be unique: duplicate name ${name}`,
        undefined,
        naming(port, nameFor, at),
      );
    }
    names.add(name);
    if (!isHttpProtocol(protocol) && tls?.httpsRedirect) {
      say(
        [...at, "tls", "httpsRedirect"],
        "tls.httpsRedirect should only be used with http servers",
        "warning",
      );
    }
  }
}

/** Finds a name for a port that no other one has: `PROTOCOL-NUMBER`, with a number more where needed. */
type NameFor = (port: GatewayServerPort) => string;

function freeNames(servers: readonly GatewayServer[]): NameFor {
  const taken = new Set(servers.map(({ port }) => port?.name));
  return ({ protocol = "tcp", number = 0 }) => {
    const wanted = `${protocol.toLowerCase()}-${number}`;
    let name = wanted;
    for (let i = 2; taken.has(name); i++) name = `${wanted}-${i}`;
    return name;
  };
}

function naming(port: GatewayServerPort, nameFor: NameFor, at: Path): Fix {
  const name = nameFor(port);
  return addition([...at, "port", "name"], name, `Name the port "${name}"`, "safe");
}

function checkServer(server: GatewayServer, nameFor: NameFor, at: Path, say: Say): void {
  const { hosts = [], port, bind = "", tls } = server;
  if (hosts.length === 0) say(at, "server config must contain at least one host");
  for (const [i, host] of hosts.entries()) {
    checkScopedHost(host, { isGateway: true }, [...at, "hosts", i], say);
  }
  const isPortRight = checkPort(server, nameFor, at, say);
  if (bind.startsWith(UNIX)) {
    sayIf(say, [...at, "bind"], unixPathProblem(bind.slice(UNIX.length)));
    if (port?.number) {
      say([...at, "port", "number"], "port number must be 0 for unix domain socket");
    }
  } else if (bind !== "" && !isAddress(bind)) say([...at, "bind"], `${bind} is not a valid IP`);
  checkServerTls(tls, [...at, "tls"], say);
  if (isPortRight) checkTlsOfPort(server, at, say);
}

function checkPort(
  { port, bind = "" }: GatewayServer,
  nameFor: NameFor,
  at: Path,
  say: Say,
): boolean {
  if (!port) {
    say(at, "port is required");
    return false;
  }
  let isRight = true;
  const wrong: Say = (...problem) => {
    isRight = false;
    say(...problem);
  };
  const { number = 0, protocol = "", name, targetPort } = port;
  if (!isKnownProtocol(protocol)) {
    wrong(
      [...at, "port", "protocol"],
      `invalid protocol "${protocol}", supported protocols are HTTP, HTTP2, GRPC, GRPC-WEB, MONGO, ` +
        "REDIS, MYSQL, TCP",
    );
  }
  if (number > 0 || !bind.startsWith(UNIX)) {
    sayIf(wrong, [...at, "port", "number"], portProblem(number));
  }
  if (targetPort) wrong([...at, "port", "targetPort"], "targetPort has no impact on Gateways");
  if (!name) {
    wrong(
      [...at, "port"],
      `port name must be set: number:${number} protocol:"${protocol}"`,
      undefined,
      naming(port, nameFor, at),
    );
  }
  return isRight;
}

function checkTlsOfPort({ port, tls }: GatewayServer, at: Path, say: Say): void {
  const { protocol } = port ?? {};
  if (isTlsProtocol(protocol)) {
    if (!tls) say(at, "server must have TLS settings for HTTPS/TLS protocols");
    return;
  }
  if (!tls) return;
  if (!isHttpProtocol(protocol)) {
    say([...at, "tls"], "server cannot have TLS settings for non HTTPS/TLS ports");
    return;
  }
  // A server for plain text may only redirect to one with TLS.
  const { mode = "PASSTHROUGH", caCertificates, privateKey, serverCertificate } = tls;
  const isPassthrough = mode === "PASSTHROUGH" || mode === "AUTO_PASSTHROUGH";
  if (!isPassthrough || caCertificates || privateKey || serverCertificate) {
    say([...at, "tls"], "server cannot have TLS settings for plain text HTTP ports");
  }
}

/** Checks a host that may carry a namespace: `ns/host`; in Sidecars it must. */
export function checkScopedHost(
  host: string,
  { isGateway }: { isGateway: boolean },
  at: Path,
  say: Say,
): void {
  const slash = host.indexOf("/");
  if (slash < 0) {
    if (isGateway) checkHostPart(host, isGateway, at, say);
    else say(at, "host must be of form namespace/dnsName");
    return;
  }
  const [namespace, name] = [host.slice(0, slash), host.slice(slash + 1)];
  if (namespace === "" || name === "") {
    say(at, "config namespace and dnsName in host entry cannot be empty");
  }
  const isSpecial = namespace === "*" || namespace === "." || !isGateway && namespace === "~";
  if (!isSpecial && !isDnsLabel(namespace)) {
    say(at, `invalid namespace value "${namespace}" in ${isGateway ? "gateway" : "sidecar"}`);
  }
  checkHostPart(name, isGateway, at, say);
}

function checkHostPart(host: string, isGateway: boolean, at: Path, say: Say): void {
  if (host !== "*" && !host.includes(".")) say(at, "short names (non FQDN) are not allowed");
  const problem = isGateway && isAddress(host) ? undefined : wildcardDomainProblem(host);
  sayIf(say, at, problem);
  sayIf(say, at, partialWildcardProblem(host));
}
