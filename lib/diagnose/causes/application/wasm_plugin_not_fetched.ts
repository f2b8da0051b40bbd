import type { ProxyObservation } from "../../../connectivity/mod.ts";
import { wasmPluginsFor } from "../../case/envoy_filters.ts";
import { edit, label, resourceOf } from "../../case/objects.ts";
import { linesWith, logged } from "../../case/signs.ts";
import { defineCause, type Fact } from "../../cause.ts";

/** What the agent says when a module cannot be had (istio/pkg/wasm). */
const FAILED =
  /cannot fetch|fail(?:ed)? to (?:fetch|download|pull)|error in converting the wasm|deny RBAC filter/i;

/** A proxy on the way cannot have the module of a WasmPlugin, and refuses requests instead. */
export const wasmPluginNotFetched = defineCause({
  id: "MM-R30",
  name: "wasm-plugin-not-fetched",
  title: "The module of a WasmPlugin cannot be fetched",
  category: "configuration",
  severity: "high",
  explains: ["MM-A02", "MM-A03", "MM-X15", "MM-R34", "MM-C46"],
  docs: {
    why:
      "The agent beside the proxy fetches the module. Where it cannot (address, pull secret, checksum), the " +
      "filter has no configuration: with failStrategy FAIL_CLOSE, the default, requests are refused.",
    symptom:
      "500 with flag NFCF, or 403 without any policy that denies; the agent logs that it cannot fetch.",
    remedy:
      "Correct url, imagePullSecret and sha256; choose failStrategy FAIL_OPEN only deliberately.",
    verify: "istio_agent_wasm_remote_fetch_count grows with result success.",
    links: ["https://istio.io/latest/docs/reference/config/proxy_extensions/wasm-plugin/"],
  },

  *consider(of) {
    for (const proxy of new Set([...(of.client ? [of.client] : []), ...of.servers])) {
      const plugins = proxy.pod ? wasmPluginsFor(of.mesh, proxy.pod) : [];
      const said = saidBy(proxy, plugins.flatMap(({ spec }) => spec.url ?? []));
      const refused = logged(of, { flags: ["NFCF"] })
        .filter(({ source }) => source.startsWith(`${proxy.folder}/`));
      const denied = said.length === 0
        ? []
        : logged(of, { codes: [403, 500, 503], details: REFUSED })
          .filter(({ source }) => source.startsWith(`${proxy.folder}/`));
      if (plugins.length === 0 || said.length + refused.length === 0) continue;
      // What was logged once may be over.
      if (refused.length + denied.length === 0 && linesWith(of, {}).length > 0) continue;
      const text = said.map(({ detail }) => detail).join("\n");
      const objects = plugins.toSorted((a, b) =>
        Number(text.includes(b.spec.url ?? "\n")) - Number(text.includes(a.spec.url ?? "\n"))
      ).map((plugin) => resourceOf(plugin, "spec.url"));
      yield {
        objects,
        title: `the proxy of ${proxy.id} cannot have the module of ${label(objects[0]!)}`,
        facts: [...said, ...refused, ...denied],
        remedy: { title: "Correct url, imagePullSecret and sha256", action: edit(objects[0]!) },
      };
    }
  },
});

/** How a proxy refuses requests in place of a filter that it does not have. */
const REFUSED = /rbac_access_denied_matched_policy\[none\]|no_filter_config|^direct_response$/;

function saidBy({ log, folder }: ProxyObservation, urls: readonly string[]): Fact[] {
  const last = (log?.messages ?? []).findLast(({ text }) =>
    FAILED.test(text) && (/wasm/i.test(text) || urls.some((url) => text.includes(url)))
  );
  if (!last) return [];
  return [{ weight: "proven", source: `${folder}/access.log`, detail: last.text.slice(0, 300) }];
}
