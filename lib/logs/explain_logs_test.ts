import { deepStrictEqual, match, ok, strictEqual } from "node:assert/strict";
import fc from "fast-check";
import type { LogGroup } from "../core/mod.ts";
import { explainLogs, type LogReading } from "./explain_logs.ts";
import { RESPONSE_FLAGS } from "./meanings/response_flags.ts";

interface Wanted {
  readonly code?: number;
  readonly flags?: string;
  readonly details?: string;
  readonly failure?: string;
  readonly cluster?: string;
  readonly id?: string;
}

const CLIENT = "outbound|9080||reviews.shop.svc.cluster.local";
const SERVER = "inbound|9080||";

function line(wanted: Wanted): string {
  const { code = 200, flags = "-", details = "via_upstream", failure = "-" } = wanted;
  const { cluster = CLIENT, id = "id-1" } = wanted;
  const isServer = cluster === SERVER;
  return `[2026-08-01T10:00:00.000Z] "GET /a HTTP/1.1" ${code} ${flags} ${details} - "${failure}" ` +
    `0 95 3 2 "-" "curl" "${id}" "reviews:9080" "10.0.0.2:9080" ${cluster} 10.0.0.1:5 ` +
    `${isServer ? "10.0.0.2:9080" : "10.96.0.1:9080"} 10.0.0.1:4 - default`;
}

async function explained(
  lines: readonly string[],
  options: Partial<LogReading> = {},
): Promise<readonly LogGroup[]> {
  const report = await explainLogs([{ name: "log", lines }], { formats: [], ...options });
  return report.groups;
}

Deno.test("the application is said to have answered where its own proxy passed the answer on", async () => {
  const [group] = await explained([line({ code: 500, cluster: SERVER })]);
  deepStrictEqual([group?.producedBy, group?.isFailure], ["application", true]);
  strictEqual(group?.summary, "the application itself answered 500");
});

Deno.test("the server's line tells who produced an error that a client's proxy passed on", async () => {
  const sent = line({ code: 403 });
  const [open] = await explained([sent]);
  strictEqual(open?.producedBy, "upstream");
  const denied = line({
    code: 403,
    details: "rbac_access_denied_matched_policy[ns[shop]-policy[no]-rule[1]]",
    cluster: SERVER,
  });
  const [byProxy] = await explained([sent], {
    servers: [{ name: "shop/reviews-1", text: denied }],
  });
  deepStrictEqual([byProxy?.producedBy, byProxy?.server?.at], ["server proxy", "shop/reviews-1"]);
  match(byProxy?.summary ?? "", /rule 1 of AuthorizationPolicy shop\/no denies the request/);
  const answered = line({ code: 403, cluster: SERVER });
  const [byApp] = await explained([sent], { servers: [{ name: "s", text: answered }] });
  strictEqual(byApp?.producedBy, "application");
  const [stranger] = await explained([sent], {
    servers: [{ name: "s", text: line({ code: 403, cluster: SERVER, id: "id-2" }) }],
  });
  strictEqual(stranger?.producedBy, "upstream");
});

Deno.test("a refused connection is explained by why it was refused, not by its flag alone", async () => {
  const details = "upstream_reset_before_response_started{connection_failure}";
  const [group] = await explained([
    line({ code: 503, flags: "UF", details, failure: "delayed connect error: 111" }),
  ]);
  deepStrictEqual(group?.signs.map(({ field }) => field), ["transport failure", "details", "flag"]);
  match(group?.summary ?? "", /nothing listens on that address/);
  match(group?.remedy ?? "", /targetPort/);
});

Deno.test("every response flag is explained in both of its spellings", async () => {
  strictEqual(RESPONSE_FLAGS.length, 30);
  for (const { flag, longName, cause } of RESPONSE_FLAGS) {
    for (const flags of [flag, longName]) {
      const [group] = await explained([line({ code: 503, flags, details: "-" })]);
      deepStrictEqual(group?.signs.map((sign) => sign.cause), [cause], flags);
    }
  }
});

