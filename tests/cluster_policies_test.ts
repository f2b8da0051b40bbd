/** Policies in meshes of several clusters: each end obeys the control plane that configures it. @module */
import { deepStrictEqual, match, strictEqual } from "node:assert/strict";
import {
  accessMatrix,
  assumedControlPlanes,
  checkAccess,
  controlPlaneOf,
  diagnoseSecurity,
  graphRenderers,
  type Mesh,
  meshGraph,
  parseQuestion,
} from "../mod.ts";
import { meshOfObjects, NOW, recordingOf } from "./cases/case_of.ts";
import { object, pod, service } from "./cases/objects.ts";
import { CLOSED, STRICT } from "./cases/safe_mesh.ts";

const { signal } = new AbortController();
const DENY = object("security.istio.io/v1 AuthorizationPolicy shop/closed", { action: "ALLOW" });

/** An istiod that calls its cluster by a name. */
function istiod(id?: string): object {
  const env = id === undefined ? [] : [{ name: "CLUSTER_ID", value: id }];
  return pod("istio-system/istiod-1", {
    labels: { app: "istiod" },
    proxy: false,
    spec: { containers: [{ name: "discovery", env }] },
  });
}

/** What runs in each cluster: a caller, and a service of the same name. */
function workloads(net: string): object[] {
  return [
    pod("client/sleep-1", { ip: `${net}.1` }),
    pod("shop/web-1", { ip: `${net}.2` }),
    service("shop/web"),
  ];
}

/** Two clusters, `home` and `west`, with these objects beside their workloads. */
function twoClusters(home: readonly object[], west: readonly object[]): Mesh {
  return meshOfObjects([], {
    home: [...workloads("10.0.0"), ...home],
    west: [...workloads("10.8.0"), ...west],
  });
}

Deno.test("the control plane of a cluster is its own, the one that is named, or the only one", () => {
  const config = (mesh: Mesh) =>
    mesh.clusters.map((each) => {
      const { config, runsIn, assumption } = controlPlaneOf(mesh, each);
      return [each, config, runsIn, assumption !== undefined];
    });
  deepStrictEqual(config(twoClusters([istiod()], [istiod()])), [
    ["home", "home", "home", false],
    ["west", "west", "west", false],
  ]);
  deepStrictEqual(config(twoClusters([istiod()], [])), [
    ["home", "home", "home", false],
    ["west", "home", "home", false],
  ]);
  const annotations = { "topology.istio.io/controlPlaneClusters": "primary-2" };
  const told = object("v1 Namespace istio-system", {}, { annotations });
  const third = (namespace: readonly object[]) =>
    meshOfObjects([], {
      east: [istiod("primary-1")],
      north: [istiod("primary-2")],
      south: [...workloads("10.9.0"), ...namespace],
    });
  deepStrictEqual(config(third([told])).at(-1), ["south", "north", "north", false]);
  deepStrictEqual(config(third([])).at(-1), ["south", "east", "east", true]);
});

Deno.test("an istiod outside the mesh reads the cluster that it is told", () => {
  const mesh = meshOfObjects([], {
    outside: [istiod("home")],
    home: [...workloads("10.0.0"), STRICT],
    west: workloads("10.8.0"),
  });
  for (const cluster of ["home", "west"]) {
    deepStrictEqual(controlPlaneOf(mesh, cluster), { config: "home", runsIn: "outside" });
  }
  deepStrictEqual(assumedControlPlanes(mesh), []);
});

Deno.test("what is assumed of clusters without a known istiod is said", () => {
  const gaps = assumedControlPlanes(twoClusters([STRICT], []));
  deepStrictEqual(gaps.map(({ what }) => what), [
    "control plane of cluster home",
    "control plane of cluster west",
  ]);
  match(gaps[0]!.reason, /^no istiod was seen: .* its own configuration$/);
  match(gaps[1]!.reason, /^no istiod was seen: .* the configuration of home$/);
  deepStrictEqual(assumedControlPlanes(meshOfObjects([STRICT])), []);
});

const QUESTION = parseQuestion({ from: "sleep.client", to: "web.shop:80", namespace: "default" });

Deno.test("each server enforces the policies of its own control plane", async () => {
  const mesh = twoClusters([istiod()], [istiod(), DENY]);
  const { answer, servers } = await checkAccess(QUESTION, { mesh, now: NOW });
  strictEqual(answer, "deny");
  deepStrictEqual(
    servers.map(({ cluster, callerCluster, answer }) => [cluster, callerCluster, answer]),
    [["home", undefined, "allow"], ["west", undefined, "deny"]],
  );
});

