import type { CaseParts, LogLine } from "../cases/case_of.ts";
import { object, pod, service } from "../cases/objects.ts";
import { causeTest } from "../cases/verdicts.ts";

const SLEEP = pod("client/sleep-1", { ip: "10.0.0.1" });
const WEB = pod("shop/web-1", { ip: "10.0.0.2" });
const SERVICE = service("shop/web");
const PATH = [SLEEP, WEB, SERVICE];

/** A request that was sent to an address which no pod has any more. */
const GONE: LogLine = {
  code: 503,
  flags: ["UF"],
  details: "upstream_reset_before_response_started{connection_timeout}",
  upstreamHost: "10.0.0.99:8080",
};
const STALE: Pick<CaseParts, "logs" | "proxy"> = {
  logs: { "client/sleep-1": [GONE, GONE] },
  proxy: ({ endpoints }) =>
    endpoints.set("outbound|80||web.shop.svc.cluster.local", [
      { address: "10.0.0.99:8080", health: "HEALTHY" },
    ]),
};

function istiod(readyReplicas: number, status: object = {}): object[] {
  return [
    {
      ...object("apps/v1 Deployment istio-system/istiod", { replicas: 1 }),
      status: { readyReplicas },
    },
    pod("istio-system/istiod-1", {
      ip: "10.0.0.50",
      labels: { app: "istiod" },
      proxy: false,
      ready: readyReplicas > 0,
      status,
    }),
  ];
}

/** What istiod says of these proxies: nonces sent and acknowledged. */
function syncz(proxies: Readonly<Record<string, [sent: string, acked: string, sentTime: string]>>) {
  return {
    "istiod/debug/syncz.json": Object.entries(proxies).map(([id, [sent, acked, sentTime]]) => {
      const [namespace, name] = id.split("/");
      const type = "type.googleapis.com/envoy.config.cluster.v3.Cluster";
      return { proxy: `${name}.${namespace}`, resources: { [type]: { sent, acked, sentTime } } };
    }),
  };
}
const SYNCED: [string, string, string] = ["a", "a", "2026-01-01T11:00:00Z"];
const BOTH = syncz({ "client/sleep-1": SYNCED, "shop/web-1": SYNCED });

causeTest({
  cause: "MM-X01",
  when: "no istiod is ready and the caller's proxy sends to a pod that is gone",
  fires: { objects: [...PATH, ...istiod(0)], ...STALE },
  object: "Deployment/istio-system/istiod",
  silent: {
    "when one is ready": { objects: [...PATH, ...istiod(1)], ...STALE },
    "when nothing is known of istiod": { objects: PATH, ...STALE },
  },
});

causeTest({
  cause: "MM-X02",
  when: "istiod does not know the caller's proxy, which sends to a pod that is gone",
  fires: {
    objects: [...PATH, ...istiod(1)],
    ...STALE,
    files: syncz({ "shop/web-1": SYNCED }),
  },
  object: "Pod/client/sleep-1",
  silent: {
    "when istiod knows it": { objects: [...PATH, ...istiod(1)], ...STALE, files: BOTH },
    "when istiod could not be asked": { objects: [...PATH, ...istiod(1)], ...STALE },
  },
});

const sentAt = (time: string) =>
  syncz({ "client/sleep-1": ["b", "a", time], "shop/web-1": SYNCED });

causeTest({
  cause: "MM-X04",
  when: "the caller's proxy has not acknowledged a push for long",
  fires: {
    objects: [...PATH, ...istiod(1)],
    ...STALE,
    files: sentAt("2026-01-01T11:50:00Z"),
  },
  object: "Pod/client/sleep-1",
  silent: {
    "when it was sent just now": {
      objects: [...PATH, ...istiod(1)],
      ...STALE,
      files: sentAt("2026-01-01T11:59:55Z"),
    },
    "when it has": { objects: [...PATH, ...istiod(1)], ...STALE, files: BOTH },
  },
});

