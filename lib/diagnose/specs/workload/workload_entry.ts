import type { Resource } from "../../../mesh/mod.ts";
import type { Say } from "../say.ts";
import { checkEndpoint } from "./endpoint.ts";

/** Checks a WorkloadEntry. */
export function checkWorkloadEntry({ spec }: Resource<"WorkloadEntry">, say: Say): void {
  checkEndpoint(spec, undefined, true, ["spec"], say);
}
