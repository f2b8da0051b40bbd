/** Rows of the causes that lie below HTTP: policies of the network, capture by the proxy, and addresses. @module */
import type { CaseParts } from "../cases/case_of.ts";
import { object, pod } from "../cases/objects.ts";
import {
  type CauseRow,
  CONNECTION,
  logs,
  meshWith,
  NO_FILTER_CHAIN,
  peerAuthentication,
  times,
  unconnected,
  WEB,
  WEB_SERVICE,
} from "./row.ts";

const STRICT = peerAuthentication({ mtls: { mode: "STRICT" } });

/** The rows. */
export const rows: readonly CauseRow[] = [
  {
    cause: "MM-C05",
    fires: lettingIn("ops"),
    object: "NetworkPolicy/shop/web",
    near: lettingIn("client"),
    nearly: "the policy lets the caller's namespace in",
  },
  {
    cause: "MM-C13",
    fires: toAddress("STRICT"),
    object: "Pod/shop/web-1",
    near: toAddress("PERMISSIVE"),
    nearly: "the server takes plain text too",
  },
  {
    cause: "MM-C42",
    fires: pastProxy({ annotations: { "traffic.sidecar.istio.io/excludeOutboundPorts": "80" } }),
    object: "Pod/client/sleep-1",
    near: pastProxy({ annotations: { "traffic.sidecar.istio.io/excludeOutboundPorts": "81" } }),
    nearly: "another port is excluded",
  },
  {
    cause: "MM-C43",
    fires: pastProxy({ spec: { securityContext: { runAsUser: 1337 } } }),
    object: "Pod/client/sleep-1",
    near: pastProxy({ spec: { securityContext: { runAsUser: 1000 } } }),
    nearly: "the application has a user of its own",
  },
  {
    cause: "MM-C23",
    fires: lasting(350_004),
    object: "ServiceEntry/client/db",
    near: lasting(41_000),
    nearly: "no provider cuts connections after that time",
  },
  {
    cause: "MM-C58",
    fires: probing({
      outcome: "name-not-resolved",
      isFailure: true,
      detail: "Could not resolve host: web.shop",
    }),
    object: "Pod/client/sleep-1",
    near: probing({
      outcome: "no-connection",
      isFailure: true,
      detail: "Failed to connect to web.shop port 80",
    }),
    nearly: "the name resolves and nobody takes the connection",
  },
  {
    cause: "MM-C44",
    fires: underCilium({}),
    object: "ConfigMap/kube-system/cilium-config",
    near: underCilium({ "bpf-lb-sock-hostns-only": "true" }),
    nearly: "socket load balancing is restricted to the host",
  },
  {
    cause: "MM-C45",
    fires: {
      objects: meshWith(),
      logs: logs(times(3, unconnected("delayed_connect_error:_Cannot_assign_requested_address"))),
    },
    object: "Pod/client/sleep-1",
    near: {
      objects: meshWith(),
      logs: logs(times(3, unconnected("delayed_connect_error:_Connection_refused"))),
    },
    nearly: "the other side refuses",
  },
];

function lettingIn(namespace: string): CaseParts {
  const namespaceSelector = { matchLabels: { "kubernetes.io/metadata.name": namespace } };
  const labels = { "kubernetes.io/metadata.name": "client" };
  return {
    objects: meshWith(
      { apiVersion: "v1", kind: "Namespace", metadata: { name: "client", labels } },
      object("networking.k8s.io/v1 NetworkPolicy shop/web", {
        podSelector: { matchLabels: { app: "web" } },
        policyTypes: ["Ingress"],
        ingress: [{ from: [{ namespaceSelector }] }],
      }),
    ),
    logs: logs(times(3, unconnected("connection_timeout"))),
  };
}

function toAddress(mode: string): CaseParts {
  return {
    to: "10.0.0.2:8080",
    objects: meshWith(peerAuthentication({ mtls: { mode } })),
    logs: logs(
      times(3, {
        ...CONNECTION,
        flags: ["UR"],
        upstreamCluster: "PassthroughCluster",
        upstreamHost: "10.0.0.2:8080",
        downstreamLocal: "10.0.0.2:8080",
      }),
      times(3, NO_FILTER_CHAIN),
    ),
  };
}

function pastProxy(caller: Parameters<typeof pod>[1]): CaseParts {
  return {
    objects: [pod("client/sleep-1", { ip: "10.0.0.1", ...caller }), WEB, WEB_SERVICE, STRICT],
    logs: { "shop/web-1": times(3, NO_FILTER_CHAIN) },
  };
}

/** Connections to a database outside that all end after this many milliseconds. */
function lasting(durationMs: number): CaseParts {
  const upstreamCluster = "outbound|5432||db.example.com";
  return {
    to: "db.example.com:5432",
    objects: meshWith(object("networking.istio.io/v1 ServiceEntry client/db", {
      hosts: ["db.example.com"],
      addresses: ["203.0.113.5"],
      resolution: "STATIC",
      endpoints: [{ address: "203.0.113.5" }],
      ports: [{ number: 5432, name: "tcp", protocol: "TCP" }],
    })),
    logs: logs([0, 20, 40, 60].map((more) => ({
      ...CONNECTION,
      flags: ["UR"],
      upstreamCluster,
      downstreamLocal: "203.0.113.5:5432",
      durationMs: durationMs + more,
    }))),
  };
}

function underCilium(data: object): CaseParts {
  const line = {
    code: 503,
    flags: ["UC"],
    details: "upstream_reset_before_response_started{connection_termination}",
    upstreamCluster: "PassthroughCluster",
    upstreamHost: "10.0.0.2:8080",
  };
  return {
    objects: meshWith({
      apiVersion: "v1",
      kind: "ConfigMap",
      metadata: { namespace: "kube-system", name: "cilium-config" },
      data: { "kube-proxy-replacement": "true", ...data },
    }),
    logs: logs(times(3, line)),
  };
}

/** A probe whose attempts all end like this one. */
function probing(attempt: NonNullable<CaseParts["probe"]>[number]): CaseParts {
  return { objects: meshWith(), probe: Array.from({ length: 5 }, () => attempt) };
}
