import {
  formatLabels,
  type Mesh,
  oldestFirst,
  type Resource,
  WORKLOAD_KINDS,
  type WorkloadInstance,
} from "../../../mesh/mod.ts";
import { removal } from "../../analysis/fix.ts";
import { defineRule } from "../../analysis/rule.ts";
import { formatName } from "../_names.ts";
import { instancesFor, selectionsOf } from "../_selecting.ts";

/** One PeerAuthentication speaks for the mesh, one for a namespace, and one for a workload. */
export const shadowedPeerAuthentication = defineRule({
  code: "MM0504",
  name: "peer-authentication-shadowed",
  title: "An older PeerAuthentication for the same workloads wins",
  severity: "warning",
  since: "0.1.0",
  inputs: ["PeerAuthentication"],
  reads: ["Pod", ...WORKLOAD_KINDS],
  equivalents: ["KIA0002", "KIA0003"],
  mode: "default",
  docs: {
    why:
      "istiod does not merge PeerAuthentications of one scope: the oldest counts, the others are " +
      "ignored. Which is the oldest changes when an object is deleted and created again.",
    remedy: "Merge them into one.",
    links: ["https://istio.io/latest/docs/concepts/security/#peer-authentication"],
  },

  *check({ mesh }) {
    for (
      const { loser, winner, scope } of [...wholeScopes(mesh), ...workloads(mesh.once(contested))]
    ) {
      yield {
        on: loser,
        at: [],
        message: `PeerAuthentication ${formatName(winner)} is older and wins for ${scope}; this ` +
          "one has no effect there",
        fix: removal([], `Delete PeerAuthentication ${formatName(loser)}`, "manual"),
      };
    }
  },
});

type Policy = Resource<"PeerAuthentication">;

interface Shadowed {
  readonly loser: Policy;
  readonly winner: Policy;
  readonly scope: string;
}

function selectorOf({ spec }: Policy): Readonly<Record<string, string>> {
  return spec.selector?.matchLabels ?? {};
}

function isWhole(policy: Policy): boolean {
  return Object.keys(selectorOf(policy)).length === 0;
}

function wholeScopes(
  mesh: Pick<Mesh, "config"> & { list(kind: "PeerAuthentication"): readonly Policy[] },
): Shadowed[] {
  const whole = mesh.list("PeerAuthentication").filter(isWhole);
  const scopes = Map.groupBy(whole, ({ cluster, namespace }) => `${cluster}/${namespace}`);
  return [...scopes.values()].flatMap((policies) => {
    const [winner, ...losers] = policies.toSorted(oldestFirst);
    if (!winner) return [];
    const isRoot = winner.namespace === mesh.config.rootNamespace;
    const scope = isRoot ? "the mesh" : `namespace ${winner.namespace}`;
    return losers.map((loser) => ({ loser, winner, scope }));
  });
}

interface Contest {
  readonly pod: WorkloadInstance;
  readonly policies: readonly Policy[];
}

function contested(mesh: Mesh): readonly Contest[] {
  const selecting = mesh.list("PeerAuthentication").filter((one) => !isWhole(one))
    .map((on) => ({ on, selector: selectorOf(on) }));
  return selectionsOf(selecting, instancesFor(mesh, false)).contested.map(
    ({ pod, claimants }) => ({ pod, policies: claimants.map(({ on }) => on) }),
  );
}

function workloads(contests: readonly Contest[]): Shadowed[] {
  const seen = new Set<Policy>();
  return contests.flatMap(({ pod, policies }) => {
    const [winner, ...losers] = policies.toSorted(oldestFirst);
    return losers.filter((loser) => !seen.has(loser)).flatMap((loser) => {
      seen.add(loser);
      return winner ? [{ loser, winner, scope: `pods with ${formatLabels(pod.labels)}` }] : [];
    });
  });
}
