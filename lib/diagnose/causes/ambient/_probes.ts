import type { Mesh, Resource } from "../../../mesh/mod.ts";
import { eventsAbout } from "../../lifecycle/events.ts";

const UNANSWERED = /probe failed.*(?:timeout|timed out|deadline exceeded|no route to host)/is;

/** The events that say that kubelet's probes of a pod got no answer. */
export function failedProbes(mesh: Mesh, pod: Resource<"Pod">): Resource<"Event">[] {
  return eventsAbout(mesh, pod).filter(({ object: { message = "" } }) => UNANSWERED.test(message));
}
