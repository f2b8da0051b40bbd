/** Rows of causes between clusters: networks and their gateways. @module */
import type { CaseParts } from "../../cases/case_of.ts";
import { object, pod } from "../../cases/objects.ts";
import {
  type CauseRow,
  CONNECTION_REFUSED,
  destinationRule,
  SLEEP,
  unconnected,
  WEB_SERVICE,
} from "../row.ts";
import {
  controlPlane,
  direct,
  eastWestGateway,
  GATEWAY,
  GATEWAY_SERVICE,
  HOME,
  ISTIOD,
  multicluster,
  NETWORKZ,
  NO_HEALTHY,
  SYNCED,
  throughGateway,
  TIMED_OUT,
} from "./mesh.ts";

/** All pods are in the network of the west, whose gateway is known, and the proxy has no endpoint. */
function leftOut(rule: object): CaseParts {
  const pods = [WEB_SERVICE, pod("shop/web-9", { ip: "10.8.0.2", labels: { app: "web" } })];
  return {
    objects: [SLEEP, WEB_SERVICE, controlPlane("net-home"), rule],
    clusters: { west: [...pods, controlPlane("net-west"), GATEWAY_SERVICE] },
    proxy: ({ endpoints }) => endpoints.clear(),
    files: multicluster([HOME, SYNCED], NETWORKZ),
    logs: NO_HEALTHY,
  };
}

function crossNetworkGateway(hosts: readonly string[]): object {
  return object("networking.istio.io/v1 Gateway istio-system/cross-network-gateway", {
    selector: { istio: "eastwestgateway" },
    servers: [{
      port: { number: 15443, name: "tls", protocol: "TLS" },
      tls: { mode: "AUTO_PASSTHROUGH" },
      hosts,
    }],
  });
}

/** The rows. */
export const rows: readonly CauseRow[] = [
  {
    cause: "MM-M05",
    fires: direct({
      log: TIMED_OUT,
      networks: ["net-home", "net-west"],
      west: [eastWestGateway({ "topology.istio.io/network": "net-west" })],
    }),
    object: "Service/istio-system/istio-eastwestgateway",
    near: direct({
      log: unconnected(CONNECTION_REFUSED, "10.8.0.2:8080"),
      networks: ["net-home", "net-west"],
      west: [eastWestGateway({ "topology.istio.io/network": "net-west" })],
    }),
    nearly: "the pod is reached, and refuses",
  },
  {
    cause: "MM-M06",
    fires: direct({
      log: TIMED_OUT,
      networks: ["net-home", "net-west"],
      west: [eastWestGateway({}, GATEWAY)],
    }),
    object: "Service/istio-system/istio-eastwestgateway",
    near: direct({
      log: TIMED_OUT,
      networks: ["net-home", "net-home"],
      west: [eastWestGateway({}, GATEWAY)],
    }),
    nearly: "the pods are taken to be in the caller's network",
  },
  {
    cause: "MM-M07",
    fires: direct({
      log: TIMED_OUT,
      networks: ["net-home", undefined],
      west: [GATEWAY_SERVICE],
      networkz: NETWORKZ,
    }),
    object: "Namespace//istio-system",
    near: direct({
      log: TIMED_OUT,
      networks: ["net-home", "net-west"],
      west: [eastWestGateway({}, GATEWAY)],
    }),
    nearly: "both are labelled, and the gateway is not",
  },
  {
    cause: "MM-M08",
    fires: throughGateway(unconnected(CONNECTION_REFUSED, `${GATEWAY}:15443`)),
    object: "Service/istio-system/istio-eastwestgateway",
    near: throughGateway(
      unconnected(CONNECTION_REFUSED, `${GATEWAY}:15443`),
      crossNetworkGateway(["*.local"]),
      ISTIOD,
    ),
    nearly: "a Gateway exposes the service",
  },
  {
    cause: "MM-M08",
    when: "whose Gateway has other hosts",
    fires: throughGateway(
      unconnected("connection_termination", `${GATEWAY}:15443`),
      crossNetworkGateway(["*.billing.svc.cluster.local"]),
      ISTIOD,
    ),
    object: "Gateway/istio-system/cross-network-gateway",
    near: throughGateway({ ...TIMED_OUT, upstreamHost: `${GATEWAY}:15443` }),
    nearly: "the gateway is not reached at all",
  },
  {
    cause: "MM-M09",
    fires: throughGateway({ ...TIMED_OUT, upstreamHost: `${GATEWAY}:15443` }),
    object: "Service/istio-system/istio-eastwestgateway",
    near: throughGateway(unconnected(CONNECTION_REFUSED, `${GATEWAY}:15443`)),
    nearly: "the gateway's address answers, and refuses",
  },
  {
    cause: "MM-M10",
    fires: leftOut(destinationRule({ trafficPolicy: { tls: { mode: "DISABLE" } } })),
    object: "DestinationRule/shop/web",
    near: leftOut(destinationRule({ trafficPolicy: { tls: { mode: "ISTIO_MUTUAL" } } })),
    nearly: "the DestinationRule asks for mTLS",
  },
];
