import { hasProxy, type Mesh } from "../mesh/mod.ts";
import { type Caller, callerOf } from "./caller.ts";
import { resolveDestination } from "./destination.ts";
import type { Observer } from "./observer.ts";
import type { Question } from "./question.ts";
import { trafficBetween } from "./traffic.ts";

/**
 * A caller that several clusters run is one of several callers, each with its own control plane: that whose
 * requests fail most, else the first.
 */
export async function inOneCluster(
  caller: Caller,
  question: Question,
  mesh: Mesh,
  observer: Observer,
): Promise<Caller> {
  const byCluster = [...Map.groupBy(caller.pods, ({ cluster }) => cluster).values()];
  if (byCluster.length < 2) return caller;
  const destination = resolveDestination(mesh, question.target, caller.namespace);
  const callers = await Promise.all(byCluster.map(async (pods) => {
    const own = callerOf(pods, caller.label);
    const clients = await observer.proxies(pods.filter(hasProxy));
    const exchanges = trafficBetween({
      clients,
      servers: [],
      clientAddresses: own.addresses,
      destination,
      request: question.request,
      isExternal: false,
    });
    return { own, failures: exchanges.filter(({ isFailure }) => isFailure).length };
  }));
  return callers.toSorted((a, b) => b.failures - a.failures)[0]!.own;
}
