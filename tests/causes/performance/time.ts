/** Rows of slowness: applications, instances, and the way to them. @module */
import type { CaseParts } from "../../cases/case_of.ts";
import { object, pod } from "../../cases/objects.ts";
import { meshWith, WEB_SERVICE } from "../row.ts";
import {
  BEGIN,
  LOST_ON_THE_WAY,
  measured,
  requests,
  SIBLING,
  SLOW_APPLICATION,
  type SlownessRow,
} from "./requests.ts";

const AT_SIBLING = { by: ["shop/web-2", "10.0.0.3"] } as const;

/** Web calls a service outside the mesh, which takes so long. */
function waitsOutside(ms: number): CaseParts {
  const at = (i: number) => BEGIN + 5000 * i;
  const took = (more: number) => ({ durationMs: ms + more, upstreamMs: ms + more });
  return {
    objects: meshWith(object("networking.istio.io/v1 ServiceEntry shop/api", {
      hosts: ["api.example.com"],
      ports: [{ number: 443, name: "http", protocol: "HTTP" }],
      resolution: "DNS",
    })),
    logs: {
      "client/sleep-1": [0, 1, 2].map((i) => ({ startMs: at(i), ...took(10) })),
      "shop/web-1": [0, 1, 2].flatMap((i) => [
        { startMs: at(i) + 1, requestId: `request-${i}`, ...took(8) },
        {
          startMs: at(i) + 3,
          requestId: `request-${i}`,
          ...took(0),
          authority: "api.example.com",
          upstreamCluster: "outbound|443||api.example.com",
          upstreamHost: "192.0.2.7:443",
          downstreamLocal: "192.0.2.7:443",
          downstreamRemote: "10.0.0.2:40000",
        },
      ]),
    },
  };
}

const ZONE = "topology.kubernetes.io/zone";

/** Two pods in two zones, of which the far one takes so long on the way. */
function zones(farMs: number): CaseParts {
  const node = (name: string, zone: string) =>
    object(`v1 Node ${name}`, {}, { labels: { [ZONE]: zone } });
  return {
    objects: [
      node("near", "a"),
      node("far", "b"),
      pod("client/sleep-1", { ip: "10.0.0.1", spec: { nodeName: "near" } }),
      pod("shop/web-1", { ip: "10.0.0.2", spec: { nodeName: "near" } }),
      pod("shop/web-2", { ip: "10.0.0.3", labels: { app: "web" }, spec: { nodeName: "far" } }),
      WEB_SERVICE,
    ],
    logs: requests([4, {}], [4, { client: [farMs, farMs], ...AT_SIBLING }]),
  };
}

/** The rows. */
export const rows: readonly SlownessRow[] = [
  {
    cause: "MM-C55",
    fires: {
      objects: meshWith(SIBLING),
      logs: requests([6, { client: [802, 801], server: [801, 800] }], [6, AT_SIBLING]),
    },
    object: "Pod/shop/web-1",
    near: {
      objects: meshWith(SIBLING),
      logs: requests(
        [6, { client: [802, 801], server: [801, 800] }],
        [6, { client: [802, 801], server: [801, 800], ...AT_SIBLING }],
      ),
    },
    nearly: "both pods are slow",
  },
  {
    cause: "MM-P02",
    fires: { objects: meshWith(), logs: SLOW_APPLICATION },
    object: "ReplicaSet/shop/web",
    near: { objects: meshWith(), logs: requests([40, {}], [1, { client: [900, 899] }]) },
    nearly: "one request of many is slow",
  },
  {
    cause: "MM-P02",
    when: "outside",
    fires: waitsOutside(3000),
    object: "ServiceEntry/shop/api",
    near: waitsOutside(30),
    nearly: "the service outside is fast",
  },
  {
    cause: "MM-P02",
    when: "and only metrics show it",
    fires: { objects: meshWith(), files: measured(["sleep", "web", 3000, 2900]) },
    object: "ReplicaSet/shop/web",
    near: { objects: meshWith(), files: measured(["sleep", "web", 200, 190]) },
    nearly: "the time is usual for what it does",
  },
  {
    cause: "MM-P03",
    when: "and only metrics show it",
    fires: { objects: meshWith(), files: measured(["sleep", "web", 3000, 20]) },
    object: "Service/shop/web",
    near: { objects: meshWith(), files: measured(["sleep", "web", 750, 375]) },
    nearly: "both figures may stand for requests of 500 ms",
  },
  {
    cause: "MM-P03",
    fires: { objects: meshWith(), logs: LOST_ON_THE_WAY },
    object: "Pod/client/sleep-1",
    near: { objects: meshWith(), logs: requests([5, { client: [60, 59] }]) },
    nearly: "the way takes no longer than a delayed acknowledgement",
  },
  {
    cause: "MM-P11",
    fires: zones(400),
    object: "Service/shop/web",
    near: zones(30),
    nearly: "the other zone is near",
  },
];
