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
