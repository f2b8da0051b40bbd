import type { Resource } from "../../../mesh/mod.ts";
import type { Say } from "../say.ts";
import { checkAttachment } from "../values/selector.ts";
import { checkMatchedPorts, checkWasm } from "./wasm.ts";

/** Checks a WasmPlugin. */
export function checkWasmPlugin({ spec }: Resource<"WasmPlugin">, say: Say): void {
  checkAttachment(spec, say);
  checkWasm(spec, ["spec"], say);
  checkMatchedPorts(spec.match, say);
}
