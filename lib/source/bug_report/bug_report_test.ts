import { deepStrictEqual, doesNotMatch, ok, strictEqual } from "node:assert/strict";
import fc from "fast-check";
import { fakeWorld } from "../../../tests/fake_world.ts";
import { parseClusterStatuses, parseStats } from "../../evidence/mod.ts";
import { openSnapshot, type Snapshot } from "../mod.ts";
import { clusterStatusesOf } from "./cluster_statuses.ts";
import { describedNodes } from "./described_nodes.ts";
import { listedSecrets } from "./listed_secrets.ts";
import { statisticsOf } from "./statistics.ts";
import { kubernetesVersion, reportedVersions } from "./versions.ts";

const { signal } = new AbortController();
const CANARY = "canary-4711-x9";

const RESOURCES = `apiVersion: v1
items:
- apiVersion: v1
  kind: Pod
  metadata: {name: a-1, namespace: shop}
  spec:
    containers:
    - name: istio-proxy
      env: [{name: ISTIO_META_CLUSTER_ID, value: east}]
- apiVersion: apiextensions.k8s.io/v1
  kind: CustomResourceDefinition
  metadata: {name: virtualservices.networking.istio.io}
  spec: {versions: [{name: v1, schema: {openAPIV3Schema: {}}}]}
- apiVersion: example.com/v1
  kind: Unknown
  metadata: {name: a}
kind: List
`;

const FILES = {
  "versions": "",
  "bug-report.log": "2026-01-01T00:00:00.1Z\tinfo\ta\nodd\n2026-01-01T00:01:00.5Z\tinfo\tb\n",
  "cluster/k8s-resources": RESOURCES,
  "cluster/crs": "apiVersion: v1\nitems: []\nkind: List\n",
  "cluster/secrets": "NAMESPACE NAME TYPE DATA AGE\nshop tls kubernetes.io/tls 2 5d\n",
  "cluster/nodes": "Name:   node-1\nLabels: a=b\n",
  "proxies/shop/a-1/config_dump?include_eds": "{}",
  "proxies/shop/a-1/clusters": "a::added_via_api::true\n",
  "proxies/shop/a-1/stats/prometheus": "envoy_server_live{} 1\n",
  "istio/istio-system/istiod-1/debug/syncz": "[1]",
  "istio/istio-system/istiod-2/debug/syncz": "[2]",
  "istio/istio-system/istiod-2/debug/inject": CANARY,
  "istio/istio-system/istiod-1/discovery.log": "one\n",
  "istio/istio-system/istiod-2/discovery.log": "two\n",
};

async function open(files: Readonly<Record<string, string>>): Promise<Snapshot> {
  const entries = Object.entries(files).map(([path, text]) => [`/repo/bug-report/${path}`, text]);
  const { world } = fakeWorld({ files: Object.fromEntries(entries) });
  return await openSnapshot("/repo", { world, signal });
}

Deno.test("openSnapshot() reads a bug report in the layout of a snapshot", async () => {
  const { recordings: [recording], resources } = await open(FILES);
  const { gaps: _, ...manifest } = recording.manifest;
  deepStrictEqual(manifest, {
    format: 1,
    tool: "istioctl bug-report",
    capturedAt: "2026-01-01T00:01:00.5Z",
    clusterName: "east",
  });
  deepStrictEqual(resources.map(({ kind, name }) => `${kind} ${name}`), [
    "CustomResourceDefinition virtualservices.networking.istio.io",
    "Node node-1",
    "Pod a-1",
    "Secret tls",
  ]);
  deepStrictEqual(await recording.list("proxies/shop/a-1", signal), [
    "clusters.json",
    "config_dump.json",
    "stats.json",
    "stats.prom",
  ]);
  strictEqual(await recording.read("proxies/shop/a-1/config_dump.json", signal), "{}");
  strictEqual(await recording.read("proxies/shop/a-1/access.log", signal), undefined);
  deepStrictEqual(await recording.list("istiod", signal), ["debug", "istiod.log"]);
  deepStrictEqual(await recording.list("istiod/debug", signal), ["syncz.json"]);
  strictEqual(await recording.read("istiod/debug/syncz.json", signal), "[1,2]");
  strictEqual(await recording.read("istiod/istiod.log", signal), "one\ntwo\n");
  deepStrictEqual(await recording.list("logs", signal), []);
});

Deno.test("what a bug report does not have is a gap, each once", async () => {
  const gapsOf = async (files: Readonly<Record<string, string>>) =>
    (await open(files)).gaps.map(({ what, reason }) => `${what}: ${reason}`);
  const never = ["networkpolicies.networking.k8s.io", "poddisruptionbudgets.policy"]
    .concat("serviceaccounts").map((what) => `${what}: istioctl bug-report does not ask for them`);
  deepStrictEqual(await gapsOf(FILES), [
    ...never,
    "labels of secrets: istioctl bug-report only asks for them with --full-secrets",
    "endpointslices.discovery.k8s.io: not in the snapshot",
  ]);
  const some = await gapsOf({ "versions": "", "bug-report.log": "", "cluster/crs": "items: [" });
  deepStrictEqual(some.slice(3, 7).map((gap) => gap.replace(/: unreadable: .*/, ": unreadable")), [
    "cluster/k8s-resources: not in the bug report",
    "cluster/crs: unreadable",
    "secrets: not in the bug report",
    "nodes: not in the bug report",
  ]);
  ok(some.includes("pods: not in the snapshot"));
  strictEqual(new Set(some).size, some.length);
});

