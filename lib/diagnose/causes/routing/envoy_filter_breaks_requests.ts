import type { Case, LoggedRequest } from "../../../connectivity/mod.ts";
import { destinationRulesOf } from "../../case/case_facts.ts";
import { type ActingPatch, patchesOn } from "../../case/envoy_patches.ts";
import { edit, label, resourceOf } from "../../case/objects.ts";
import { routeField } from "../../case/routes.ts";
import { linesWith, type Sign, summarize } from "../../case/signs.ts";
import { defineCause } from "../../cause.ts";

/** One way in which a patch makes requests fail, and how that shows. */
interface Effect {
  /** What is patched. */
  readonly applyTo: RegExp;
  /** What the patch must do: pattern of its value, or of its operation where it puts nothing in. */
  readonly value?: RegExp;
  readonly operation?: "REMOVE";
  /** How the requests end. */
  readonly sign: Sign;
  /** What the patch did, for sentences. */
  readonly what: string;
  /** Whether an object of Istio says the same thing, so that the patch need not be the reason. */
  readonly isDeclared?: (of: Case) => boolean;
  /** Whether what the patch puts in is what the requests met, where that can be told. */
  readonly fits?: (of: Case, value: string) => boolean;
}

const ROUTES = /^(?:HTTP_ROUTE|VIRTUAL_HOST|ROUTE_CONFIGURATION)$/;
const LISTENER = /^(?:NETWORK_FILTER|FILTER_CHAIN|LISTENER)$/;
const HTTP_FILTER = /^(?:HTTP_FILTER|EXTENSION_CONFIG|HTTP_ROUTE|VIRTUAL_HOST)$/;

const declares = (field: "tls" | "connectionPool" | "outlierDetection") => (of: Case) =>
  destinationRulesOf(of).some(({ spec }) =>
    [spec, ...spec.subsets ?? []].some(({ trafficPolicy }) =>
      trafficPolicy?.[field] ||
      field !== "outlierDetection" && trafficPolicy?.portLevelSettings?.some((port) => port[field])
    )
  );
const routeSays = (field: "timeout" | "rewrite") => (of: Case) =>
  routeField(of, field).some(({ path }) => path?.endsWith(field));

