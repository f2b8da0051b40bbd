/** Meshes in ambient mode: for the rows of their causes. @module */
import type { CaseParts } from "../../cases/case_of.ts";
import {
  ambientNamespace,
  ambientPod,
  endpointSlice,
  pod,
  service,
  waypoint,
  ztunnel,
} from "../../cases/objects.ts";
import { type ConnectionParts, ztunnelLog } from "../../cases/ztunnel_line.ts";
import { peerAuthentication, times } from "../row.ts";

const ZTUNNEL_LOG = "proxies/istio-system/ztunnel-node-1/access.log";

export const NAMESPACES = [ambientNamespace("client"), ambientNamespace("shop")];

export const SLEEP = ambientPod("client/sleep-1", { ip: "10.0.0.1" });

export const WEB = ambientPod("shop/web-1", { ip: "10.0.0.2" });

export const SLICE = endpointSlice("shop/web", ["10.0.0.2"]);

export const WEB_SERVICE = service("shop/web");

export const ENROLLED = service("shop/web", {}, {
  labels: { "istio.io/use-waypoint": "waypoint" },
});

export const REJECTED = "connection closed due to policy rejection";

export const STATIC_STRICT =
  `${REJECTED}: explicitly denied by: istio-system/istio_converted_static_strict`;

export const STRICT = peerAuthentication({ mtls: { mode: "STRICT" } });

/** Caller and server in ambient mode, without waypoint, and three connections with this end. */
export function ambient(end: ConnectionParts, ...objects: readonly object[]): CaseParts {
  return {
    objects: [...NAMESPACES, SLEEP, WEB, SLICE, WEB_SERVICE, ztunnel(), ...objects],
    files: connections(end),
  };
}

export function connections(...ends: readonly ConnectionParts[]): Record<string, string> {
  return { [ZTUNNEL_LOG]: ztunnelLog(ends.flatMap((end) => [end, end, end])) };
}

/** The same behind a waypoint that logged what it answered. */
export function behindWaypoint(
  code: number,
  end: ConnectionParts,
  ...objects: object[]
): CaseParts {
  const flags = code === 503 ? ["UC"] : [];
  return {
    objects: [
      ...NAMESPACES,
      SLEEP,
      WEB,
      SLICE,
      ENROLLED,
      ztunnel(),
      ...waypoint("shop/waypoint"),
      ...objects,
    ],
    logs: { "shop/waypoint-1": times(3, { code, flags }) },
    files: connections({
      direction: "inbound",
      source: "10.0.0.5:50000",
      identity: "spiffe://cluster.local/ns/shop/sa/waypoint",
      ...end,
    }),
  };
}

export function event(about: string, reason: string, message: string): object {
  const [kind, path = ""] = about.split(" ");
  const [namespace, name] = path.split("/");
  return {
    apiVersion: "v1",
    kind: "Event",
    metadata: { namespace, name: `${name}.1` },
    involvedObject: { kind, namespace, name },
    reason,
    message,
    type: "Warning",
  };
}

export function strictServer(): object[] {
  return [ambientNamespace("shop"), WEB, SLICE, WEB_SERVICE, ztunnel(), STRICT];
}

export function bareCaller(parts: object): object {
  return pod("client/sleep-1", {
    ip: "10.0.0.1",
    proxy: false,
    spec: { nodeName: "node-1" },
    ...parts,
  });
}

/** Plain text that a STRICT server's ztunnel refuses. */
export function refusedPlainText(error: string): Record<string, string> {
  return connections({
    direction: "inbound",
    identity: "",
    destination: "10.0.0.2:8080",
    tunnelled: "",
    error,
  });
}
