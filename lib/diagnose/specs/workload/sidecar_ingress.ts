import type { Path } from "../../../core/mod.ts";
import type { SidecarIngress, SidecarIngressTls } from "../../../mesh/mod.ts";
import { checkConnectionPool } from "../destinationrule/traffic_policy.ts";
import { checkServerTls } from "../gateway/server_tls.ts";
import type { Say } from "../say.ts";
import {
  isAddress,
  portNameProblem,
  portProblem,
  sayIf,
  unixPathProblem,
} from "../values/names.ts";
import { checkProtocol, isHttpProtocol, isTlsProtocol } from "../values/protocol.ts";

const UNIX = "unix://";
const LOCAL = new Set(["", "127.0.0.1", "0.0.0.0", "::1", "::"]);

/** Checks the listeners of a Sidecar that take requests in. */
export function checkIngress(ingress: readonly SidecarIngress[], say: Say): void {
  const seen = new Set<number>();
  for (const [i, listener] of ingress.entries()) {
    const at = ["spec", "ingress", i];
    const { port, bind = "", defaultEndpoint, tls, connectionPool } = listener;
    if (!port) {
      say(at, "sidecar: port is required for ingress listeners");
      continue;
    }
    const { name, number = 0, protocol, targetPort } = port;
    if (targetPort) say([...at, "port", "targetPort"], "targetPort has no impact on Sidecars");
    if (name) sayIf(say, [...at, "port", "name"], portNameProblem(name));
    checkProtocol(protocol, [...at, "port", "protocol"], say);
    sayIf(say, [...at, "port", "number"], portProblem(number));
    if (bind !== "" && !isAddress(bind)) say([...at, "bind"], `${bind} is not a valid IP`);
    if (seen.has(number)) {
      say([...at, "port"], "sidecar: ports on IP bound listeners must be unique");
    }
    seen.add(number);
    if (defaultEndpoint) checkDefaultEndpoint(defaultEndpoint, [...at, "defaultEndpoint"], say);
    if (tls) checkTls(tls, protocol, [...at, "tls"], say);
    checkConnectionPool(connectionPool, [...at, "connectionPool"], say);
    if (connectionPool?.http && !isHttpProtocol(protocol)) {
      say(
        [...at, "connectionPool", "http"],
        `sidecar: HTTP connection pool settings are configured for port ${number} ("${
          name ?? ""
        }") but its protocol is not HTTP (${protocol ?? ""}); only TCP settings will apply`,
        "warning",
      );
    }
  }
}

function checkDefaultEndpoint(endpoint: string, at: Path, say: Say): void {
  if (endpoint.startsWith(UNIX)) {
    return sayIf(say, at, unixPathProblem(endpoint.slice(UNIX.length)));
  }
  const [, bracketed, plain, port = ""] = /^(?:\[([^\]]*)\]|([^:]*)):([^:]*)$/.exec(endpoint) ?? [];
  const host = bracketed ?? plain;
  if (host === undefined) say(at, `address ${endpoint}: missing port in address`);
  else if (!LOCAL.has(host)) {
    say(
      at,
      "sidecar: defaultEndpoint must be of form 127.0.0.1:<port>,0.0.0.0:<port>,[::1]:port," +
        "[::]:port,unix://filepath or unset",
    );
  }
  if (/^[+-]?\d+$/.test(port)) sayIf(say, at, portProblem(Number(port)));
  else say(at, `sidecar: defaultEndpoint port (${port}) is not a number`);
}

function checkTls(tls: SidecarIngressTls, protocol: string | undefined, at: Path, say: Say): void {
  const unsupported = {
    subjectAltNames: "subjectAltNames is not supported in ingress tls",
    httpsRedirect: "httpsRedirect is not supported",
    credentialName: "credentialName is not currently supported",
    credentialNames: "credentialNames is not currently supported",
    tlsCertificates: "tls_certificates is not currently supported",
  } as const;
  for (const [field, what] of Object.entries(unsupported)) {
    const value = tls[field as keyof typeof unsupported];
    const isSet = Array.isArray(value) ? value.length > 0 : Boolean(value);
    if (isSet) say([...at, field], `sidecar: ${what}`);
  }
  if (tls.mode === "ISTIO_MUTUAL" || tls.mode === "AUTO_PASSTHROUGH") {
    say(
      [...at, "mode"],
      `configuration is invalid: cannot set mode to ${tls.mode} in sidecar ingress tls`,
    );
  }
  if (!isTlsProtocol(protocol)) {
    say(at, "server cannot have TLS settings for non HTTPS/TLS ports");
  }
  checkServerTls(tls, at, say);
}