Deno.test("equal lines are one group with a count; lines of no known form are counted and named", async () => {
  const uh = line({ code: 503, flags: "UH", details: "no_healthy_upstream" });
  const report = await explainLogs([{
    name: "a.log",
    lines: [
      line({}),
      uh,
      "what is this?",
      uh,
      "2026-08-01T10:00:00.000000Z\tinfo\tenvoy main\tstarting",
      "    in the next line",
      uh,
    ],
  }], { formats: [] });
  deepStrictEqual(report.groups.map(({ count, isFailure }) => [count, isFailure]), [
    [3, true],
    [1, false],
  ]);
  deepStrictEqual(report.lines, {
    requests: 4,
    ztunnel: 0,
    messages: 2,
    older: 0,
    unreadable: 1,
  });
  deepStrictEqual(report.unreadable, [{ at: "a.log", line: 3, text: "what is this?" }]);
  const each = await explained([uh, uh], { isEach: true });
  deepStrictEqual(each.map(({ count, example }) => [count, example.line]), [[1, 1], [1, 2]]);
});

Deno.test("lines are quoted without values of queries, cookies and tokens", async () => {
  const format = "%START_TIME% %REQ(:METHOD)% %REQ(:PATH)% %RESPONSE_CODE% %REQ(COOKIE)%";
  const lines = [
    "2026-01-01T00:00:00.000Z GET /a?id=canary&b=canary 503 session=canary",
    "authorization: Bearer canary",
  ];
  const told = async (quotesNoUnknown: boolean) =>
    await explainLogs([{ name: "a.log", lines }], { formats: [format], quotesNoUnknown });
  const report = await told(false);
  ok(!JSON.stringify(report).includes("canary"), JSON.stringify(report));
  strictEqual(
    report.groups[0]?.example.text,
    "2026-01-01T00:00:00.000Z GET /a?id=[redacted]&b=[redacted] 503 [redacted]",
  );
  strictEqual(report.unreadable[0]?.text, "authorization: [redacted]");
  strictEqual((await told(true)).unreadable[0]?.text, "");
});

Deno.test("what kubectl and container runtimes write before a line does not hide it", async () => {
  const plain = line({ code: 503, flags: "UH", details: "no_healthy_upstream" });
  const [group] = await explained([
    `[pod/web-1/istio-proxy] ${plain}`,
    `2026-08-01T10:00:00.123456789Z ${plain}`,
    `2026-08-01T10:00:00.123456789+02:00 stdout F ${plain}`,
  ]);
  deepStrictEqual([group?.count, group?.example.at], [3, "log (web-1)"]);
});

Deno.test("a gRPC error counts although its HTTP status is 200", async () => {
  const formats = [{ code: "%RESPONSE_CODE%", status: "%GRPC_STATUS%", method: "%REQ(:METHOD)%" }];
  const [group] = await explained(['{"code":200,"status":"14","method":"POST"}'], { formats });
  deepStrictEqual([group?.isFailure, group?.signs[0]?.field], [true, "grpc status"]);
  match(group?.signs[0]?.cause ?? "", /UNAVAILABLE/);
});

Deno.test("lines of ztunnel are explained in text and in JSON", async () => {
  const error = "connection closed due to policy rejection: explicitly denied by: shop/no";
  const groups = await explained([
    "2026-08-01T10:00:00.123456Z\terror\taccess\tconnection complete\tsrc.addr=10.0.0.1:5 " +
    `src.workload="web" src.namespace="front" dst.addr=10.0.0.2:15008 dst.service="reviews.shop" ` +
    `direction="inbound" bytes_sent=0 duration="4ms" error="${error}"`,
    JSON.stringify({
      level: "error",
      time: "2026-08-01T10:00:01Z",
      scope: "access",
      message: "connection complete",
      "src.addr": "10.0.0.1:5",
      "src.workload": "web",
      "src.namespace": "front",
      "dst.service": "reviews.shop",
      duration: "6ms",
      error,
    }),
  ]);
  strictEqual(groups.length, 1);
  deepStrictEqual(
    [groups[0]?.count, groups[0]?.destination, groups[0]?.durationMs],
    [2, "front/web → reviews.shop", { mean: 5, max: 6 }],
  );
  match(groups[0]?.summary ?? "", /a DENY policy matches/);
});

Deno.test("no text whatever makes the explanation fail", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.string({ unit: "binary" })), async (lines) => {
      const { lines: { requests, ztunnel, messages, unreadable } } = await explainLogs(
        [{ name: "x", lines }],
        { formats: ["%RESPONSE_CODE% %REQ(:PATH)%"] },
      );
      ok(requests + ztunnel + messages + unreadable <= lines.length);
    }),
  );
});
