import type { Resource } from "../../../mesh/mod.ts";
import type { Say } from "../say.ts";
import { checkSelector } from "../values/selector.ts";

/** Checks a PeerAuthentication. */
export function checkPeerAuthentication(
  { spec }: Resource<"PeerAuthentication">,
  say: Say,
): void {
  const { selector, portLevelMtls = {} } = spec;
  const at = ["spec", "portLevelMtls"];
  const ports = Object.keys(portLevelMtls);
  if (ports.length > 0 && Object.keys(selector?.matchLabels ?? {}).length === 0) {
    say(at, "mesh/namespace peer authentication cannot have port level mTLS");
  }
  if (spec.portLevelMtls && ports.length === 0) {
    say(at, "port level mTLS, if defined, must have at least one element");
  }
  for (const port of ports) {
    const number = Number(port);
    if (number < 1 || number > 65535) say([...at, port], "port must be in range 1..65535");
  }
  checkSelector(selector, ["spec", "selector"], say);
}
