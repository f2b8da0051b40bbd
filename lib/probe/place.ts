import type { Case } from "../connectivity/mod.ts";
import { Failure, type ProbeReport } from "../core/mod.ts";
import { INJECTED_CONTAINERS, PROXY_USER, type Resource } from "../mesh/mod.ts";

/** Where requests can be sent from. */
export interface ProbePlace {
  /** The pod. */
  readonly pod: Resource<"Pod">;
  /** Its containers but those of the mesh, the one first that `kubectl exec` would choose. */
  readonly containers: readonly ProbeContainer[];
  /** What the requests pass first of a container that has a user of its own. */
  readonly through: ProbeReport["through"];
}

/** A container that requests can be sent from. */
export interface ProbeContainer {
  /** Its name. */
  readonly name: string;
  /** What its requests pass first. */
  readonly through: ProbeReport["through"];
  /** Whether it was added for the probe. */
  readonly isEphemeral?: boolean;
}

/**
 * The pod that asks for a caller, with the containers whose requests go the way of the application's;
 * `undefined` where none of its pods runs. Throws a `Failure` `USAGE` where the caller is no pod, or its pod
 * has no container but a proxy's.
 */
export function probePlaceOf({ caller, client }: Case): ProbePlace | undefined {
  if (caller.isExternal) {
    throw new Failure("USAGE", "Cannot probe from outside the mesh: no pod is there to send from", {
      hint:
        "Name a pod with --from; or send the request to the gateway yourself, and ask without " +
        "--probe: the gateway's log then has it.",
    });
  }
  const running = caller.pods.filter(({ status }) => status.phase === "Running");
  const pod = running.find((one) => one === client?.pod) ?? running[0];
  if (pod === undefined) return undefined;
  const containers = containersOf(pod, caller.dataPlane);
  if (containers.length > 0) {
    return { pod, containers, through: throughOf(caller.dataPlane, undefined) };
  }
  const { namespace, name } = pod;
  throw new Failure("USAGE", `Cannot probe from pod ${namespace}/${name}: all it runs is a proxy`, {
    hint: "What a proxy sends of itself takes another way. Name the pod of an application.",
  });
}

const DEFAULT_CONTAINER = "kubectl.kubernetes.io/default-container";

function containersOf(
  { spec, annotations }: Resource<"Pod">,
  dataPlane: Case["caller"]["dataPlane"],
): ProbeContainer[] {
  const preferred = annotations[DEFAULT_CONTAINER];
  return (spec.containers ?? []).flatMap(({ name = "", securityContext }) => {
    if (name === "" || INJECTED_CONTAINERS.has(name)) return [];
    const user = securityContext?.runAsUser ?? spec.securityContext?.runAsUser;
    return [{ name, through: throughOf(dataPlane, user) }];
  }).toSorted((a, b) => Number(b.name === preferred) - Number(a.name === preferred));
}

function throughOf(
  dataPlane: Case["caller"]["dataPlane"],
  user: number | undefined,
): ProbeReport["through"] {
  if (dataPlane === "sidecar") return user === PROXY_USER ? "nothing" : "sidecar";
  return dataPlane === "ambient" ? "ztunnel" : "nothing";
}
