import type { PlainObject } from "../object.ts";

/** What `istioctl create-remote-secret` puts before the name of the cluster. */
const REMOTE = /^istio-remote-secret-(.+)$/;

/**
 * The Secrets in the table that `kubectl get secrets --all-namespaces` prints: their names and types. Labels
 * are not in it; one that istioctl made for another cluster gets back what istioctl wrote on it, as nothing
 * else tells that istiod reads it.
 */
export function listedSecrets(text: string): readonly PlainObject[] {
  return text.split("\n").flatMap((line) => {
    const [namespace, name, type, size] = line.trim().split(/\s+/);
    if (size === undefined || !/^\d+$/.test(size)) return [];
    const cluster = REMOTE.exec(name!)?.[1];
    const remote = cluster === undefined ? {} : {
      labels: { "istio/multiCluster": "true" },
      annotations: { "networking.istio.io/cluster": cluster },
    };
    return [{ apiVersion: "v1", kind: "Secret", type, metadata: { namespace, name, ...remote } }];
  });
}
