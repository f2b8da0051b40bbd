import type { Recording } from "../evidence/mod.ts";
import type { Mesh } from "../mesh/mod.ts";
import { type ControlPlaneObservation, observeControlPlane } from "./control_plane.ts";
import { observeProxy, type ProxyName, type ProxyObservation } from "./observation.ts";

/** Most proxies that are read of one side; a larger workload is judged by these. */
const PROXIES_READ = 24;

/** Proxies that are remembered; a config dump takes some megabytes once it is parsed. */
const REMEMBERED = 64;

/** Reads proxies and istiod of one recording, and remembers those that it read last. */
export class Observer {
  readonly #recording: Recording;
  readonly #mesh: Mesh;
  readonly #signal: AbortSignal;
  readonly #proxies = new Map<string, Promise<ProxyObservation>>();
  readonly #controlPlanes = new Map<string, Promise<ControlPlaneObservation>>();

  /** Makes an observer of a recording; `signal` stops the reading. */
  constructor(recording: Recording, mesh: Mesh, signal: AbortSignal) {
    this.#recording = recording;
    this.#mesh = mesh;
    this.#signal = signal;
  }

  /** What was observed of the proxy of a pod. */
  proxy(pod: ProxyName): Promise<ProxyObservation> {
    const id = `${pod.cluster ?? ""}/${pod.namespace}/${pod.name}`;
    const known = this.#proxies.get(id);
    const observation = known ?? observeProxy(this.#recording, this.#mesh, pod, this.#signal);
    // The one used last stands last, the first one is forgotten.
    this.#proxies.delete(id);
    this.#proxies.set(id, observation);
    if (this.#proxies.size > REMEMBERED) {
      this.#proxies.delete(this.#proxies.keys().next().value!);
    }
    return observation;
  }

  /** What was observed of the proxies of pods, the first ones of many. */
  async proxies(pods: readonly ProxyName[]): Promise<ProxyObservation[]> {
    return await Promise.all(pods.slice(0, PROXIES_READ).map((pod) => this.proxy(pod)));
  }

  /** What was observed of the istiod of a cluster. */
  controlPlane(cluster: string): Promise<ControlPlaneObservation> {
    const known = this.#controlPlanes.get(cluster) ??
      observeControlPlane(this.#recording, cluster, this.#signal);
    this.#controlPlanes.set(cluster, known);
    return known;
  }
}
