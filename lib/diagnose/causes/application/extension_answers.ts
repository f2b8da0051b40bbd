import { envoyFiltersFor, wasmPluginsFor } from "../../case/envoy_filters.ts";
import { defineCause } from "../../cause.ts";
import { edit, label, resourceOf } from "../../case/objects.ts";
import { linesWith, logged } from "../../case/signs.ts";

const BY_EXTENSION =
  /^(lua_response|lua_error|wasm|ext_proc|direct_response_by_filter)|lua|wasm_fail|ext_proc/i;

/** A script or module in the proxy answers or fails by itself. */
export const extensionAnswers = defineCause({
  id: "MM-R34",
  name: "extension-answers",
  title: "An extension in the proxy answers by itself",
  category: "configuration",
  severity: "high",
  explains: ["MM-C46"],
  docs: {
    why:
      "A Lua script, a Wasm module or an external processor in the filter chain can answer a request " +
      "or fail on it. The request then never reaches the application.",
    symptom: "An error without upstream host and with details such as lua_response at one proxy.",
    remedy: "Read the script; correct or remove the EnvoyFilter or WasmPlugin.",
    verify: "The access log shows via_upstream for the request.",
  },

  *consider(of) {
    const sign = { details: BY_EXTENSION } as const;
    const lines = linesWith(of, sign).filter(({ exchange }) => exchange.isFailure);
    if (lines.length === 0) return;
    const pods = [...new Set(lines.flatMap(({ line }) => line.proxy.pod ?? []))];
    const suspects = pods.flatMap((pod) => [
      ...envoyFiltersFor(of.mesh, pod).filter((filter) =>
        /lua|wasm|ext_proc/i.test(JSON.stringify(filter.spec.configPatches ?? []))
      ).map((filter) => resourceOf(filter, "spec.configPatches")),
      ...wasmPluginsFor(of.mesh, pod).map((plugin) => resourceOf(plugin, "spec")),
    ]);
    const objects = [
      ...new Map(suspects.map((o) => [`${o.kind}/${o.namespace}/${o.name}`, o])).values(),
    ];
    yield {
      objects: objects.length > 0 ? objects : pods.map((pod) => resourceOf(pod)),
      title: `${objects[0] ? label(objects[0]) : "an extension"} answers in the proxy of ${
        pods.map(({ namespace, name }) => `${namespace}/${name}`).join(", ")
      }`,
      facts: logged(of, sign),
      remedy: {
        title: "Correct or remove the extension",
        ...(objects[0] ? { action: edit(objects[0]) } : {}),
      },
    };
  },
});
