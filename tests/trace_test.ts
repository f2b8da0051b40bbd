import { deepStrictEqual, match, ok, strictEqual } from "node:assert/strict";
import { type TraceReport, traceRequest } from "../mod.ts";
import { caseOf, type CaseParts } from "./cases/case_of.ts";
import { pod, service } from "./cases/objects.ts";
import type { ProxyParts } from "./cases/proxy_files.ts";
import { cli } from "./cli.ts";

const OBJECTS = [pod("client/sleep-1"), pod("shop/web-1"), service("shop/web")];
const CLUSTER = "outbound|80||web.shop.svc.cluster.local";

async function traceOf(
  routes: readonly object[],
  rest: Partial<CaseParts> = {},
): Promise<TraceReport> {
  const proxy = (parts: ProxyParts) => {
    const [host] = parts.routes.get("80") ?? [];
    ok(host);
    if (routes.length > 0) host.routes = routes.map((route) => ({ ...route }));
  };
  return await traceRequest(await caseOf({ objects: OBJECTS, proxy, ...rest }));
}

function stepAt({ hops }: TraceReport, at: string) {
  return hops.flatMap(({ steps }) => steps).find((step) => step.at === at);
}

Deno.test("a trace says why each earlier route does not match", async () => {
  const report = await traceOf([
    {
      name: "beta",
      match: { prefix: "/", headers: [{ name: "x-beta" }] },
      route: { cluster: CLUSTER },
    },
    { name: "rest", match: { prefix: "/" }, route: { cluster: CLUSTER, timeout: "2s" } },
  ]);
  const route = stepAt(report, "route");
  strictEqual(route?.decision, `route rest sends it to ${CLUSTER}`);
  deepStrictEqual(route.details, [
    'route beta does not match: it asks that header "x-beta" is present',
    "the answer may take 2000 ms",
  ]);
  strictEqual(report.response.envoyCluster, CLUSTER);
});

Deno.test("a trace shares requests among weighted clusters and sees the one that is missing", async () => {
  const missing = CLUSTER.replace("||", "|v9|");
  const clusters = [{ name: CLUSTER, weight: 75 }, { name: missing, weight: 25 }];
  const report = await traceOf([
    { name: "split", match: { prefix: "/" }, route: { weighted_clusters: { clusters } } },
  ]);
  deepStrictEqual(
    report.expected.map((
      { share, code, flags, envoyCluster },
    ) => [share, code, flags, envoyCluster]),
    [[0.75, undefined, [], CLUSTER], [0.25, 503, ["NC"], missing]],
  );
});

Deno.test("redirects, direct responses and routes that are not found end at the caller's proxy", async () => {
  const match = { prefix: "/" };
  const redirected = await traceOf([{ match, redirect: { host_redirect: "new.shop" } }]);
  deepStrictEqual([redirected.outcome, redirected.response.code], ["passes", 301]);
  const answered = await traceOf([{ match, direct_response: { status: 418 } }]);
  deepStrictEqual(
    [answered.outcome, answered.response.code, answered.response.details],
    ["fails", 418, "direct_response"],
  );
  const lost = await traceOf([{ match: { path: "/other" }, route: { cluster: CLUSTER } }]);
  deepStrictEqual(
    [lost.response.code, lost.response.flags, lost.response.details],
    [404, ["NR"], "route_not_found"],
  );
});

Deno.test("a trace without usable endpoints expects 503 UH", async () => {
  const proxy = ({ endpoints }: ProxyParts) => {
    for (const each of endpoints.get(CLUSTER) ?? []) each.health = "UNHEALTHY";
  };
  const report = await traceRequest(await caseOf({ objects: OBJECTS, proxy, logs: {} }));
  strictEqual(stepAt(report, "cluster")?.outcome, "ok");
  ok(report.expected.length > 0);
});

Deno.test("what was logged outweighs what was expected, and both are shown", async () => {
  const failed = {
    code: 503,
    flags: ["UC"],
    details: "upstream_reset_before_response_started{connection_termination}",
  };
  const logs = { "client/sleep-1": [failed, failed, {}], "shop/web-1": [] };
  const report = await traceOf([], { logs });
  deepStrictEqual(report.observed.map(({ count, code }) => [count, code]), [[2, 503], [1, 200]]);
  deepStrictEqual([report.outcome, report.response.basis, report.agrees], ["fails", "logs", true]);
});

async function example(name: string, argv: string) {
  const file = await Deno.readFile(new URL(`../examples/${name}.tar.gz`, import.meta.url));
  return await cli(`trace ${argv} --snapshot mesh.tar.gz`, {
    files: { "/repo/mesh.tar.gz": file },
  });
}

const QUESTION = "sleep.client reviews.bookinfo:9080";

Deno.test("trace names the object that sends requests to a missing subset, and exits 1", async () => {
  const { status, stdout, stderr } = await example("missing-subset", `${QUESTION} -o json`);
  deepStrictEqual([status, stderr], [1, ""]);
  const report: TraceReport = JSON.parse(stdout);
  deepStrictEqual([report.agrees, report.response.flags], [true, ["NC"]]);
  deepStrictEqual(
    stepAt(report, "route")?.objects.map(({ resource }) => `${resource.kind} ${resource.name}`),
    ["VirtualService reviews"],
  );
});

Deno.test("trace follows a request through the server's filters, and exits 0 where it passes", async () => {
  const { status, stdout } = await example("healthy", `${QUESTION} -o tree`);
  strictEqual(status, 0);
  match(stdout, /^PASSES {2}sleep → reviews/);
  match(stdout, /TLS ends here, the caller is spiffe:\/\/cluster\.local\/ns\/client\/sa\/sleep/);
  match(stdout, /✓ app: reviews gets GET \/reviews\/0 on port 9080/);
});

Deno.test("trace sees plain text that a STRICT server does not take", async () => {
  const { status, stdout } = await example(
    "mtls-conflict",
    "sleep.client details.bookinfo:9080 --path /details/0 -o json",
  );
  const report: TraceReport = JSON.parse(stdout);
  deepStrictEqual([status, report.expected[0]?.flags, report.agrees], [1, ["UC"], true]);
  deepStrictEqual(
    report.hops.at(-1)?.steps.at(-1)?.objects.map(({ resource }) => resource.kind),
    ["PeerAuthentication"],
  );
});

Deno.test("trace draws a sequence diagram", async () => {
  const { stdout } = await example("missing-subset", `${QUESTION} -o mermaid --exit-zero`);
  match(stdout, /^sequenceDiagram\n {2}participant c as sleep\n {2}participant p0 as client /);
  match(stdout, /\n {2}p0--xc: 503 NC cluster_not_found/);
});
