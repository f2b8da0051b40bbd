import type { Recording } from "../evidence/mod.ts";

/** Files of a pod, also of one in a further cluster. */
const FILE_OF_POD = /^(?:clusters\/[^/]+\/)?(?:proxies|logs|istiod\/config_dump)\/([^/]+)\/([^/]+)/;

/** Does a job with a recording; the pods of which it asked for files, as `NAMESPACE/POD`. */
export async function podsRead(
  recording: Recording,
  job: (noted: Recording) => Promise<unknown>,
): Promise<ReadonlySet<string>> {
  const pods = new Set<string>();
  await job({
    get manifest() {
      return recording.manifest;
    },
    list: (folder, signal) => recording.list(folder, signal),
    read(path, signal) {
      const [, namespace, pod] = FILE_OF_POD.exec(path) ?? [];
      if (pod !== undefined) pods.add(`${namespace}/${pod.replace(/\.json$/, "")}`);
      return recording.read(path, signal);
    },
  });
  return pods;
}
