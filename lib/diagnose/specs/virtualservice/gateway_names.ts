import type { Path } from "../../../core/mod.ts";
import { domainProblem, isDnsLabel, sayIf } from "../values/names.ts";
import type { Say } from "../say.ts";

/**
 * Checks references to gateways. As istiod's, the check ends at the first one without a namespace.
 */
export function checkGatewayNames(names: readonly string[], at: Path, say: Say): void {
  for (const [i, name] of names.entries()) {
    const slash = name.indexOf("/");
    const place = [...at, i];
    if (slash < 0) return checkBareName(name, place, say);
    const [namespace, gateway] = [name.slice(0, slash), name.slice(slash + 1)];
    if (namespace === "" || gateway === "") {
      say(place, "config namespace and gateway name cannot be empty");
    }
    if (!isDnsLabel(namespace)) say(place, `invalid value for namespace: "${namespace}"`);
    if (!isDnsLabel(gateway)) say(place, `invalid value for gateway name: "${gateway}"`);
  }
}

function checkBareName(name: string, at: Path, say: Say): void {
  if (name.includes(".")) {
    const [gateway, namespace] = name.split(".");
    say(
      at,
      `using legacy gatewayName format "${name}"; prefer the <namespace>/<name> format: ` +
        `"${namespace}/${gateway}"`,
      "warning",
    );
  }
  sayIf(say, at, domainProblem(name));
}
