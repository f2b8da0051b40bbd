/** Rows of causes in ambient mode: ztunnel, and pods that it does not carry. @module */
import type { CaseParts } from "../../cases/case_of.ts";
import { ambientNamespace, ambientPod, object, pod, ztunnel } from "../../cases/objects.ts";
import { type CauseRow, times } from "../row.ts";
import {
  ambient,
  bareCaller,
  connections,
  event,
  NAMESPACES,
  refusedPlainText,
  SLEEP,
  SLICE,
  STATIC_STRICT,
  STRICT,
  strictServer,
  WEB_SERVICE,
} from "./mesh.ts";

function knowing(hostname: string): CaseParts {
  const dump = { services: [{ hostname }], workloads: [{ workloadIps: ["10.0.0.2"] }] };
  const { objects } = ambient({});
  return { objects, files: { "proxies/istio-system/ztunnel-node-1/config_dump.json": dump } };
}

function daemonSet(id: string, status: object, spec: object = {}): object {
  return {
    ...object(`apps/v1 DaemonSet ${id}`, spec, { labels: { app: id.split("/")[1] } }),
    status,
  };
}

function withoutZtunnel(status: object): CaseParts {
  const web = ambientPod("shop/web-1", { ip: "10.0.0.2", spec: { nodeName: "node-2" } });
  return {
    objects: [
      ...NAMESPACES,
      SLEEP,
      web,
      SLICE,
      WEB_SERVICE,
      ztunnel(),
      daemonSet("istio-system/ztunnel", status),
    ],
    files: connections({ error: "connection failed: Connection refused (os error 111)" }),
  };
}

function withoutQuota(message: string): CaseParts {
  const { objects, ...rest } = withoutZtunnel({ desiredNumberScheduled: 2, numberReady: 0 });
  return {
    ...rest,
    objects: [...objects, event("DaemonSet istio-system/ztunnel", "FailedCreate", message)],
  };
}

function uncapturedCaller(parts: object): CaseParts {
  return {
    objects: [...strictServer(), ambientNamespace("client"), bareCaller(parts)],
    files: refusedPlainText(STATIC_STRICT),
  };
}

function uncapturedServer(labels: Readonly<Record<string, string>>): CaseParts {
  const web = pod("shop/web-1", {
    ip: "10.0.0.2",
    proxy: false,
    labels: { app: "web", ...labels },
  });
  return {
    objects: [...NAMESPACES, SLEEP, web, SLICE, WEB_SERVICE, ztunnel(), STRICT],
    files: connections({ destination: "10.0.0.2:8080", tunnelled: "" }),
  };
}

function both(annotations: Readonly<Record<string, string>>): CaseParts {
  return {
    objects: [
      ...NAMESPACES,
      pod("client/sleep-1", { ip: "10.0.0.1" }),
      pod("shop/web-1", { ip: "10.0.0.2", annotations }),
      WEB_SERVICE,
    ],
    logs: { "client/sleep-1": times(3, { code: 503, flags: ["UC"], details: "upstream_reset" }) },
  };
}

function onK3s(path: string): CaseParts {
  const { objects, ...rest } = uncapturedCaller({});
  const volumes = [{ name: "cni-net-dir", hostPath: { path } }];
  return {
    ...rest,
    objects: [
      ...objects,
      daemonSet("istio-system/istio-cni-node", {}, { template: { spec: { volumes } } }),
      {
        apiVersion: "v1",
        kind: "Node",
        metadata: { name: "node-1" },
        status: { nodeInfo: { kubeletVersion: "v1.35.1+k3s1" } },
      },
    ],
  };
}

function withCilium(data: Readonly<Record<string, string>>): CaseParts {
  return {
    objects: [
      ...strictServer(),
      ambientNamespace("client"),
      SLEEP,
      {
        apiVersion: "v1",
        kind: "ConfigMap",
        metadata: { namespace: "kube-system", name: "cilium-config" },
        data,
      },
    ],
    files: refusedPlainText(STATIC_STRICT),
  };
}

/** The rows. */
export const rows: readonly CauseRow[] = [
  {
    cause: "MM-C52",
    when: "behind ztunnel",
    fires: ambient({
      direction: "inbound",
      error: "connection failed: Connection refused (os error 111)",
    }),
    object: "Pod/shop/web-1",
    near: ambient({ error: "connection failed: Connection refused (os error 111)" }),
    nearly: "it is the server's ztunnel that nobody answers for",
  },
  {
    cause: "MM-Z03",
    fires: withoutZtunnel({ desiredNumberScheduled: 2, numberReady: 1 }),
    object: "Node//node-2",
    near: withoutZtunnel({ desiredNumberScheduled: 2, numberReady: 2 }),
    nearly: "all ztunnels are ready, so that one was just not recorded",
  },
  {
    cause: "MM-Z04",
    fires: uncapturedCaller({}),
    object: "Pod/client/sleep-1",
    near: { ...uncapturedCaller({}), objects: [...strictServer(), bareCaller({})] },
    nearly: "nobody enrolled the caller",
  },
  {
    cause: "MM-Z04",
    when: "on the host network",
    fires: uncapturedCaller({ spec: { hostNetwork: true } }),
    object: "Pod/client/sleep-1",
    near: ambient({}, STRICT),
    nearly: "the caller is captured",
  },
  {
    cause: "MM-Z04",
    when: "on the side of the server",
    fires: uncapturedServer({}),
    object: "Pod/shop/web-1",
    near: uncapturedServer({ "istio.io/dataplane-mode": "none" }),
    nearly: "somebody took the server out of ambient mode on purpose",
  },
  {
    cause: "MM-Z05",
    fires: both({ "ambient.istio.io/redirection": "enabled" }),
    object: "Pod/shop/web-1",
    near: both({}),
    nearly: "ambient leaves the pod with a sidecar alone",
  },
  {
    cause: "MM-Z15",
    fires: ambient({ error: "no service for target address: 10.1.0.1:80" }),
    object: "Pod/istio-system/ztunnel-node-1",
    near: ambient({ error: "http status: 503 Service Unavailable" }),
    nearly: "ztunnel knew where to send the connection",
  },
  {
    cause: "MM-Z15",
    when: "as its configuration shows",
    fires: knowing("api.shop.svc.cluster.local"),
    object: "Pod/istio-system/ztunnel-node-1",
    near: knowing("web.shop.svc.cluster.local"),
    nearly: "ztunnel knows the Service",
  },
  {
    cause: "MM-Z16",
    fires: withoutQuota("insufficient quota to match these scopes: [{PriorityClass In []}]"),
    object: "DaemonSet/istio-system/ztunnel",
    near: withoutQuota("exceeded quota: compute, requested: pods=1"),
    nearly: "the quota admits critical pods, and is used up",
  },
  {
    cause: "MM-Z17",
    fires: onK3s("/etc/cni/net.d"),
    object: "DaemonSet/istio-system/istio-cni-node",
    near: onK3s("/var/lib/rancher/k3s/agent/etc/cni/net.d"),
    nearly: "istio-cni is where k3s looks",
  },
  {
    cause: "MM-Z18",
    fires: withCilium({ "bpf-lb-sock": "true" }),
    object: "ConfigMap/kube-system/cilium-config",
    near: withCilium({ "bpf-lb-sock": "true", "bpf-lb-sock-hostns-only": "true" }),
    nearly: "Cilium balances for the host only",
  },
];
