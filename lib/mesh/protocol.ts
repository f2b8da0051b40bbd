/** What istiod takes a port to speak; `auto` means that the proxy sniffs it. */
export type Protocol =
  | "http"
  | "http2"
  | "grpc"
  | "grpc-web"
  | "https"
  | "tls"
  | "tcp"
  | "mongo"
  | "redis"
  | "mysql"
  | "udp"
  | "hbone"
  | "auto";

const NAMED: ReadonlySet<string> = new Set<Protocol>(
  [
    "http",
    "http2",
    "grpc",
    "grpc-web",
    "https",
    "tls",
    "tcp",
    "mongo",
    "redis",
    "mysql",
    "udp",
    "hbone",
  ],
);

const APP_PROTOCOLS: ReadonlyMap<string, Protocol> = new Map([
  ["kubernetes.io/h2c", "http2"],
  ["kubernetes.io/ws", "http"],
  ["kubernetes.io/wss", "https"],
]);

/** Ports on which istiod never sniffs, because their protocols let the server speak first. */
const SERVER_FIRST_PORTS: ReadonlySet<number> = new Set([
  25,
  53,
  465,
  587,
  993,
  995,
  3306,
  5672,
  27017,
]);

/** The parts of a Service or ServiceEntry port that decide its protocol. */
export interface PortDeclaration {
  /** Name such as `http-web`. */
  readonly name?: string | undefined;
  /** Port number. */
  readonly port?: number | undefined;
  /** Transport protocol of a Service port, or the protocol of a ServiceEntry port. */
  readonly protocol?: string | undefined;
  /** `appProtocol` of a Service port. */
  readonly appProtocol?: string | undefined;
}

/**
 * The protocol of a Service port: `appProtocol`, else the part of the name before the first dash.
 * See https://istio.io/latest/docs/ops/configuration/traffic-management/protocol-selection/
 */
export function serviceProtocol({ name, port, protocol, appProtocol }: PortDeclaration): Protocol {
  if (protocol?.toUpperCase() === "UDP") return "udp";
  if (appProtocol) {
    const known = APP_PROTOCOLS.get(appProtocol) ?? named(appProtocol);
    if (known) return known;
  }
  const lower = (name ?? "").toLowerCase();
  const byName = lower === "grpc-web" || lower.startsWith("grpc-web-")
    ? "grpc-web"
    : named(lower.split("-", 1)[0]!);
  if (byName) return byName;
  return port !== undefined && SERVER_FIRST_PORTS.has(port) ? "tcp" : "auto";
}

/** The protocol that a ServiceEntry or Gateway port names outright; `auto` for an unknown word. */
export function declaredProtocol(protocol: string | undefined): Protocol {
  return named(protocol ?? "") ?? "auto";
}

function named(word: string): Protocol | undefined {
  const lower = word.toLowerCase();
  return NAMED.has(lower) ? lower as Protocol : undefined;
}

/** Whether a proxy treats the port as HTTP for sure, so that HTTP routes and policies apply. */
export function isHttp(protocol: Protocol): boolean {
  return ["http", "http2", "grpc", "grpc-web"].includes(protocol);
}

/** Whether a proxy treats the port as opaque bytes, so that HTTP routes never apply. */
export function isOpaque(protocol: Protocol): boolean {
  return ["tcp", "tls", "https", "mongo", "redis", "mysql", "udp"].includes(protocol);
}
