/** Rows of the causes by which a proxy does not understand, or does not take, what passes it. @module */
import type { CaseParts, LogLine } from "../cases/case_of.ts";
import { service } from "../cases/objects.ts";
import { answered, type CauseRow, logs, meshWith, refused, SLEEP, times, WEB } from "./row.ts";

const NO_HTTP = { ...refused(400, "DPE", "http1.codec_error"), method: "", path: "" };
const PROTOCOL_ERROR = refused(
  502,
  "UPE",
  "upstream_reset_before_response_started{protocol_error}",
);

/** The rows. */
export const rows: readonly CauseRow[] = [
  {
    cause: "MM-C09",
    fires: onPort("http", PROTOCOL_ERROR),
    object: "Service/shop/web",
    near: onPort("grpc", PROTOCOL_ERROR),
    nearly: "the port is HTTP/2, which the application does not speak",
  },
  {
    cause: "MM-C10",
    fires: { ...meshOnly(), to: "https://web.shop:80", logs: logs(times(3, NO_HTTP)) },
    object: "Service/shop/web",
    near: { ...meshOnly(), logs: logs(times(3, NO_HTTP)) },
    nearly: "the caller does not say that it speaks TLS",
  },
  {
    cause: "MM-C12",
    fires: onPort("grpc", PROTOCOL_ERROR),
    object: "Service/shop/web",
    near: onPort("http", PROTOCOL_ERROR),
    nearly: "the port is declared as HTTP/1.1",
  },
  {
    cause: "MM-C32",
    fires: refusing(refused(431, "DPE", "http1.headers_too_large")),
    object: "Pod/client/sleep-1",
    near: bySelf(431),
    nearly: "the application finds the headers too large",
  },
  {
    cause: "MM-C33",
    fires: refusing({ ...refused(426, "DPE", "low_version"), protocol: "HTTP/1.0" }),
    object: "Pod/client/sleep-1",
    near: bySelf(426),
    nearly: "the application asks for another protocol",
  },
  {
    cause: "MM-C34",
    fires: refusing(refused(403, "", "upgrade_failed")),
    object: "Pod/client/sleep-1",
    near: bySelf(403),
    nearly: "the application refuses the upgrade",
  },
  {
    cause: "MM-C51",
    fires: refusing(refused(503, "OM", "overload")),
    object: "Pod/client/sleep-1",
    near: bySelf(503),
    nearly: "the application sheds load",
  },
  {
    cause: "MM-C11",
    fires: toDatabase({ name: "db", port: 3307 }),
    object: "Service/shop/web",
    near: toDatabase({ name: "mysql", port: 3307 }),
    nearly: "the port's name says the protocol",
  },
  {
    cause: "MM-C35",
    fires: withSecondService("tcp-web"),
    object: "Service/shop/web-too",
    near: withSecondService("http-web"),
    nearly: "both Services declare HTTP",
  },
];

function meshOnly(): CaseParts {
  return { objects: meshWith() };
}

function onPort(name: string, line: LogLine): CaseParts {
  const ports = [{ name, port: 80, targetPort: 8080 }];
  return {
    objects: [SLEEP, WEB, service("shop/web", { ports })],
    logs: logs(times(3, answered(502)), times(3, line)),
  };
}

function refusing(line: LogLine): CaseParts {
  return { ...meshOnly(), logs: logs(times(3, line)) };
}

function bySelf(code: number): CaseParts {
  return { ...meshOnly(), logs: logs(times(3, answered(code)), times(3, { code })) };
}

function toDatabase(port: object): CaseParts {
  return {
    to: "web.shop:3307",
    objects: [SLEEP, WEB, service("shop/web", { ports: [port] })],
    logs: logs(times(3, {
      method: "",
      path: "",
      protocol: "",
      code: 0,
      details: "",
      flags: ["DC"],
      bytesSent: 0,
      durationMs: 10_000,
      requestId: "",
      authority: "",
      upstreamCluster: "outbound|3307||web.shop.svc.cluster.local",
    })),
  };
}

function withSecondService(name: string): CaseParts {
  const ports = [{ name, port: 9000, targetPort: 8080 }];
  return {
    objects: meshWith(service("shop/web-too", { selector: { app: "web" }, ports })),
    logs: logs(times(3, answered(502)), times(3, PROTOCOL_ERROR)),
  };
}
