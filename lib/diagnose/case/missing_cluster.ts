import type { Case, Target } from "../../connectivity/mod.ts";
import type { EnvoyClusterName } from "../../proxy/mod.ts";
import type { Fact } from "../cause.ts";
import { routeSource } from "./routes.ts";
import { logged } from "./signs.ts";

/** A target of a route for which the caller's proxy has no Envoy cluster. */
export interface MissingCluster {
  /** The target. */
  readonly target: Target;
  /** Its name's parts. */
  readonly parsed: EnvoyClusterName;
  /** What shows it: the dump, and the requests that failed by it. */
  readonly facts: readonly Fact[];
}

/** The targets of a case's route that lead to no Envoy cluster. Why there is none is for causes to say. */
export function missingCluster(of: Case): MissingCluster[] {
  return of.walk.targets.flatMap((target) => {
    const { name, parsed, isDefined } = target;
    if (isDefined || !parsed) return [];
    return [{
      target,
      parsed,
      facts: [
        {
          weight: "proven",
          source: routeSource(of),
          detail: of.walk.isExpected
            ? `the route leads to ${name}, for which istiod makes no cluster`
            : `the route's cluster ${name} is not among the proxy's clusters`,
        },
        ...logged(of, { side: "client", flags: ["NC"] }),
      ],
    }];
  });
}
