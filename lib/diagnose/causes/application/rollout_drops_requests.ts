import { type Case, isFailure } from "../../../connectivity/mod.ts";
import { endpointsOf, serviceOf } from "../../case/case_facts.ts";
import { resourceOf, workloadsOf } from "../../case/objects.ts";
import { linesWith, summarize } from "../../case/signs.ts";
import { eventFact, eventsAbout } from "../../lifecycle/events.ts";
import { defineCause, type Fact } from "../../cause.ts";

/** Requests went to pods that were ending: the rollout does not wait until callers have let go of them. */
export const rolloutDropsRequests = defineCause({
  id: "MM-C22",
  name: "rollout-drops-requests",
  title: "A rollout drops requests to pods that end",
  category: "application",
  severity: "medium",
  explains: ["MM-C05", "MM-C20", "MM-C21", "MM-C46", "MM-C52", "MM-C54", "MM-C56"],
  docs: {
    why:
      "A pod that is deleted gets its signal to end at the same time as callers learn that it is no " +
      "endpoint any more. Without a pause in between, requests still go to a process that has ended.",
    symptom:
      "503 UF or UC to addresses of pods that are terminating or gone, only during rollouts.",
    remedy:
      "Add a preStop hook that sleeps longer than the news takes, and raise terminationDrainDuration.",
    verify: "A rollout under load shows no UF and UC lines.",
  },

  *consider(of) {
    const failed = linesWith(of, { side: "client", flags: ["UF", "UC", "UR"] });
    const ending = failed.filter(({ line }) => isEnding(of, line.entry.upstreamHost));
    if (ending.length === 0) return;
    // Pods come and go only where others serve meanwhile.
    const isServed = of.exchanges.some(({ client }) => client && !isFailure(client.entry));
    if (!isServed) return;
    const pods = of.destination.pods;
    const service = serviceOf(of);
    const addresses = [...new Set(ending.map(({ line }) => line.entry.upstreamHost))].sort();
    yield {
      objects: [
        ...workloadsOf(of.mesh, pods),
        ...pods.filter(isTerminating).map((pod) => resourceOf(pod)),
        ...(service ? [resourceOf(service)] : []),
      ],
      title: `${ending.length} requests went to pods of ${of.destination.host} that were ending (${
        addresses.slice(0, 3).join(", ")
      })`,
      facts: [
        ...[...Map.groupBy(ending, ({ line }) => line.proxy)].map(([proxy, some]): Fact => ({
          weight: "decisive",
          source: `${proxy.folder}/access.log`,
          detail: summarize(some.map(({ line }) => line)),
          explains: [...new Set(some.map(({ exchange }) => exchange))],
        })),
        ...endings(of).slice(0, 3),
      ],
      remedy: {
        title: "Let pods serve until callers have let go of them",
        patch: "spec:\n  template:\n    metadata:\n      annotations:\n" +
          "        proxy.istio.io/config: |\n          terminationDrainDuration: 30s\n" +
          "    spec:\n      terminationGracePeriodSeconds: 60\n      containers:\n" +
          "      - name: NAME\n        lifecycle:\n          preStop:\n            sleep:\n" +
          "              seconds: 15\n",
      },
    };
  },
});

function isTerminating({ object }: { object: { metadata: object } }): boolean {
  return "deletionTimestamp" in object.metadata;
}

/** Whether an address is that of a pod that ends, or that has ended: nobody's, and no endpoint any more. */
function isEnding(of: Case, address: string): boolean {
  const pod = of.mesh.podAt(address.replace(/:\d+$/, ""));
  if (pod) return isTerminating(pod);
  return address !== "" && serviceOf(of)?.spec.selector !== undefined &&
    of.walk.targets.length > 0 &&
    of.walk.targets.every(({ endpoints }) => endpoints !== undefined) &&
    endpointsOf(of).every((endpoint) => endpoint.address !== address);
}

/** What Kubernetes says of the pods that its controllers ended. */
function endings({ mesh, destination: { pods } }: Case): Fact[] {
  return [...workloadsOf(mesh, pods), ...pods].flatMap((each) =>
    eventsAbout(mesh, each).filter(({ object: { reason } }) =>
      reason === "Killing" || reason === "ScalingReplicaSet"
    ).map((event): Fact => ({ ...eventFact(event), weight: "likely" }))
  );
}
