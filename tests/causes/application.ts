/** Rows of the causes that lie in the application. @module */
import { NOW } from "../cases/case_of.ts";
import { object, pod } from "../cases/objects.ts";
import {
  answered,
  type CauseRow,
  CONNECTION_REFUSED,
  logs,
  meshWith,
  refused,
  SLEEP,
  times,
  unconnected,
  WEB_SERVICE,
} from "./row.ts";

const BROKEN_OFF = refused(
  503,
  "UC",
  "upstream_reset_before_response_started{connection_termination}",
);
const BURST = logs(
  [...times(2, answered(200)), ...times(3, answered(503))],
  [...times(2, {}), ...times(2, BROKEN_OFF), unconnected(CONNECTION_REFUSED)],
);
const LUA = object("networking.istio.io/v1alpha3 EnvoyFilter shop/lua", {
  workloadSelector: { labels: { app: "web" } },
  configPatches: [{
    applyTo: "HTTP_FILTER",
    patch: { operation: "INSERT_BEFORE", value: { name: "envoy.filters.http.lua" } },
  }],
});

/** A request that was sent to an address which no pod has any more, and one that was served. */
const GONE = unconnected("connection_timeout", "10.0.0.99:8080");
const SERVED = answered(200);

/** The rows. */
export const rows: readonly CauseRow[] = [
  {
    cause: "MM-C20",
    fires: {
      objects: meshWith(),
      logs: logs(
        [...times(6, answered(200)), ...times(2, answered(503))],
        [...times(6, {}), ...times(2, BROKEN_OFF)],
      ),
    },
    object: "Service/shop/web",
    near: {
      objects: meshWith(),
      logs: logs([...times(6, answered(200)), ...times(2, BROKEN_OFF)], times(6, {})),
    },
    nearly: "connections break off between the proxies, not at the application",
  },
  {
    cause: "MM-C21",
    fires: { objects: crashed(30_000), logs: BURST },
    object: "Pod/shop/web-1",
    near: { objects: crashed(24 * 3_600_000), logs: BURST },
    nearly: "the container ended a day before the requests",
  },
  {
    cause: "MM-C46",
    fires: { objects: meshWith(), logs: logs(times(4, answered(500)), times(4, { code: 500 })) },
    object: "Pod/shop/web-1",
    near: { objects: meshWith(), logs: logs(times(4, answered(503)), times(4, BROKEN_OFF)) },
    nearly: "the proxy made the answer, for want of one",
  },
  {
    cause: "MM-R34",
    fires: {
      objects: meshWith(LUA),
      logs: logs(times(4, answered(418)), times(4, refused(418, "", "lua_response"))),
    },
    object: "EnvoyFilter/shop/lua",
    near: { objects: meshWith(LUA), logs: logs(times(4, answered(418)), times(4, { code: 418 })) },
    nearly: "the application answers, past the script",
  },
  {
    cause: "MM-C46",
    when: "in a server without proxy",
    fires: {
      objects: [SLEEP, pod("shop/web-1", { ip: "10.0.0.2", proxy: false }), WEB_SERVICE],
      logs: logs(times(4, answered(500))),
    },
    object: "Pod/shop/web-1",
    near: {
      objects: [SLEEP, pod("shop/web-1", { ip: "10.0.0.2", proxy: false }), WEB_SERVICE],
      logs: logs(times(4, BROKEN_OFF)),
    },
    nearly: "there was no answer",
  },
  {
    cause: "MM-C46",
    when: "and whose server's log was not read",
    fires: { objects: meshWith(), logs: logs(times(4, answered(500))) },
    object: "Pod/shop/web-1",
    near: { objects: meshWith(), logs: logs(times(4, answered(503)), times(4, BROKEN_OFF)) },
    nearly: "the log shows that the server's proxy made the answer",
  },
  {
    cause: "MM-C22",
    fires: rolling([...times(3, GONE), ...times(3, SERVED)]),
    object: "Deployment/shop/web",
    near: rolling(times(3, GONE)),
    nearly: "nothing serves, whatever is deployed",
  },
];

/** A mesh whose server was killed for lack of memory some milliseconds ago. */
function crashed(agoMs: number): readonly object[] {
  const finishedAt = new Date(NOW.getTime() - agoMs).toISOString();
  const terminated = { reason: "OOMKilled", exitCode: 137, finishedAt };
  const containerStatuses = [{
    name: "app",
    ready: true,
    restartCount: 1,
    state: { running: {} },
    lastState: { terminated },
  }];
  return [SLEEP, pod("shop/web-1", { ip: "10.0.0.2", status: { containerStatuses } }), WEB_SERVICE];
}

/** Requests while the pod at 10.0.0.99 is gone already, and another one serves. */
function rolling(sent: readonly object[]): CauseRow["fires"] {
  const labels = { app: "web", "pod-template-hash": "web" };
  return {
    objects: [SLEEP, pod("shop/web-web-1", { ip: "10.0.0.2", labels }), WEB_SERVICE],
    logs: logs(sent),
  };
}
