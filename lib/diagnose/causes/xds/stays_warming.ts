import type { Case, ProxyObservation } from "../../../connectivity/mod.ts";
import type { DumpEntry } from "../../../proxy/mod.ts";
import { defineCause, type Fact } from "../../cause.ts";
import { resourceOf, workloadsOf } from "../../case/objects.ts";

/** A listener or cluster on the way waits for something that does not come. */
export const staysWarming = defineCause({
  id: "MM-X15",
  name: "stays-warming",
  title: "A listener or cluster of the proxy never becomes active",
  category: "control-plane",
  severity: "high",
  docs: {
    why:
      "Envoy uses a listener or cluster only when all that it refers to has arrived: routes, secrets, " +
      "extensions. What never arrives keeps it warming, and requests find nothing there.",
    symptom:
      "total_listeners_warming or warming_clusters stays above 0; the dump has a warming entry only.",
    remedy: "Find what it waits for: a secret, a route table, a WasmPlugin that cannot be fetched.",
    verify: "The counters are 0.",
  },

  *consider(of) {
    const proxy = of.client;
    if (!proxy?.dump || !proxy.pod) return;
    const warming = warmingOnTheWay(of, proxy);
    if (warming.length === 0) return;
    const failures = of.exchanges.filter(({ isFailure }) => isFailure);
    yield {
      objects: [resourceOf(proxy.pod), ...workloadsOf(of.mesh, [proxy.pod])],
      title: `the proxy of ${proxy.id} still warms ${warming.join(", ")}`,
      facts: [
        {
          weight: "proven",
          source: `${proxy.folder}/config_dump.json`,
          detail: `${warming.join(", ")}: warming, and not active`,
          explains: failures,
        },
        ...counters(proxy),
      ],
      remedy: {
        title: "Find what it waits for",
        action: `istioctl proxy-config secret ${proxy.pod.name}.${proxy.pod.namespace}`,
      },
    };
  },
});

/** Names of what is only warming: clusters of the targets, and listeners of the port. */
function warmingOnTheWay(of: Case, { dump }: ProxyObservation): string[] {
  const wanted = new Set(of.walk.targets.map(({ name }) => name));
  const port = String(of.destination.port ?? "");
  const clusters = onlyWarming(dump!.clusters).filter((name) => wanted.has(name));
  const listeners = of.walk.verdict === "no_listener" || of.walk.listener === undefined
    ? onlyWarming(dump!.listeners).filter((name) => name.endsWith(`_${port}`))
    : [];
  return [...clusters, ...listeners];
}

function onlyWarming(entries: readonly DumpEntry<{ readonly name: string }>[]): string[] {
  const active = new Set(
    entries.filter(({ state }) => state === "active" || state === "static")
      .map(({ name, item }) => item?.name ?? name),
  );
  return entries.filter(({ state }) => state === "warming")
    .map(({ name, item }) => item?.name ?? name).filter((name) => !active.has(name));
}

function counters({ folder, stats }: ProxyObservation): Fact[] {
  return ["listener_manager.total_listeners_warming", "cluster_manager.warming_clusters"]
    .flatMap((name) => {
      const value = stats?.get(name) ?? 0;
      return value > 0
        ? [{
          weight: "likely" as const,
          source: `${folder}/stats.json`,
          detail: `${name} is ${value}`,
        }]
        : [];
    });
}
