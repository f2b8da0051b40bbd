import type { Gap } from "../core/mod.ts";

/** What a snapshot says about itself. */
export interface Manifest {
  /** Version of the layout. */
  readonly format: 1;
  /** Tool that recorded it. */
  readonly tool: string;
  /** When the recording ended, as an RFC 3339 time. */
  readonly capturedAt: string;
  /** Requests since then belong to what is examined; older ones are history. */
  readonly windowStart?: string;
  /** Name of the cluster; `""` where nobody named it. */
  readonly clusterName: string;
  /** Version of the API server. */
  readonly kubernetesVersion?: string;
  /** Version of istiod. */
  readonly istioVersion?: string;
  /** Version of the proxies. */
  readonly envoyVersion?: string;
  /** What was taken out. */
  readonly redactions?: readonly string[];
  /** What could not be recorded. */
  readonly gaps?: readonly Gap[];
}

/**
 * What was observed in one cluster, as files in the layout of a snapshot, with what was observed in further
 * clusters under `clusters/NAME`. A snapshot has them; a live
 * cluster makes each on request (`proxies/NS/POD/config_dump.json` asks that proxy). So everything that
 * reads a snapshot reads a live mesh too, and recording is writing them down.
 */
export interface Recording {
  /** What the recording says about itself. */
  readonly manifest: Manifest;
  /**
   * Names directly below a folder of the layout, sorted; empty where there is no such folder. `proxies`
   * lists namespaces, `proxies/NS` pods.
   */
  list(folder: string, signal: AbortSignal): Promise<readonly string[]>;
  /** Text of a file; `undefined` where it is not there, which is a gap and never "fine". */
  read(path: string, signal: AbortSignal): Promise<string | undefined>;
}

/** Why a recording has no such file: what it says itself, or just that it is not there. */
export function whyMissing({ manifest: { gaps = [] } }: Recording, path: string): string {
  return gaps.find(({ what }) => what === path)?.reason ?? "not recorded";
}

/** A proxy of which something was recorded. */
export interface RecordedProxy {
  /** Folder of its files. */
  readonly folder: string;
  /** Name of its cluster. */
  readonly cluster: string;
  /** Its namespace. */
  readonly namespace: string;
  /** Its pod. */
  readonly pod: string;
}

/** The proxies of a recording and of the further clusters in it, each cluster's sorted. */
export async function recordedProxies(
  recording: Recording,
  signal: AbortSignal,
): Promise<RecordedProxy[]> {
  const further = await recording.list("clusters", signal);
  const clusters = [recording.manifest.clusterName, ...further];
  const proxies = await Promise.all(
    clusters.map((cluster, i) =>
      proxiesIn(recording, cluster, i === 0 ? "" : `clusters/${cluster}/`, signal)
    ),
  );
  return proxies.flat();
}

async function proxiesIn(
  recording: Recording,
  cluster: string,
  top: string,
  signal: AbortSignal,
): Promise<RecordedProxy[]> {
  const proxies: RecordedProxy[] = [];
  for (const namespace of await recording.list(`${top}proxies`, signal)) {
    for (const pod of await recording.list(`${top}proxies/${namespace}`, signal)) {
      const folder = `${top}proxies/${namespace}/${pod}`;
      proxies.push({ folder, cluster, namespace, pod });
    }
  }
  return proxies;
}

/** Where the files of a cluster begin in a recording: `clusters/NAME/`, or `""` for its first cluster. */
export async function clusterFolder(
  recording: Recording,
  cluster: string,
  signal: AbortSignal,
): Promise<string> {
  if (cluster === recording.manifest.clusterName) return "";
  const further = await recording.list("clusters", signal);
  return further.includes(cluster) ? `clusters/${cluster}/` : "";
}