const EFFECTS: readonly Effect[] = [
  {
    applyTo: /^CLUSTER$/,
    // Below a second a limit meets connections that would have come about.
    value: /"connect_?timeout":"0?(?:\.\d+)?s"/i,
    sign: { flags: ["UF"], details: /connection_timeout/ },
    what: "gives connections too little time to come about",
    isDeclared: declares("connectionPool"),
  },
  {
    applyTo: /^CLUSTER$/,
    value: /"transport_?socket/i,
    sign: { flags: ["UF"], transport: /TLS/ },
    what: "replaces the TLS settings of the Envoy cluster",
    isDeclared: declares("tls"),
  },
  {
    applyTo: /^CLUSTER$/,
    value: /"circuit_?breakers"/i,
    sign: { flags: ["UO"] },
    what: "limits the connections and requests of the Envoy cluster",
    isDeclared: declares("connectionPool"),
  },
  {
    applyTo: /^CLUSTER$/,
    value: /http2_?protocol_?options|http_?protocol_?options/i,
    sign: { flags: ["UPE", "UR", "UC"] },
    what: "changes the protocol that the Envoy cluster speaks",
  },
  {
    applyTo: /^CLUSTER$/,
    value: /"(?:load_?assignment|lb_?endpoints|eds_?cluster_?config|lb_?subset_?config)"/i,
    sign: { flags: ["UH", "UF", "DF"] },
    what: "replaces the endpoints of the Envoy cluster",
  },
  {
    applyTo: /^CLUSTER$/,
    operation: "REMOVE",
    sign: { flags: ["NC"] },
    what: "removes the Envoy cluster",
  },
  {
    applyTo: ROUTES,
    operation: "REMOVE",
    sign: { flags: ["NR"] },
    what: "removes the route",
  },
  {
    applyTo: LISTENER,
    operation: "REMOVE",
    sign: { flags: ["NR", "UH"] },
    what: "removes what takes the connection",
  },
  {
    applyTo: ROUTES,
    value: /"direct_?response"/i,
    sign: { details: /^direct_response$/ },
    what: "lets the proxy answer by itself",
  },
  {
    applyTo: ROUTES,
    value: /"(?:cluster|cluster_?header|weighted_?clusters)"/i,
    sign: { flags: ["NC"] },
    what: "routes to an Envoy cluster that does not exist",
    fits: ({ walk }, value) =>
      walk.targets.some(({ name, isDefined }) => !isDefined && value.includes(`"${name}"`)),
  },
  {
    applyTo: ROUTES,
    value: /"timeout"/i,
    sign: { flags: ["UT"] },
    what: "sets the timeout of the route",
    isDeclared: routeSays("timeout"),
  },
  {
    applyTo: ROUTES,
    value: /"(?:prefix_?rewrite|regex_?rewrite|host_?rewrite\w*)"/i,
    sign: { codes: [404], details: /^via_upstream$/ },
    what: "rewrites the request",
    isDeclared: routeSays("rewrite"),
  },
  {
    applyTo: LISTENER,
    value: /max_?request_?headers_?kb|max_?headers_?count/i,
    sign: { details: /headers_too_large|too_many_headers/ },
    what: "limits the headers of requests",
  },
  {
    applyTo: LISTENER,
    value: /"request_?timeout"/i,
    sign: { details: /request_overall_timeout/ },
    what: "limits the time of a request",
  },
  {
    applyTo: /./,
    value: /stream_?idle_?timeout|"idle_?timeout"/i,
    sign: { flags: ["SI"] },
    what: "ends requests that are idle",
  },
  {
    applyTo: /./,
    value: /max_?stream_?duration|max_?connection_?duration/i,
    sign: { flags: ["UMSDR", "DT"] },
    what: "limits how long a request or connection may last",
  },
  {
    applyTo: LISTENER,
    value: /headers_?with_?underscores_?action/i,
    sign: { details: /underscore/ },
    what: "refuses headers with underscores",
  },
  {
    applyTo: LISTENER,
    value: /filters\.network\.direct_?response/i,
    sign: { details: /direct_response/ },
    what: "answers connections by itself",
  },
  {
    applyTo: HTTP_FILTER,
    value: /config_?discovery/i,
    sign: { flags: ["NFCF"] },
    what: "adds a filter whose configuration never arrives",
  },
  {
    applyTo: HTTP_FILTER,
    value: /filters\.http\.buffer|max_?request_?bytes/i,
    sign: { details: /payload_too_large/ },
    what: "limits the body of requests",
  },
  {
    applyTo: HTTP_FILTER,
    value: /adaptive_?concurrency/i,
    sign: { details: /reached_concurrency_limit/ },
    what: "limits the requests at one time",
  },
  {
    applyTo: HTTP_FILTER,
    value: /admission_?control/i,
    sign: { details: /denied_by_admission_control/ },
    what: "sheds load",
  },
  {
    applyTo: HTTP_FILTER,
    value: /filters\.http\.csrf/i,
    sign: { details: /csrf_origin_mismatch/ },
    what: "refuses requests of other origins",
  },
  {
    applyTo: HTTP_FILTER,
    value: /filters\.http\.basic_?auth/i,
    sign: { details: /basic_auth/ },
    what: "asks for a password",
  },
  {
    applyTo: HTTP_FILTER,
    value: /filters\.http\.health_?check/i,
    sign: { flags: ["LH"] },
    what: "answers health checks by itself",
  },
  {
    applyTo: HTTP_FILTER,
    value: /filters\.http\.rbac/i,
    // istiod names its own policies ns[…]-policy[…]-rule[…].
    sign: { details: /rbac_access_denied_matched_policy\[(?!ns\[)/ },
    what: "denies requests by rules of its own",
  },
];

/** An EnvoyFilter that the proxy took changes it so that requests fail. */
export const envoyFilterBreaksRequests = defineCause({
  id: "MM-R20",
  name: "envoy-filter-breaks-requests",
  title: "An EnvoyFilter changes the proxy so that requests fail",
  category: "configuration",
  severity: "high",
  explains: ["MM-C05", "MM-C25", "MM-C27", "MM-C28", "MM-C32", "MM-C46", "MM-C52", "MM-R13"],
  docs: {
    why:
      "An EnvoyFilter patches what istiod generates, and nobody checks what comes out. A timeout, a " +
      "limit, a filter or a route that it puts in acts on every request of the proxies that it selects, " +
      "whatever DestinationRules and VirtualServices say.",
    symptom:
      "A proxy answers by itself, for a reason that no VirtualService, DestinationRule or policy has.",
    remedy: "Correct or remove the patch; prefer Istio's own API where it has the setting.",
    verify: "The access log shows via_upstream for the request.",
    links: ["https://istio.io/latest/docs/reference/config/networking/envoy-filter/"],
  },

  *consider(of) {
    for (const effect of EFFECTS) {
      if (effect.isDeclared?.(of)) continue;
      const found = linesWith(of, effect.sign).filter(({ exchange }) => exchange.isFailure);
      for (const [proxy, some] of Map.groupBy(found, ({ line }) => line.proxy)) {
        const [patch] = patchesBehind(of, some[0]!.line, effect);
        if (!patch) continue;
        const path = `spec.configPatches[${patch.index}]`;
        const object = resourceOf(patch.filter, path);
        yield {
          objects: [object, ...(proxy.pod ? [resourceOf(proxy.pod)] : [])],
          title: `${label(object)} ${effect.what} in the proxy of ${proxy.id}`,
          facts: [
            {
              weight: "decisive",
              source: `${proxy.folder}/access.log`,
              detail: summarize(some.map(({ line }) => line)),
              explains: [...new Set(some.map(({ exchange }) => exchange))],
            },
            {
              weight: "proven",
              source: `${label(object)} ${path}`,
              detail: `${patch.patch.applyTo} ${patch.patch.patch?.operation}: ${
                patch.value.slice(0, 200)
              }`,
            },
          ],
          remedy: {
            title: `Correct or remove the patch of ${label(object)}`,
            action: edit(object),
          },
        };
      }
    }
  },
});

function patchesBehind(
  of: Case,
  line: LoggedRequest,
  { applyTo, value, operation, fits }: Effect,
): ActingPatch[] {
  return patchesOn(of.mesh, line).filter(({ patch, value: text }) =>
    applyTo.test(patch.applyTo ?? "") && (value?.test(text) ?? true) &&
    (!operation || patch.patch?.operation === operation) && (fits?.(of, text) ?? true) &&
    (!addsCluster(patch) || text.includes(`"${line.entry.upstreamCluster}"`))
  );
}

/** A further Envoy cluster leaves the others as they are. */
function addsCluster({ applyTo, patch }: ActingPatch["patch"]): boolean {
  return applyTo === "CLUSTER" && patch?.operation === "ADD";
}
