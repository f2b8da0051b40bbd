/** Rows of slowness: filters and name lookups. @module */
import type { CaseParts } from "../../cases/case_of.ts";
import { object } from "../../cases/objects.ts";
import { http, listener, type ProxyParts } from "../../cases/proxy_files.ts";
import { meshWith } from "../row.ts";
import { answer, requests, SLOW_APPLICATION, type SlownessRow } from "./requests.ts";

/** Requests that lose a second in the server's proxy before they get to the application. */
const HELD_AT_SERVER = requests([5, { client: [1004, 1003], server: [1002, 3] }]);

/** A filter on the server's way in. */
function inbound(
  name: string,
  message: string,
  settings: object = {},
): (parts: ProxyParts) => void {
  const type = `type.googleapis.com/envoy.extensions.filters.http.${message}`;
  const filter = {
    name: `envoy.filters.http.${name}`,
    typed_config: { "@type": type, ...settings },
  };
  return ({ listeners }) => {
    listeners.set(
      "virtualInbound",
      listener("0.0.0.0", 15006, { filter_chains: [http("inbound|8080||", [filter])] }),
    );
  };
}

const ASKS_AUTHORIZER = inbound("ext_authz", "ext_authz.v3.ExtAuthz");

const DELAYS = inbound("fault", "fault.v3.HTTPFault", {
  delay: { fixed_delay: "1s", percentage: { numerator: 100 } },
});

const FAULTLESS = inbound("fault", "fault.v3.HTTPFault");

const DELAYING = object("networking.istio.io/v1alpha3 EnvoyFilter shop/delay", {
  workloadSelector: { labels: { app: "web" } },
  configPatches: [{ applyTo: "HTTP_FILTER" }],
});

const CUSTOM = object("security.istio.io/v1 AuthorizationPolicy shop/ask", {
  selector: { matchLabels: { app: "web" } },
  action: "CUSTOM",
  provider: { name: "ext" },
  rules: [{}],
});

/** Requests some of which wait for a name server, and what that one says of itself. */
function lookups(steps: number, seconds: string): CaseParts {
  const query = "histogram_quantile(0.99, rate(coredns_dns_request_duration_seconds_bucket[5m]))";
  return {
    objects: meshWith(),
    logs: requests([6, {}], [4, { client: [steps + 3, steps + 2], server: [steps + 1, steps] }]),
    files: { "prometheus/coredns_p99.json": answer(query, [{}, seconds]) },
  };
}

/** The rows. */
export const rows: readonly SlownessRow[] = [
  {
    cause: "MM-P13",
    fires: lookups(5010, "2"),
    object: "ReplicaSet/shop/web",
    near: lookups(5010, "0.002"),
    nearly: "nothing but the time looks like a lookup",
  },
  {
    cause: "MM-P14",
    fires: { objects: meshWith(CUSTOM), logs: HELD_AT_SERVER, servers: ASKS_AUTHORIZER },
    object: "AuthorizationPolicy/shop/ask",
    near: { objects: meshWith(CUSTOM), logs: SLOW_APPLICATION, servers: ASKS_AUTHORIZER },
    nearly: "the time passes in the application",
  },
  {
    cause: "MM-P14",
    when: "by intent",
    fires: { objects: meshWith(DELAYING), logs: HELD_AT_SERVER, servers: DELAYS },
    object: "EnvoyFilter/shop/delay",
    near: { objects: meshWith(DELAYING), logs: HELD_AT_SERVER, servers: FAULTLESS },
    nearly: "the filter that every sidecar has does nothing",
  },
];
