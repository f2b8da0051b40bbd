import type { Case, Target } from "../../../connectivity/mod.ts";
import type { CauseResource } from "../../../core/mod.ts";
import { destinationRulesFor, isReady, podsSelected } from "../../../mesh/mod.ts";
import { lastTargets } from "../../case/case_facts.ts";
import { edit, label, resourceOf } from "../../case/objects.ts";
import { destinationInRoute } from "../../case/routes.ts";
import { exactly, logged } from "../../case/signs.ts";
import { WORKLOAD_KINDS, workloadsWith } from "../../case/workloads.ts";
import { defineCause } from "../../cause.ts";

/** The route sends a share of the requests to a version that does not run. */
export const weightOnDeadDestination = defineCause({
  id: "MM-R15",
  name: "weight-on-dead-destination",
  title: "The route gives a share of the requests to a version that does not run",
  category: "configuration",
  severity: "critical",
  explains: ["MM-R02", "MM-C01"],
  docs: {
    why:
      "Weights stay where a rollout left them. When the version behind one is scaled to zero, or its pods " +
      "are not ready, its Envoy cluster is empty, and that share of the requests is answered with 503.",
    symptom: "503 UH on one of several clusters of the route; the share of errors is its weight.",
    remedy: "Give the weight to the version that runs, or bring the other one back.",
    verify: "UH lines stop.",
  },

  *consider(of) {
    const targets = lastTargets(of);
    for (const target of targets) {
      const { parsed, share, name } = target;
      const isOneOfSeveral = targets.length > 1 || parsed?.subset;
      if (!parsed || !isOneOfSeveral || !(share > 0) || !isDead(target)) continue;
      // Where nothing at all runs, it is not the weights that are wrong.
      if (targets.length > 1 && targets.every(isDead)) continue;
      const idle = idleWorkloads(of, parsed);
      if (!idle) continue;
      const route = destinationInRoute(of, parsed);
      const percent = Math.round(share * 100);
      yield {
        objects: [...route, ...idle.objects],
        title: `${route[0] ? label(route[0]) : "the route"} sends ${percent} % to ${
          parsed.subset ? `subset ${parsed.subset} of ` : ""
        }${parsed.host}, where ${idle.state}`,
        facts: [
          {
            weight: "proven",
            source: idle.objects[0] ? label(idle.objects[0]) : name,
            detail: `${idle.state}; ${name} has no usable endpoints`,
          },
          ...logged(of, { side: "client", flags: ["UH"], envoyCluster: exactly(name) }),
        ],
        remedy: {
          title: `Give the ${percent} % to a version that runs, or bring this one back`,
          ...(route[0] ? { action: edit(route[0]) } : {}),
        },
      };
    }
  },
});

function isDead({ isDefined, endpoints }: Target): boolean {
  return isDefined && endpoints !== undefined && !endpoints.some(({ isUsable }) => isUsable) &&
    !endpoints.some(({ isEjected }) => isEjected);
}

/** The workloads that should serve a target and do not; `undefined` where no workload is meant. */
function idleWorkloads(
  { mesh, client }: Case,
  { host, subset }: NonNullable<Target["parsed"]>,
): { objects: CauseResource[]; state: string } | undefined {
  const service = mesh.services.declarations(host)[0]?.resource;
  if (service?.identifier !== "Service" || !service.spec.selector) return undefined;
  const { rules } = destinationRulesFor(
    mesh,
    host,
    client?.pod?.namespace ?? "",
    client?.pod?.labels,
  );
  const named = rules.flatMap(({ spec }) => spec.subsets ?? []).find(({ name }) => name === subset);
  const labels = { ...service.spec.selector, ...named?.labels };
  const pods = podsSelected(mesh, labels, service.namespace);
  const workloads = workloadsWith(mesh, service, labels, WORKLOAD_KINDS).map((owner) =>
    resourceOf(owner, "spec.replicas")
  );
  if (pods.some(isReady) || pods.length + workloads.length === 0) return undefined;
  const names = workloads.map(({ kind, name }) => `${kind} ${name}`).join(", ");
  return {
    objects: [...workloads, ...pods.map((pod) => resourceOf(pod))],
    state: pods.length === 0 ? `${names} has no pods` : `none of ${pods.length} pods is ready`,
  };
}
