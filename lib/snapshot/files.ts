import type { Recording } from "../evidence/mod.ts";

/** Which parts of a recording are wanted. */
export interface Scope {
  /** Whether the files of this pod are wanted. */
  hasPod(namespace: string, pod: string): boolean;
  /** Whether the logs of applications are wanted. */
  readonly hasApplicationLogs: boolean;
}

/** Container logs that are in the folder of the proxy or of istiod already. */
const ELSEWHERE = /^(?:istio-proxy|discovery)\.log$/;

/** Every file of a recording that is wanted, by its path in the layout, the small ones first. */
export async function* filesOf(
  recording: Recording,
  scope: Scope,
  signal: AbortSignal,
): AsyncGenerator<string> {
  const list = (folder: string) => recording.list(folder, signal);
  for (const folder of ["resources", "istiod", "istiod/debug", "prometheus"]) {
    for (const name of await list(folder)) {
      if (/\.(?:json|log|prom)$/.test(name)) yield `${folder}/${name}`;
    }
  }
  for (const top of ["istiod/config_dump", "proxies", "logs"]) {
    for (const namespace of await list(top)) {
      for (const name of await list(`${top}/${namespace}`)) {
        const path = `${top}/${namespace}/${name}`;
        const pod = top === "istiod/config_dump" ? name.replace(/\.json$/, "") : name;
        if (!scope.hasPod(namespace, pod)) continue;
        if (pod !== name) yield path;
        else yield* filesOfPod(path, top === "logs", await list(path), scope);
      }
    }
  }
}

function* filesOfPod(
  folder: string,
  isLogs: boolean,
  names: readonly string[],
  { hasApplicationLogs }: Scope,
): Generator<string> {
  for (const name of names) {
    if (isLogs && (ELSEWHERE.test(name) || !hasApplicationLogs && !OF_ISTIO.test(name))) continue;
    yield `${folder}/${name}`;
  }
}

const OF_ISTIO = /^(?:install-cni|istio-validation|ztunnel)\.log$/;