const ONLY_PROMETHEUS = object("networking.k8s.io/v1 NetworkPolicy client/egress", {
  podSelector: {},
  policyTypes: ["Egress"],
  egress: [{ to: [{ namespaceSelector: { matchLabels: { app: "prometheus" } } }] }],
});
const OPEN = object("networking.k8s.io/v1 NetworkPolicy client/egress", {
  podSelector: {},
  policyTypes: ["Egress"],
  egress: [{}],
});

causeTest({
  cause: "MM-C06",
  when: "a NetworkPolicy keeps the caller's proxy away from istiod",
  fires: {
    objects: [...PATH, ...istiod(1), ONLY_PROMETHEUS],
    ...STALE,
    files: syncz({ "shop/web-1": SYNCED }),
  },
  object: "NetworkPolicy/client/egress",
  silent: {
    "when the policy lets it pass": {
      objects: [...PATH, ...istiod(1), OPEN],
      ...STALE,
      files: syncz({ "shop/web-1": SYNCED }),
    },
    "when the proxy is connected all the same": {
      objects: [...PATH, ...istiod(1), ONLY_PROMETHEUS],
      ...STALE,
      files: BOTH,
    },
  },
});

const UNROUTED: LogLine = { code: 503, flags: ["UH"], details: "no_healthy_upstream" };
const killed = (finishedAt: string) => ({
  containerStatuses: [{
    name: "discovery",
    restartCount: 7,
    lastState: { terminated: { reason: "OOMKilled", finishedAt } },
  }],
});

causeTest({
  cause: "MM-X14",
  when: "istiod is killed for want of memory, and the proxies are stale for it",
  fires: {
    objects: [...PATH, ...istiod(0, killed("2026-01-01T11:58:00Z"))],
    ...STALE,
  },
  object: "Deployment/istio-system/istiod",
  silent: {
    "when that was yesterday": {
      objects: [...PATH, ...istiod(1, killed("2025-12-31T12:00:00Z"))],
      logs: { "client/sleep-1": [UNROUTED] },
    },
  },
});

causeTest({
  cause: "MM-X15",
  when: "the cluster that the route names is only warming",
  fires: {
    objects: PATH,
    logs: { "client/sleep-1": [UNROUTED] },
    files: {
      "proxies/client/sleep-1/stats.json": {
        stats: [{ name: "cluster_manager.warming_clusters", value: 1 }],
      },
    },
    proxy: ({ clusters, warming }) => {
      const name = "outbound|80||web.shop.svc.cluster.local";
      warming.set(name, clusters.get(name)!);
      clusters.delete(name);
    },
  },
  object: "Pod/client/sleep-1",
  silent: {
    "when another cluster is": {
      objects: PATH,
      logs: { "client/sleep-1": [UNROUTED] },
      proxy: ({ warming }) => void warming.set("outbound|80||api.shop.svc.cluster.local", {}),
    },
  },
});

const FORBIDDEN = "2026-01-01T11:00:00Z\terror\tkube\tfailed to list *v1.VirtualService: " +
  'virtualservices.networking.istio.io is forbidden: User "istiod" cannot list\n';
const ROUTED = object("networking.istio.io/v1 VirtualService shop/web", { hosts: ["web"] });
const LOST = { logs: { "client/sleep-1": [{ code: 503, flags: ["UR"], details: "odd" }] } };

causeTest({
  cause: "MM-X11",
  when: "istiod may not read a kind of which there are objects",
  fires: {
    objects: [...PATH, ROUTED],
    ...LOST,
    files: { "istiod/istiod.log": FORBIDDEN.repeat(3) },
  },
  object: "ClusterRole//istiod-clusterrole-istio-system",
  silent: {
    "when there is no object of that kind": {
      objects: PATH,
      ...LOST,
      files: { "istiod/istiod.log": FORBIDDEN },
    },
    "when istiod's log is quiet": { objects: [...PATH, ROUTED], ...LOST },
  },
});