Deno.test("of Secrets in a bug report nothing but their metadata is read", async () => {
  const { recordings: [recording], resources, gaps } = await open({
    ...FILES,
    "cluster/secrets": `apiVersion: v1
items:
- apiVersion: v1
  kind: Secret
  type: Opaque
  data: {password: ${CANARY}}
  stringData: {password: ${CANARY}}
  metadata:
    name: remote
    namespace: istio-system
    labels: {istio/multiCluster: "true"}
    annotations: {kubectl.kubernetes.io/last-applied-configuration: "${CANARY}"}
kind: List
`,
  });
  const secret = resources.find(({ kind }) => kind === "Secret");
  deepStrictEqual(secret?.labels, { "istio/multiCluster": "true" });
  doesNotMatch(JSON.stringify(resources.map(({ object }) => object)), new RegExp(CANARY));
  doesNotMatch(await recording.read("resources/secrets.json", signal) ?? "", new RegExp(CANARY));
  ok(!gaps.some(({ what }) => what === "labels of secrets"));
});

Deno.test("the log of a container that has ended is not taken for that of the one that runs", async () => {
  const log = "========= Previous log present (appended at the end) =========\n\nnow\n" +
    "\n\n========= Previous log =========\n\nbefore\n";
  const { recordings: [recording] } = await open({
    ...FILES,
    "proxies/shop/a-1/istio-proxy.log": log,
    "istio/istio-system/istiod-1/discovery.log": log,
  });
  strictEqual(await recording.read("proxies/shop/a-1/access.log", signal), "now\n");
  strictEqual(await recording.read("istiod/istiod.log", signal), "now\ntwo\n");
});

Deno.test("clusterStatusesOf() gives what Envoy gives as JSON", () => {
  const statuses = parseClusterStatuses(clusterStatusesOf(`
outbound|80||a::observability_name::outbound|80||a;
outbound|80||a::outlier::success_rate_average::-1
outbound|80||a::default_priority::max_connections::7
outbound|80||a::default_priority::max_retries::3
outbound|80||a::high_priority::max_connections::1024
outbound|80||a::added_via_api::true
outbound|80||a::10.0.0.1:80::cx_active::2
outbound|80||a::10.0.0.1:80::rq_total::5
outbound|80||a::10.0.0.1:80::hostname::
outbound|80||a::10.0.0.1:80::health_flags::/failed_outlier_check/failed_eds_health
outbound|80||a::10.0.0.1:80::weight::2
outbound|80||a::10.0.0.1:80::region::r
outbound|80||a::10.0.0.1:80::zone::z
outbound|80||a::10.0.0.1:80::priority::1
outbound|80||a::[fd00::1]:80::health_flags::healthy
outbound|80||a::envoy://connect_originate/10.0.0.2:80::health_flags::/failed_active_hc
outbound|80||a::./etc/istio/proxy/XDS::health_flags::healthy
`));
  const { hosts, limits } = statuses.get("outbound|80||a")!;
  deepStrictEqual(limits, { maxConnections: 7, maxRetries: 3 });
  deepStrictEqual(hosts[0], {
    address: "10.0.0.1:80",
    edsHealth: "UNHEALTHY",
    isEjected: true,
    failsHealthCheck: false,
    priority: 1,
    weight: 2,
    locality: "r/z",
    stats: { cx_active: 2, rq_total: 5 },
  });
  deepStrictEqual(hosts.map(({ address }) => address), [
    "10.0.0.1:80",
    "fd00::1:80",
    "10.0.0.2:80",
    "./etc/istio/proxy/XDS",
  ]);
  strictEqual(hosts[2]?.failsHealthCheck, true);
});

Deno.test("statisticsOf() gives statistics the names that Envoy has for them", () => {
  const stats = parseStats(statisticsOf(`# TYPE envoy_server_memory_allocated gauge
envoy_server_memory_allocated{} 42
envoy_cluster_manager_warming_clusters{} 1
envoy_cluster_upstream_rq_active{cluster_name="xds-grpc"} 0
envoy_cluster_outlier_detection_ejections_enforced_total{cluster_name="outbound|80||a"} 5
envoy_cluster_internal_upstream_rq{cluster_name="a",response_code="200"} 1
envoy_listener_downstream_pre_cx_timeout{listener_address="0.0.0.0_80"} 3
istio_requests_total{a="b"} 9
envoy_server_odd{} NaN
`));
  deepStrictEqual([...stats], [
    ["server.memory_allocated", 42],
    ["cluster_manager.warming_clusters", 1],
    ["cluster.xds-grpc.upstream_rq_active", 0],
    ["cluster.outbound|80||a.outlier_detection.ejections_enforced_total", 5],
    ["listener.0.0.0.0_80.downstream_pre_cx_timeout", 3],
  ]);
});

