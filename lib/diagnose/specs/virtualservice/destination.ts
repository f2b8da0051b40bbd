import type { Path } from "../../../core/mod.ts";
import { isDnsLabel, portProblem, sayIf, wildcardDomainProblem } from "../values/names.ts";
import type { Say } from "../say.ts";

interface Destination {
  readonly host?: string;
  readonly subset?: string;
  readonly port?: { readonly number?: number };
}

interface Weighted {
  readonly destination?: Destination;
  readonly weight?: number;
}

/** Checks where requests are sent. */
export function checkDestination(destination: Destination | undefined, at: Path, say: Say): void {
  if (!destination) return;
  const { host = "", subset, port } = destination;
  if (host === "*") say([...at, "host"], `invalid destination host ${host}`);
  else sayIf(say, [...at, "host"], wildcardDomainProblem(host));
  if (subset) sayIf(say, [...at, "subset"], subsetNameProblem(subset));
  if (port) sayIf(say, [...at, "port", "number"], portProblem(port.number ?? 0));
}

/** What is wrong with the name of a subset. */
export function subsetNameProblem(name: string): string | undefined {
  if (name === "") return "subset name cannot be empty";
  return isDnsLabel(name) ? undefined : `subset name is invalid: ${name}`;
}

/** Checks the destinations of a rule and how requests are shared between them. */
export function checkDestinations(route: readonly Weighted[], at: Path, say: Say): void {
  let total = 0;
  for (const [i, { destination, weight = 0 }] of route.entries()) {
    if (!destination) say([...at, i], "destination is required");
    checkDestination(destination, [...at, i, "destination"], say);
    if (weight < 0) say([...at, i, "weight"], `weight ${weight} < 0`);
    total += weight;
  }
  if (route.length > 1 && total === 0) say(at, "total destination weight = 0");
}
