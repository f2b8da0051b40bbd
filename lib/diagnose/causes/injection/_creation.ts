import type { Case } from "../../../connectivity/mod.ts";
import { type Resource, workloadOf } from "../../../mesh/mod.ts";
import type { CauseResource } from "../../../core/mod.ts";
import { serviceOf } from "../../case/case_facts.ts";
import type { Fact } from "../../cause.ts";
import { eventFact, eventsAbout, workloadsBehind } from "../../lifecycle/events.ts";
import { resourceOf } from "../../case/objects.ts";
import { logged } from "../../case/signs.ts";

/** Pods behind a request's destination that Kubernetes could not create. */
export interface FailedCreation {
  /** The newest event that says why. */
  readonly event: Resource<"Event">;
  /** The text of it. */
  readonly message: string;
  /** The Service, and the workload whose pods are missing. */
  readonly objects: readonly CauseResource[];
  /** The event, and the requests that found no endpoint. */
  readonly facts: readonly Fact[];
}

/** The newest event by which the destination of a case, or its caller, lacks pods, of those that fit. */
export function failedCreation(of: Case, fits: (message: string) => boolean): FailedCreation[] {
  const service = serviceOf(of);
  if (!service) return [];
  const found = workloadsBehind(of.mesh, service)
    .filter((workload) => !hasAllPods(workload))
    .flatMap((workload) =>
      eventsAbout(of.mesh, workload)
        .filter(({ object: { reason = "", message = "" } }) =>
          /^Failed/.test(reason) && fits(message)
        )
        .map((event) => ({ workload, event }))
    )
    .sort((a, b) => timeOf(b.event) - timeOf(a.event));
  const [newest] = found;
  if (!newest) return [];
  const { workload, event } = newest;
  const owner = workload.object.metadata.ownerReferences?.[0];
  const { kind, namespace, name } = owner?.kind && owner.name
    ? { kind: owner.kind, namespace: workload.namespace, name: owner.name }
    : workload;
  return [{
    event,
    message: event.object.message ?? "",
    objects: [{ kind, namespace, name }, resourceOf(service)],
    facts: [
      eventFact(event),
      ...logged(of, { side: "client", flags: ["UH", "UF", "UC"] }),
    ],
  }];
}

function hasAllPods({ spec, status }: Resource): boolean {
  const { replicas = 1 } = spec as { replicas?: number };
  const { readyReplicas = 0 } = status as { readyReplicas?: number };
  return replicas > 0 && readyReplicas >= replicas;
}

function timeOf(
  { object: { lastTimestamp, eventTime, firstTimestamp } }: Resource<"Event">,
): number {
  return Date.parse(lastTimestamp ?? eventTime ?? firstTimestamp ?? "") || 0;
}

/** The Deployment or other workload behind a pod, as it stands in a finding. */
export function ownerOf(of: Case, pod: Resource<"Pod">): CauseResource {
  const { kind, namespace, name } = workloadOf(of.mesh, pod);
  return { kind, namespace, name };
}
