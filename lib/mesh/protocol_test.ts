import { strictEqual } from "node:assert/strict";
import { declaredProtocol, isHttp, isOpaque, type Protocol, serviceProtocol } from "./protocol.ts";

Deno.test("serviceProtocol() asks appProtocol first, then the name before the dash, then the port", () => {
  const rows: [Parameters<typeof serviceProtocol>[0], Protocol][] = [
    [{ name: "http-web", port: 80 }, "http"],
    [{ name: "http", port: 80 }, "http"],
    [{ name: "httpweb", port: 80 }, "auto"],
    [{ name: "grpc-web", port: 80 }, "grpc-web"],
    [{ name: "grpc-web-ui", port: 80 }, "grpc-web"],
    [{ name: "grpc-ui", port: 80 }, "grpc"],
    [{ name: "tcp-db", port: 80, appProtocol: "http" }, "http"],
    [{ name: "web", port: 80, appProtocol: "kubernetes.io/h2c" }, "http2"],
    [{ name: "web", port: 80, appProtocol: "example.com/custom" }, "auto"],
    [{ name: "db", port: 3306 }, "tcp"],
    [{ name: "http-dns", port: 53, protocol: "UDP" }, "udp"],
    [{}, "auto"],
  ];
  for (const [port, expected] of rows) {
    strictEqual(serviceProtocol(port), expected, JSON.stringify(port));
  }
});

Deno.test("declaredProtocol() reads the word in any case", () => {
  strictEqual(declaredProtocol("HTTP2"), "http2");
  strictEqual(declaredProtocol("Nonsense"), "auto");
  strictEqual(declaredProtocol(undefined), "auto");
});

Deno.test("a port is never both HTTP for sure and opaque, and sniffed ports are neither", () => {
  const all: Protocol[] = ["http", "http2", "grpc", "https", "tls", "tcp", "mongo", "udp", "auto"];
  for (const protocol of all) strictEqual(isHttp(protocol) && isOpaque(protocol), false);
  strictEqual(isHttp("auto") || isOpaque("auto"), false);
});