Deno.test("reportedVersions() tells istioctl's version from istiod's", () => {
  const build = (version: string) =>
    `version.BuildInfo{Version:"${version}", GitRevision:"abc", GolangVersion:"", BuildStatus:"Clean", GitTag:"x"}`;
  const text = (own: string, ...versions: string[]) =>
    `CLI version:\n${own}\n\nThe following Istio control plane revisions/versions were found:\n` +
    versions.map((each) => `Revision r:\n&version.MeshInfo{ ${build(each)} }\n\n`).join("") +
    'The following proxy revisions/versions were found:\nRevision r: Versions {1.9}\nVersion:"9"\n';
  deepStrictEqual(reportedVersions(text(build("1.28.1"), "1.28.0", "1.28.0")), {
    istioctl: "1.28.1",
    istiod: "1.28.0-abc-Clean",
  });
  deepStrictEqual(reportedVersions(text("1.11.2", "1.27.0", "1.28.0")), { istioctl: "1.11.2" });
  deepStrictEqual(reportedVersions(""), { istioctl: "" });
  strictEqual(
    kubernetesVersion("Client Version: v1.1\nServer Version: v1.29.3+k3s1\n"),
    "v1.29.3+k3s1",
  );
  const old = 'Server Version: version.Info{Major:"1", GitVersion:"v1.22.1", GitCommit:"x"}';
  strictEqual(kubernetesVersion(old), "v1.22.1");
});

Deno.test("describedNodes() reads what kubectl prints of nodes", () => {
  const nodes = describedNodes(`Name:               node-1
Roles:              <none>
Labels:             topology.kubernetes.io/region=r
                    topology.kubernetes.io/zone=r-1
                    empty=
Annotations:        a: b=c
Taints:             dedicated=gpu:NoSchedule
                    lonely:NoExecute
Unschedulable:      true
Conditions:
  Type     Status  LastHeartbeatTime                 Reason   Message
  ----     ------  -----------------                 ------   -------
  Ready    False   Mon, 01 Jan 2024 00:00:00 +0000   NotNow   it is: not
Addresses:
  InternalIP:  fd00::1
Allocatable:
  cpu:  4
System Info:
  Kubelet Version:  v1.29.2


Name:    node-2
Taints:  <none>
`);
  strictEqual(nodes.length, 2);
  const [{ metadata, spec, status }] = JSON.parse(JSON.stringify(nodes));
  deepStrictEqual(metadata.labels, {
    "topology.kubernetes.io/region": "r",
    "topology.kubernetes.io/zone": "r-1",
    "empty": "",
  });
  deepStrictEqual(spec, {
    unschedulable: true,
    taints: [{ key: "dedicated", value: "gpu", effect: "NoSchedule" }, {
      key: "lonely",
      value: "",
      effect: "NoExecute",
    }],
  });
  deepStrictEqual(status.conditions, [{ type: "Ready", status: "False" }]);
  deepStrictEqual(status.addresses, [{ type: "InternalIP", address: "fd00::1" }]);
  deepStrictEqual([status.allocatable, status.nodeInfo], [
    { cpu: "4" },
    { kubeletVersion: "v1.29.2" },
  ]);
});

Deno.test("listedSecrets() knows the remote secrets of istioctl by their names", () => {
  const secrets = listedSecrets(
    `NAMESPACE      NAME                      TYPE                DATA   AGE
istio-system   istio-remote-secret-west  Opaque              1      5d
shop           tls                       kubernetes.io/tls   2      5d
No resources found
`,
  );
  const made = JSON.parse(JSON.stringify(secrets));
  deepStrictEqual(made.map((each: { type: string }) => each.type), ["Opaque", "kubernetes.io/tls"]);
  deepStrictEqual(made[0].metadata, {
    namespace: "istio-system",
    name: "istio-remote-secret-west",
    labels: { "istio/multiCluster": "true" },
    annotations: { "networking.istio.io/cluster": "west" },
  });
});

Deno.test("the readers of a bug report take whatever text", () => {
  const line = fc.array(
    fc.constantFrom("a", "::", " ", "Name:", "=", "{", "}", "1", "envoy_", '"'),
  );
  const text = fc.oneof(
    fc.string(),
    fc.array(line.map((parts) => parts.join(""))).map((lines) => lines.join("\n")),
  );
  fc.assert(fc.property(text, (any) => {
    ok(parseClusterStatuses(clusterStatusesOf(any)) instanceof Map);
    ok(parseStats(statisticsOf(any)) instanceof Map);
    for (const read of [describedNodes, listedSecrets]) ok(Array.isArray(read(any)));
    strictEqual(typeof reportedVersions(any).istioctl, "string");
  }));
});
