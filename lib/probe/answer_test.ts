import { deepStrictEqual, strictEqual } from "node:assert/strict";
import { attemptOf, parseAnswer } from "./answer.ts";
import type { ProbeRequest } from "./request.ts";

const REQUEST: ProbeRequest = {
  scheme: "http",
  host: "web.shop",
  port: 80,
  method: "GET",
  path: "/",
  headers: new Map(),
  isGrpc: false,
  isKnownPath: false,
  times: 5,
  timeoutMs: 10_000,
};
const SENT = {
  requestId: "id",
  startedAt: "2026-01-01T12:00:00.000Z",
  through: "sidecar",
} as const;
const PASSED_ON = "x-envoy-upstream-service-time: 3\r\n";

function attempt(answer: string, request: Partial<ProbeRequest> = {}, through = "sidecar") {
  const sighting = { outcome: "answered", answer, message: "" } as const;
  const sent = { ...SENT, through: through as "sidecar" };
  return attemptOf(sighting, { ...REQUEST, ...request }, sent)!;
}

Deno.test("an answer is read past interim ones, whatever its line ends", () => {
  const answer = parseAnswer(
    "HTTP/1.1 100 Continue\r\n\r\nHTTP/2 200\r\nServer: envoy\r\n\r\na\n\nb",
  );
  deepStrictEqual([answer?.status, answer?.headers.get("server"), answer?.body], [
    200,
    "envoy",
    "a\n\nb",
  ]);
  strictEqual(parseAnswer("HTTP/1.1 503 Service Unavailable\n\n")?.body, "");
  strictEqual(parseAnswer("HTTP/1.1 204 No Content\nserver: x")?.status, 204);
  strictEqual(parseAnswer("220 mail ESMTP"), undefined);
});

Deno.test("it is told who answered: the application, the caller's proxy or another one", () => {
  const rows: [string, string, string, boolean][] = [
    [`200 OK\r\n${PASSED_ON}`, "hi", "200 from the application", false],
    [
      "503 Service Unavailable\r\nserver: envoy\r\n",
      "no healthy upstream",
      "503 from the caller's proxy: no healthy upstream",
      true,
    ],
    ["404 Not Found\r\nserver: envoy\r\n", "", "404 from the caller's proxy", true],
    [
      `403 Forbidden\r\n${PASSED_ON}`,
      "RBAC: access denied",
      "403 from a proxy on the way: RBAC: access denied",
      true,
    ],
    [`500 Internal Server Error\r\n${PASSED_ON}`, "oops", "500 from the application", true],
    ["302 Found\r\nserver: envoy\r\n", "", "302", false],
  ];
  for (const [head, body, detail, isFailure] of rows) {
    const { detail: said, isFailure: fails } = attempt(`HTTP/1.1 ${head}\r\n${body}`);
    deepStrictEqual([said, fails], [detail, isFailure]);
  }
});

Deno.test("an application need not know a path that nobody asked for", () => {
  const answer = `HTTP/1.1 404 Not Found\r\n${PASSED_ON}\r\n`;
  strictEqual(attempt(answer).isFailure, false);
  strictEqual(attempt(answer, { isKnownPath: true }).isFailure, true);
  strictEqual(attempt("HTTP/1.1 404 Not Found\r\nserver: envoy\r\n\r\n").isFailure, true);
});

Deno.test("nothing of an application's answer goes into a report", () => {
  const text = JSON.stringify(
    attempt(`HTTP/1.1 500 Oops\r\n${PASSED_ON}set-cookie: k=v\r\n\r\nsecret`),
  );
  strictEqual(/secret|k=v/.test(text), false);
});

Deno.test("what got no answer is told in the tool's words, and what was not sent is nothing", () => {
  const refused = { outcome: "no-connection", answer: "", message: "Connection refused" } as const;
  const { outcome, isFailure, detail } = attemptOf(refused, REQUEST, SENT)!;
  deepStrictEqual([outcome, isFailure, detail], ["no-connection", true, "Connection refused"]);
  strictEqual(
    attemptOf({ outcome: "connected", answer: "", message: "Time-out" }, REQUEST, SENT)?.detail,
    "the connection stays open",
  );
  strictEqual(
    attemptOf({ outcome: undefined, answer: "", message: "x" }, REQUEST, SENT),
    undefined,
  );
});

Deno.test("a gRPC call tells its fate in its trailers, with HTTP status 200", () => {
  const head = "HTTP/2 200 \r\ncontent-type: application/grpc\r\nserver: envoy\r\n";
  const rows: [string, string, boolean][] = [
    [
      "grpc-status: 14\r\ngrpc-message: no healthy upstream\r\n",
      "gRPC status 14 from the caller's proxy: no healthy upstream",
      true,
    ],
    ["grpc-status: 12\r\n", "gRPC status 12 from the caller's proxy", true],
    [
      `grpc-status: 12\r\ngrpc-message: unknown%20method%20/\r\n${PASSED_ON}`,
      "gRPC status 12 from the application",
      false,
    ],
    [
      `grpc-status: 7\r\ngrpc-message: RBAC: access denied\r\n${PASSED_ON}`,
      "gRPC status 7 from a proxy on the way: RBAC: access denied",
      true,
    ],
    [`grpc-status: 0\r\n${PASSED_ON}`, "gRPC status 0 from the application", false],
  ];
  for (const [trailers, detail, isFailure] of rows) {
    const { detail: said, isFailure: fails } = attempt(`${head}${trailers}\r\n`);
    deepStrictEqual([said, fails], [detail, isFailure]);
  }
});
