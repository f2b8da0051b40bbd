import type { Path } from "../../../core/mod.ts";
import type { EnvoyFilterConfigPatch } from "../../../mesh/mod.ts";
import { envoyApi } from "../../../proxy/mod.ts";
import { move, replacement } from "../../analysis/fix.ts";
import type { Say } from "../say.ts";

const TYPE_PREFIX = "type.googleapis.com/";
const OLD_API = /^envoy\.(?:api\.v2|.+\.v2)\./;

/** What is wrong with the types that a piece of Envoy's configuration names. */
export function typeProblem(value: unknown): string | undefined {
  const old = [...namedTypes(value)].find((type) => OLD_API.test(type));
  return old === undefined
    ? undefined
    : "referenced type unknown (hint: try using the v3 XDS API): could not resolve Any message " +
      `type ${TYPE_PREFIX}${old}`;
}

/** The message that a patch of each kind holds, or is merged into. */
const PATCHED: Readonly<Record<string, string>> = {
  LISTENER: "envoy.config.listener.v3.Listener",
  FILTER_CHAIN: "envoy.config.listener.v3.FilterChain",
  LISTENER_FILTER: "envoy.config.listener.v3.ListenerFilter",
  NETWORK_FILTER: "envoy.config.listener.v3.Filter",
  HTTP_FILTER: "envoy.extensions.filters.network.http_connection_manager.v3.HttpFilter",
  ROUTE_CONFIGURATION: "envoy.config.route.v3.RouteConfiguration",
  VIRTUAL_HOST: "envoy.config.route.v3.VirtualHost",
  HTTP_ROUTE: "envoy.config.route.v3.Route",
  CLUSTER: "envoy.config.cluster.v3.Cluster",
  EXTENSION_CONFIG: "envoy.config.core.v3.TypedExtensionConfig",
  BOOTSTRAP: "envoy.config.bootstrap.v3.Bootstrap",
};

/** Checks the fields and the types of a patch against Envoy's API. */
export function checkPatchValue(
  { applyTo = "INVALID", match, patch }: EnvoyFilterConfigPatch,
  at: Path,
  say: Say,
): void {
  const type = PATCHED[applyTo];
  // A patch for certain releases may well speak an older API.
  if (type === undefined || match?.proxy?.proxyVersion) return;
  for (const misfit of envoyApi().misfits(patch?.value, type)) {
    const path = [...at, "patch", "value", ...misfit.at];
    const meant = misfit.kind === "type" ? TYPE_PREFIX + misfit.meant : misfit.meant ?? "";
    const fix = misfit.meant === undefined
      ? undefined
      : misfit.kind === "type"
      ? replacement(path, meant, `Write "${meant}"`)
      : move(path, [...path.slice(0, -1), meant], `Rename the field to "${meant}"`);
    const question = misfit.meant === undefined ? "" : `; did you mean "${misfit.meant}"?`;
    if (misfit.kind === "type") {
      say(path, `referenced type unknown: ${TYPE_PREFIX}${misfit.name}${question}`, undefined, fix);
    } else {say(
        path,
        `unknown field "${misfit.name}" in ${misfit.message}${question}`,
        "warning",
        fix,
      );}
  }
}

/** The types of messages that stand anywhere in a piece of configuration. */
function* namedTypes(value: unknown): Generator<string> {
  if (typeof value !== "object" || value === null) return;
  for (const [key, member] of Object.entries(value)) {
    if (key === "@type" && typeof member === "string") yield member.replace(TYPE_PREFIX, "");
    else yield* namedTypes(member);
  }
}
