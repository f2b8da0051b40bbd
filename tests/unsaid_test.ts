/** What a question leaves open is answered by what was seen, and what nobody could see is not called fine. @module */
import { deepStrictEqual, match, strictEqual } from "node:assert/strict";
import { type Case, diagnoseConnectivity, type DiagnosisReport, type Gap, Mesh } from "../mod.ts";
import { caseOf, type CaseParts, inputOf, meshOfObjects, questionOf } from "./cases/case_of.ts";
import { object, service } from "./cases/objects.ts";
import {
  answered,
  atGateway,
  CONNECTION,
  GATEWAY_POD,
  GATEWAY_SERVICE,
  HOST,
  logs,
  meshWith,
  refused,
  SLEEP,
  times,
  WEB,
} from "./causes/row.ts";

function diagnose(parts: CaseParts): Promise<DiagnosisReport> {
  return diagnoseConnectivity(questionOf(parts), inputOf(parts));
}

function walked({ request: { method, path } }: Case): string {
  return `${method} ${path}`;
}

Deno.test("a request that was not described is walked as it fails most often", async () => {
  const broken = {
    ...refused(503, "UH", "no_healthy_upstream"),
    path: "/buy?id=1",
    method: "POST",
  };
  const parts = {
    objects: meshWith(),
    logs: logs([...times(4, { ...answered(200), path: "/look" }), ...times(2, broken)]),
  };
  strictEqual(walked(await caseOf(parts)), "POST /buy?id=1");
  strictEqual(walked(await caseOf({ ...parts, request: { path: "/sell" } })), "POST /sell");
  strictEqual(walked(await caseOf({ ...parts, logs: {} })), "GET /");
});

Deno.test("connections count beside requests of the described path", async () => {
  const parts = {
    objects: meshWith(),
    request: { path: "/look" },
    logs: logs([{ ...answered(200), path: "/look" }, { ...CONNECTION, flags: ["UR"] }]),
  };
  deepStrictEqual((await caseOf(parts)).exchanges.map(({ isFailure }) => isFailure), [false, true]);
});

Deno.test("requests that only the server saw do not make a way healthy", async () => {
  const { verdict, findings } = await diagnose({
    objects: meshWith(),
    logs: { "shop/web-1": times(3, {}) },
    files: { "proxies/client/sleep-1/access.log": "" },
  });
  deepStrictEqual([verdict, findings], ["healthy", []]);
  const unread = inputOf({ objects: meshWith(), logs: { "shop/web-1": times(3, {}) } });
  const { read } = unread.recording;
  const report = await diagnoseConnectivity(questionOf({ objects: [] }), {
    ...unread,
    recording: {
      ...unread.recording,
      read: (path, signal) =>
        path === "proxies/client/sleep-1/access.log"
          ? Promise.resolve(undefined)
          : read(path, signal),
    },
  });
  deepStrictEqual([report.verdict, report.findings], ["inconclusive", []]);
});

Deno.test("a Service's address means the Service", async () => {
  const { destination } = await caseOf({ objects: meshWith(), to: "10.1.0.1:80" });
  strictEqual(destination.host, "web.shop.svc.cluster.local");
});

Deno.test("clients of a headless Service connect to its pods", async () => {
  const { destination, exchanges } = await caseOf({
    objects: [SLEEP, WEB, service("shop/web", { clusterIP: "None" })],
    logs: logs([{
      ...CONNECTION,
      upstreamCluster: "PassthroughCluster",
      downstreamLocal: "10.0.0.2:80",
    }]),
  });
  deepStrictEqual([...destination.addresses], ["10.0.0.2"]);
  strictEqual(exchanges.length, 1);
});

Deno.test("a gateway asks for hosts of the outside on behalf of its clients", async () => {
  const parts = {
    from: "istio-ingressgateway-1.istio-system",
    to: `http://${HOST}`,
    objects: [
      GATEWAY_POD,
      GATEWAY_SERVICE,
      object("networking.istio.io/v1 Gateway shop/edge", {
        selector: { istio: "ingressgateway" },
        servers: [{ port: { number: 80, name: "http", protocol: "HTTP" }, hosts: [HOST] }],
      }),
    ],
    dumps: false,
    logs: atGateway(times(3, refused(404, "NR", "route_not_found"))),
  } as const;
  const { findings: [first], headline } = await diagnose(parts);
  strictEqual(first?.cause, "MM-G01");
  match(headline, /^a client of istio-ingressgateway/);
});

Deno.test("a Service that nobody may list is not called missing", async () => {
  const parts = { objects: [SLEEP], to: "web.shop.svc.cluster.local:80" };
  const pods = meshOfObjects(parts.objects).list("Pod");
  const verdictOf = async (gaps: readonly Gap[]) => {
    const input = { ...inputOf(parts), mesh: new Mesh(pods, { gaps }) };
    const { verdict, findings } = await diagnoseConnectivity(questionOf(parts), input);
    return [verdict, ...findings.map(({ cause }) => cause)];
  };
  deepStrictEqual(await verdictOf([]), ["broken", "MM-C40"]);
  deepStrictEqual((await verdictOf([{ what: "services", reason: "forbidden" }])).slice(1), []);
});
