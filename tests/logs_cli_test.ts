import { deepStrictEqual, match, strictEqual } from "node:assert/strict";
import { cli } from "./cli.ts";

const DENIED = '{"start_time":"2026-08-01T10:00:00.000Z","method":"GET","path":"/a",' +
  '"protocol":"HTTP/1.1","response_code":503,"response_flags":"UH",' +
  '"response_code_details":"no_healthy_upstream","upstream_cluster":"outbound|80||a.b.svc.cluster.local"}';

Deno.test("logs explains what is piped in, and exits 3 under --strict where a line is unreadable", async () => {
  const piped = await cli("logs", { stdin: `${DENIED}\n${DENIED}` });
  deepStrictEqual([piped.status, piped.stderr], [0, ""]);
  match(piped.stdout, /^2 requests; 2 failures\n\n2 × The proxy answered 503 itself: no endpoint/);
  match(piped.stdout, /Remedy: make pods ready/);
  strictEqual((await cli("logs - --strict", { stdin: `${DENIED}\nwhat` })).status, 3);
});

Deno.test("logs reads the format that mesh settings give", async () => {
  const files = {
    "/repo/mesh.yaml": 'accessLogFormat: "%RESPONSE_CODE% %RESPONSE_FLAGS% %REQ(:PATH)%\\n"\n',
    "/repo/a.log": "503 NR /cart\n",
  };
  const { status, stdout } = await cli("logs a.log --meshConfigFile mesh.yaml -o json", { files });
  const report = JSON.parse(stdout);
  deepStrictEqual([status, report.kind, report.lines.requests], [0, "LogReport", 1]);
  strictEqual(report.groups[0].signs[0].value, "NR");
  const unknown = await cli("logs a.log -o json", { files });
  strictEqual(JSON.parse(unknown.stdout).lines.unreadable, 1);
});

Deno.test("logs names a file that it cannot read", async () => {
  const { status, stderr } = await cli("logs nothing.log");
  deepStrictEqual([status, stderr], [
    3,
    'meshmedic: Cannot read file "nothing.log": no such file\n',
  ]);
});

Deno.test("logs of a snapshot explains what its proxies logged in the window", async () => {
  const example = await Deno.readFile(
    new URL("../examples/missing-subset.tar.gz", import.meta.url),
  );
  const { status, stdout } = await cli("logs --snapshot mesh.tar.gz -o json", {
    files: { "/repo/mesh.tar.gz": example },
  });
  const [first] = JSON.parse(stdout).groups;
  deepStrictEqual([status, first.producedBy, first.code], [0, "proxy", 503]);
  strictEqual(first.signs[0].value, "cluster_not_found");
});
