import type { Resource } from "../../../mesh/mod.ts";
import type { Say } from "../say.ts";
import { checkAttachment } from "../values/selector.ts";
import { checkMatchedPorts, checkWasm } from "./wasm.ts";

const MAX_LUA = 64 * 1024;

/** Checks a TrafficExtension. */
export function checkTrafficExtension({ spec }: Resource<"TrafficExtension">, say: Say): void {
  const { wasm, lua } = spec;
  checkAttachment(spec, say);
  if ((wasm === undefined) === (lua === undefined)) {
    say(["spec"], "exactly one of wasm or lua must be set");
  }
  if (wasm) checkWasm(wasm, ["spec", "wasm"], say);
  const code = lua?.inlineCode ?? "";
  if (lua && code === "") say(["spec", "lua"], "lua inlineCode must be set");
  if (code.length > MAX_LUA) {
    say(["spec", "lua", "inlineCode"], `lua inlineCode must not be larger than ${MAX_LUA} bytes`);
  }
  checkMatchedPorts(spec.match, say);
}
