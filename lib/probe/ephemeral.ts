import { type KubeClient, type ObjectName, PodRefusal } from "../client/mod.ts";
import { type Clock, valueAt } from "../core/mod.ts";
import { type Resource, schemas } from "../mesh/mod.ts";

/** A container that is added to a pod for a probe. */
export interface AddedContainer {
  /** Its name. */
  readonly name: string;
  /** Its image. */
  readonly image: string;
  /** After so many seconds it ends by itself. */
  readonly seconds: number;
}

/** What it takes to add one. */
export interface EphemeralMeans {
  /** The cluster of the pod. */
  readonly client: Pick<KubeClient, "get" | "podAddContainer" | "podExec">;
  /** The time. */
  readonly clock: Pick<Clock, "sleep">;
  /** Interrupts. */
  readonly signal: AbortSignal;
}

const PREFIX = "meshmedic-probe-";
const DONE = "/tmp/meshmedic-done";
/** Nobody, who is in no image's way, and not the user whose requests pass the sidecar by. */
const USER = 65_534;
const START_SECONDS = 60;
const POLL_MS = 500;
const END_MS = 5_000;

/** The container that will be added to a pod: no name is used twice, for none can be taken away. */
export function containerFor(
  { spec }: Resource<"Pod">,
  image: string,
  seconds: number,
): AddedContainer {
  const used = new Set((spec.ephemeralContainers ?? []).map(({ name }) => name));
  let number = 1;
  while (used.has(`${PREFIX}${number}`)) number++;
  return { name: `${PREFIX}${number}`, image, seconds: START_SECONDS + seconds };
}

/** Adds the container and waits until it runs. Throws a {@linkcode PodRefusal} that says why it does not. */
export async function addContainer(
  pod: ObjectName,
  { name, image, seconds }: AddedContainer,
  { client, clock, signal }: EphemeralMeans,
): Promise<void> {
  const wait = 'i=0; while [ "$i" -lt "$1" ] && [ ! -e "$2" ]; do sleep 1; i=$((i+1)); done';
  await client.podAddContainer(pod, {
    name,
    image,
    command: ["sh", "-c", wait, "meshmedic", String(seconds), DONE],
    securityContext: {
      allowPrivilegeEscalation: false,
      capabilities: { drop: ["ALL"] },
      runAsNonRoot: true,
      runAsUser: USER,
      seccompProfile: { type: "RuntimeDefault" },
    },
  }, signal);
  for (let waited = 0; waited < START_SECONDS * 1_000; waited += POLL_MS) {
    const state = await stateOf(pod, name, client, signal);
    if (state === "running") return;
    if (state !== undefined) throw new PodRefusal(0, state);
    await clock.sleep(POLL_MS, signal);
  }
  throw new PodRefusal(0, `it does not run after ${START_SECONDS} s`);
}

/** Reasons of a waiting container that no waiting mends. */
const HOPELESS = /^(?:Err|ImagePull|Invalid|Create\w+Error|Run\w+Error|Image\w+Error)/;

/** `running`, why it will not run, or `undefined` as long as it may. */
async function stateOf(
  pod: ObjectName,
  container: string,
  client: EphemeralMeans["client"],
  signal: AbortSignal,
): Promise<string | undefined> {
  const object = await client.get(schemas.byIdentifier("Pod"), pod, signal);
  if (object === undefined) return "the pod is gone";
  const statuses = valueAt(object, ["status", "ephemeralContainerStatuses"]);
  const status = Array.isArray(statuses)
    ? statuses.find((one) => valueAt(one, ["name"]) === container)
    : undefined;
  if (valueAt(status, ["state", "running"]) !== undefined) return "running";
  const waiting = valueAt(status, ["state", "waiting", "reason"]);
  const message = valueAt(status, ["state", "waiting", "message"]);
  if (typeof waiting === "string" && HOPELESS.test(waiting)) {
    return [waiting, message].filter((text) => typeof text === "string").join(": ");
  }
  const ended = valueAt(status, ["state", "terminated", "reason"]);
  return typeof ended === "string" ? `it ended at once: ${ended}` : undefined;
}

/** Has the container end; whether it could be told so. It ends by itself later in any case. */
export async function endContainer(
  pod: ObjectName,
  { name }: AddedContainer,
  { client }: EphemeralMeans,
): Promise<boolean> {
  // What interrupted the probe must not keep it from cleaning up.
  const signal = AbortSignal.timeout(END_MS);
  try {
    const { exitCode } = await client.podExec(pod, name, ["touch", DONE], { signal });
    return exitCode === 0;
  } catch {
    return false;
  }
}
