/** Rows of causes in ambient mode: waypoints that are not used. @module */
import { pod, service, waypoint } from "../../cases/objects.ts";
import { type CauseRow, virtualService } from "../row.ts";
import { ambient, behindWaypoint, ENROLLED } from "./mesh.ts";

function elsewhere(): object {
  const labels = {
    "istio.io/use-waypoint": "waypoint",
    "istio.io/use-waypoint-namespace": "edge",
  };
  return service("shop/web", {}, { labels });
}

/** The Gateway of a waypoint for all namespaces. */
function admitting([gateway]: readonly object[]): object[] {
  const allowedRoutes = { namespaces: { from: "All" } };
  const listeners = [{ name: "mesh", port: 15008, protocol: "HBONE", allowedRoutes }];
  return [{ ...gateway, spec: { gatewayClassName: "istio-waypoint", listeners } }];
}

/** The rows. */
export const rows: readonly CauseRow[] = [
  {
    cause: "MM-Z06",
    fires: ambient({}, ENROLLED),
    object: "Gateway/shop/waypoint",
    near: ambient({}, ENROLLED, ...waypoint("shop/waypoint")),
    nearly: "the waypoint is ready",
  },
  {
    cause: "MM-Z06",
    when: "while the waypoint has no address",
    fires: ambient(
      { error: "unknown waypoint: shop/waypoint" },
      ENROLLED,
      ...waypoint("shop/waypoint", {
        status: { conditions: [{ type: "Programmed", status: "False", message: "no pods" }] },
      }),
    ),
    object: "Gateway/shop/waypoint",
    near: {
      ...ambient({}, ENROLLED),
      from: "curl.client",
      objects: [
        ...ambient({}, ENROLLED).objects,
        pod("client/curl-1", { ip: "10.0.0.3", proxy: false }),
      ],
    },
    nearly: "the caller would not use a waypoint anyway",
  },
  {
    cause: "MM-Z06",
    when: "after its pods are gone",
    fires: ambient(
      { error: "no healthy upstream: 10.1.0.5:15008" },
      ENROLLED,
      ...waypoint("shop/waypoint").slice(0, 1),
    ),
    object: "Gateway/shop/waypoint",
    near: ambient({}, elsewhere(), ...admitting(waypoint("edge/waypoint").slice(0, 1))),
    nearly: "no pod of the waypoint's namespace was read",
  },
  {
    cause: "MM-Z09",
    fires: ambient({}, virtualService({ http: [{ fault: { abort: { httpStatus: 500 } } }] })),
    object: "VirtualService/shop/web",
    near: behindWaypoint(200, {}, virtualService({ http: [{ fault: {} }] })),
    nearly: "a waypoint carries the routes out",
  },
  {
    cause: "MM-Z11",
    fires: ambient(
      {},
      ENROLLED,
      ...waypoint("shop/waypoint", { labels: { "istio.io/waypoint-for": "workload" } }),
    ),
    object: "Gateway/shop/waypoint",
    near: ambient(
      {},
      ENROLLED,
      ...waypoint("shop/waypoint", { labels: { "istio.io/waypoint-for": "all" } }),
    ),
    nearly: "the waypoint takes all traffic",
  },
  {
    cause: "MM-Z12",
    fires: ambient({}, elsewhere(), ...waypoint("edge/waypoint")),
    object: "Gateway/edge/waypoint",
    near: ambient({}, ENROLLED, ...waypoint("shop/waypoint")),
    nearly: "the waypoint is of the same namespace",
  },
];
