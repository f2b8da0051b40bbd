import { deepStrictEqual, match, ok, strictEqual } from "node:assert/strict";
import fc from "fast-check";
import type { ProbeRequest } from "../request.ts";
import { curl, quoted } from "./curl.ts";
import { programsIn, ranOf, type Tool, toolFor } from "./mod.ts";
import { netcat } from "./netcat.ts";
import { busyboxWget, wget } from "./wget.ts";

const REQUEST: ProbeRequest = {
  scheme: "http",
  host: "reviews.bookinfo",
  port: 9080,
  method: "GET",
  path: "/reviews/0?a=$(id)",
  headers: new Map(),
  isGrpc: false,
  isKnownPath: true,
  times: 5,
  timeoutMs: 10_000,
};
const SECRET = "Bearer a.b.c";
const WITH_TOKEN = { ...REQUEST, headers: new Map([["authorization", SECRET]]) };
const ID = "5f1c2a8e-0000-4000-8000-000000000000";

/** What a tool says of a command that ended so. */
function sees(tool: Tool, exitCode: number, stderr: string, stdout = "", request = REQUEST) {
  const ended = { exitCode: 0, stdout, stderr: `${stderr}meshmedic-exit ${exitCode}\n` };
  const { outcome, message } = tool.read(ranOf(ended), request);
  return [outcome, message];
}

Deno.test("no argument of any tool has a header: the API server audits them", () => {
  for (const tool of [curl, wget, busyboxWget, netcat]) {
    const { argv, input } = tool.command(WITH_TOKEN, ID, true);
    ok(!argv.some((word) => word.includes(SECRET) || word.includes(ID)), argv.join(" "));
    ok(input.includes(SECRET) && input.includes(ID), input);
  }
});

Deno.test("the text of a script has nothing of the request in it", () => {
  fc.assert(fc.property(
    fc.stringMatching(/^\/[!-~]{8,40}$/),
    fc.constantFrom(curl, wget, busyboxWget, netcat),
    (path, tool) => {
      const [shell, , text, , ...words] = tool.command({ ...REQUEST, path }, ID, false).argv;
      const [, , same] = tool.command(REQUEST, ID, false).argv;
      strictEqual(shell, "sh");
      strictEqual(text, same);
      ok(words.length > 0);
    },
  ));
});

Deno.test("a value in curl's configuration is read back as it was", () => {
  fc.assert(fc.property(fc.string({ unit: "binary-ascii" }), (value) => {
    const text = quoted(value);
    match(text, /^"(?:[^"\\]|\\["\\])*"$/);
    strictEqual(text.slice(1, -1).replace(/\\(.)/g, "$1"), value);
  }));
});

Deno.test("curl's exit status tells what became of a request", () => {
  const figures = "meshmedic-figures 0.000594 0\n";
  const rows: [number, string, string][] = [
    [6, "Could not resolve host: nosuch.invalid", "name-not-resolved"],
    [
      7,
      "Failed to connect to 127.0.0.1 port 1 after 0 ms: Couldn't connect to server",
      "no-connection",
    ],
    [28, "Operation timed out after 2008 milliseconds with 0 bytes received", "timed-out"],
    [35, "OpenSSL/3.0.19: error:0A00010B:SSL routines::wrong version number", "tls-failed"],
    [52, "Empty reply from server", "connection-closed"],
    [60, "SSL certificate problem: unable to get local issuer certificate", "tls-failed"],
  ];
  for (const [code, text, outcome] of rows) {
    deepStrictEqual(sees(curl, code, `curl: (${code}) ${text}\n${figures}`), [outcome, text]);
  }
  deepStrictEqual(sees(curl, 2, "curl: option --config: is unknown\n"), [
    undefined,
    "option --config: is unknown",
  ]);
  const { durationMs, bytes } = curl.read(
    { exitCode: 0, stdout: "HTTP/1.1 200 OK\r\n\r\nhi", stderr: "meshmedic-figures 0.0123 2\n" },
    REQUEST,
  );
  deepStrictEqual([durationMs, bytes], [12, 2]);
});

