import type { Resource } from "../../../mesh/mod.ts";
import type { Say } from "../say.ts";
import { checkSelector } from "../values/selector.ts";

/** Checks a ProxyConfig. */
export function checkProxyConfig({ spec }: Resource<"ProxyConfig">, say: Say): void {
  checkSelector(spec.selector, ["spec", "selector"], say);
  if ((spec.concurrency ?? 0) < 0) {
    say(["spec", "concurrency"], "concurrency must be greater than or equal to 0");
  }
}
