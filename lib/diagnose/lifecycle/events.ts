import type { Mesh, Resource } from "../../mesh/mod.ts";
import { workloadsWith } from "../case/workloads.ts";
import type { Fact } from "../cause.ts";

/** The events about one object, in order of name. */
export function eventsAbout(
  mesh: Mesh,
  { kind, namespace, name }: Pick<Resource, "kind" | "namespace" | "name">,
): readonly Resource<"Event">[] {
  return mesh.once(eventsByObject).get(`${kind} ${namespace}/${name}`) ?? [];
}

function eventsByObject(mesh: Mesh): ReadonlyMap<string, readonly Resource<"Event">[]> {
  return Map.groupBy(mesh.list("Event"), ({ namespace, object: { involvedObject } }) => {
    const { kind = "", name = "" } = involvedObject ?? {};
    return `${kind} ${involvedObject?.namespace ?? namespace}/${name}`;
  });
}

/** Kinds whose controllers make pods. */
const CONTROLLERS = ["Deployment", "ReplicaSet", "StatefulSet", "DaemonSet", "Job"] as const;

/** The workloads whose pods a Service would select, ReplicaSets of a Deployment included. */
export function workloadsBehind(
  mesh: Mesh,
  service: Resource<"Service">,
): Resource<(typeof CONTROLLERS)[number]>[] {
  return workloadsWith(mesh, service, service.spec.selector, CONTROLLERS);
}

/** An event as a fact. */
export function eventFact(event: Resource<"Event">): Fact {
  const { involvedObject, message = "", reason = "", count = 1 } = event.object;
  const times = count > 1 ? ` (${count} times)` : "";
  return {
    weight: "decisive",
    source: `Event ${event.namespace}/${event.name}`,
    detail: `${involvedObject?.kind} ${involvedObject?.name}: ${reason}${times}: ${brief(message)}`,
  };
}

function brief(text: string): string {
  return text.length > 300 ? `${text.slice(0, 300)}…` : text;
}