Deno.test("GNU wget and BusyBox tell it in words", () => {
  const refused = "wget: server returned error: HTTP/1.1 503 Service Unavailable\n";
  const rows: [Tool, number, string, string | undefined][] = [
    [wget, 4, "failed: Connection refused.\n", "no-connection"],
    [wget, 4, "wget: unable to resolve host address ‘nosuch.invalid’\n", "name-not-resolved"],
    [wget, 4, "Read error (Connection timed out) in headers.\n", "timed-out"],
    [wget, 4, "No data received.\n", "connection-closed"],
    [wget, 4, "GnuTLS: An unexpected TLS packet was received.\n", "tls-failed"],
    [wget, 2, "wget: unrecognized option '--method=GET'\n", undefined],
    [busyboxWget, 1, "wget: bad address 'nosuch.invalid'\n", "name-not-resolved"],
    [
      busyboxWget,
      1,
      "wget: can't connect to remote host (10.0.0.1): Connection refused\n",
      "no-connection",
    ],
    [busyboxWget, 1, "wget: download timed out\n", "timed-out"],
    [busyboxWget, 1, "wget: error getting response\n", "connection-closed"],
    [busyboxWget, 1, `  HTTP/1.1 503 Service Unavailable\n${refused}`, "answered"],
    [busyboxWget, 1, refused, "answered"],
    [busyboxWget, 143, "", "timed-out"],
  ];
  for (const [tool, code, stderr, outcome] of rows) {
    strictEqual(sees(tool, code, stderr)[0], outcome, stderr);
  }
  const head = "  HTTP/1.1 503 Service Unavailable\n  server: envoy\n  content-length: 19\n";
  const end = "http://127.0.0.1:18093/x:\n2026-11-23 00:51:12 ERROR 503: Service Unavailable.\n";
  const { answer, outcome } = wget.read(
    { exitCode: 8, stdout: "no healthy upstream", stderr: head + end },
    REQUEST,
  );
  strictEqual(outcome, "answered");
  strictEqual(
    answer,
    "HTTP/1.1 503 Service Unavailable\nserver: envoy\ncontent-length: 19\n\nno healthy upstream",
  );
});

Deno.test("netcat sends a request by hand, and keeps its input open for Envoy", () => {
  const { input, argv } = netcat.command(REQUEST, ID, true);
  deepStrictEqual(argv.slice(4), [
    ...["timeout", "10", "nc", "-w", "10", "reviews.bookinfo", "9080"],
  ]);
  match(input, /^GET \/reviews\/0\?a=\$\(id\) HTTP\/1\.1\r\nhost: reviews\.bookinfo:9080\r\n/);
  ok(input.endsWith("connection: close\r\n\r\n"));
  const rows: [number, string, string, string][] = [
    [0, "", "HTTP/1.1 200 OK\r\n\r\nhi", "answered"],
    [1, "nc: bad address 'nosuch.invalid'\n", "", "name-not-resolved"],
    [
      1,
      'nc: getaddrinfo for host "x" port 80: Name or service not known\n',
      "",
      "name-not-resolved",
    ],
    [
      1,
      "nc: connect to x (10.0.0.1) port 80 (tcp) failed: Connection refused\n",
      "",
      "no-connection",
    ],
    [0, "", "", "connection-closed"],
    [124, "", "", "timed-out"],
  ];
  for (const [code, stderr, stdout, outcome] of rows) {
    strictEqual(sees(netcat, code, stderr, stdout)[0], outcome, stderr);
  }
});

Deno.test("a TCP connection counts when it stays open, or the server speaks on it", () => {
  const tcp = { ...REQUEST, scheme: "tcp" } as const;
  const rows: [Tool, number, string, string, string][] = [
    [curl, 28, "curl: (28) Time-out\n", "", "connected"],
    [curl, 0, "", "", "connection-closed"],
    [curl, 0, "", "220 mail ESMTP", "connected"],
    [curl, 7, "curl: (7) Failed to connect: Connection refused\n", "", "no-connection"],
    [netcat, 143, "", "", "connected"],
    [netcat, 0, "", "", "connection-closed"],
    [netcat, 1, "nc: connect to x port 80 (tcp) failed: Connection refused\n", "", "no-connection"],
  ];
  for (const [tool, code, stderr, stdout, outcome] of rows) {
    strictEqual(
      sees(tool, code, stderr, stdout, tcp)[0],
      outcome,
      `${tool.name} ${code} ${stderr}`,
    );
  }
  deepStrictEqual(curl.command(tcp, ID, true).argv.slice(-1), ["telnet://reviews.bookinfo:9080"]);
});

Deno.test("the most telling tool is chosen, with a token one that shows it to nobody", () => {
  const busybox = programsIn("wget\nnc\nbusybox-wget\ntimeout\n");
  deepStrictEqual([...busybox], ["nc", "busybox-wget", "timeout"]);
  const rows: [string, ProbeRequest, string | undefined][] = [
    ["curl\nwget\nnc", REQUEST, "curl"],
    ["wget\nnc", REQUEST, "wget"],
    ["wget\nnc", WITH_TOKEN, "nc"],
    ["wget", WITH_TOKEN, "wget"],
    ["wget\nbusybox-wget", REQUEST, "busybox wget"],
    ["wget\nbusybox-wget", { ...REQUEST, method: "DELETE" }, undefined],
    ["nc", { ...REQUEST, scheme: "https" }, undefined],
    ["wget", { ...REQUEST, scheme: "tcp" }, undefined],
    ["wget\nnc", { ...REQUEST, isGrpc: true }, undefined],
    ["timeout", REQUEST, undefined],
  ];
  for (const [programs, request, name] of rows) {
    strictEqual(toolFor(programsIn(programs), request)?.name, name, programs);
  }
});