Deno.test("a remote cluster enforces the policies of its primary, not those applied to it", async () => {
  const mesh = twoClusters([istiod()], [DENY]);
  strictEqual((await checkAccess(QUESTION, { mesh, now: NOW })).answer, "allow");
  const primary = twoClusters([istiod(), DENY], []);
  strictEqual((await checkAccess(QUESTION, { mesh: primary, now: NOW })).answer, "deny");
});

Deno.test("a caller encrypts as the DestinationRules of its own cluster say", async () => {
  const plain = object("networking.istio.io/v1 DestinationRule shop/web", {
    host: "web",
    trafficPolicy: { tls: { mode: "DISABLE" } },
  });
  const mesh = twoClusters([istiod(), STRICT], [istiod(), STRICT, plain]);
  const { servers } = await checkAccess(QUESTION, { mesh, now: NOW });
  deepStrictEqual(
    servers.map(({ callerCluster, cluster, answer }) => [callerCluster, cluster, answer]),
    [
      ["home", "home", "allow"],
      ["home", "west", "allow"],
      ["west", "home", "deny"],
      ["west", "west", "deny"],
    ],
  );
});

Deno.test("the matrix names clusters only where they make a difference", () => {
  const same = accessMatrix(twoClusters([istiod(), DENY], [istiod(), DENY]), NOW);
  deepStrictEqual(
    same.cells.map((
      { source, sourceCluster, cluster, answer },
    ) => [source, sourceCluster, cluster, answer]),
    ["client/default", "istio-system/default (no proxy)", "shop/default"]
      .map((source) => [source, undefined, undefined, "deny"]),
  );
  const differing = accessMatrix(twoClusters([istiod()], [istiod(), DENY]), NOW);
  deepStrictEqual(
    differing.cells.filter(({ source }) => source === "client/default")
      .map(({ cluster, answer }) => [cluster, answer]),
    [["home", "allow"], ["west", "deny"]],
  );
});

Deno.test("the security of each cluster is judged by its own control plane", async () => {
  const mesh = twoClusters([istiod(), STRICT, CLOSED], [istiod(), CLOSED]);
  const report = await diagnoseSecurity({
    mesh,
    recording: recordingOf(new Map()),
    now: NOW,
    signal,
  });
  const found = report.findings.filter(({ cause }) => cause === "MM-T15");
  deepStrictEqual(found.map(({ title }) => title), [
    "plain text is taken in client, shop: mTLS is PERMISSIVE by default",
  ]);
  deepStrictEqual(
    report.security?.services.map(({ service, cluster, mtls }) => [service, cluster, mtls]),
    [["web.shop", "home", "STRICT"], ["web.shop", "west", "PERMISSIVE"]],
  );
});

Deno.test("a graph has a service once, and its workloads and gateways in each cluster", async () => {
  const gateway = object("networking.istio.io/v1 Gateway shop/edge", {
    selector: { app: "edge" },
    servers: [{ port: { number: 80, protocol: "HTTP" }, hosts: ["*"] }],
  });
  const route = object("networking.istio.io/v1 VirtualService shop/web", {
    hosts: ["*"],
    gateways: ["edge"],
    http: [{ route: [{ destination: { host: "web" } }] }],
  });
  const edge = pod("shop/edge-1", { labels: { app: "edge" }, gateway: true });
  const configured = [istiod(), gateway, route, edge];
  const graph = meshGraph(twoClusters(configured, configured), { now: NOW });
  const named = (name: string) => graph.nodes.filter((node) => node.name === name);
  deepStrictEqual(named("web").filter(({ kind }) => kind === "service").length, 1);
  deepStrictEqual(
    named("edge").map(({ kind, cluster, pods }) => [kind, cluster, pods?.total]),
    [["gateway", "home", 1], ["gateway", "west", 1], ["workload", "home", 1], [
      "workload",
      "west",
      1,
    ]],
  );
  const service = "service/shop/web.shop.svc.cluster.local";
  deepStrictEqual(
    graph.edges.filter(({ from, kind }) => from === service && kind === "selects")
      .map(({ to }) => to),
    ["workload/shop/ReplicaSet/web@home", "workload/shop/ReplicaSet/web@west"],
  );
  deepStrictEqual(
    graph.edges.filter(({ to, kind }) => to === service && kind === "route").map(({ from }) =>
      from
    ),
    ["home", "west"].map((cluster) => `gateway/shop/networking.istio.io/edge@${cluster}`),
  );
  for (const format of ["mermaid", "dot", "svg", "html"] as const) {
    match(await graphRenderers[format](graph), /cluster west/, format);
  }
});
