import { replacement } from "../../analysis/fix.ts";
import { defineRule } from "../../analysis/rule.ts";
import type { EnvoyFilterConfigPatch } from "../../../mesh/mod.ts";

/** Filters that end their chain. */
const TERMINAL: ReadonlySet<string> = new Set([
  "envoy.filters.http.router",
  "envoy.router",
  "envoy.filters.network.http_connection_manager",
  "envoy.http_connection_manager",
  "envoy.filters.network.tcp_proxy",
  "envoy.tcp_proxy",
]);

/** The last filter of a chain is the one that sends the request on. */
export const filterAfterTerminal = defineRule({
  code: "MM1201",
  name: "envoy-filter-after-terminal",
  title: "EnvoyFilter puts a filter behind the last one",
  severity: "error",
  since: "0.1.0",
  inputs: ["EnvoyFilter"],
  mode: "default",
  docs: {
    why:
      "ADD puts a filter at the end of the chain, and INSERT_AFTER behind the one that it names. Envoy " +
      "refuses a chain in which anything follows the router, the HTTP connection manager or the TCP " +
      "proxy: it rejects the whole listener and goes on with the old one, or with none.",
    remedy: "Use INSERT_BEFORE with the same match, or INSERT_FIRST.",
    links: [
      "https://istio.io/latest/docs/reference/config/networking/envoy-filter/#EnvoyFilter-Patch-Operation",
    ],
  },

  *check({ mesh }) {
    for (const on of mesh.list("EnvoyFilter")) {
      for (const [i, patch] of (on.spec.configPatches ?? []).entries()) {
        const last = followed(patch);
        if (last === undefined) continue;
        const at = ["spec", "configPatches", i, "patch", "operation"];
        yield {
          on,
          at,
          message:
            `${patch.patch?.operation} puts the filter behind ${last}: Envoy rejects the listener`,
          fix: replacement(at, "INSERT_BEFORE", `Put it before ${last}`),
        };
      }
    }
  },
});

/** The terminal filter behind which a patch puts another one. */
function followed({ applyTo, match, patch }: EnvoyFilterConfigPatch): string | undefined {
  const filter = match?.listener?.filterChain?.filter;
  if (match?.context === "WAYPOINT") return undefined;
  if (applyTo === "HTTP_FILTER" && patch?.operation === "ADD") return "the router";
  if (patch?.operation !== "INSERT_AFTER") return undefined;
  const name = applyTo === "HTTP_FILTER"
    ? filter?.subFilter?.name
    : applyTo === "NETWORK_FILTER"
    ? filter?.name
    : undefined;
  return name !== undefined && TERMINAL.has(name) ? name : undefined;
}
