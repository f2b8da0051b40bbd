import { clusterFolder, type Recording } from "../evidence/mod.ts";
import { INJECTED_CONTAINERS, type Resource } from "../mesh/mod.ts";
import { isInbound, type LoggedRequest } from "./traffic.ts";

/**
 * What applications wrote themselves, by `namespace/pod`: of the pods whose own proxy could not connect to
 * them. Others have no say in why requests fail that their log alone could tell.
 */
export async function logsOfUnreachable(
  recording: Recording,
  lines: readonly LoggedRequest[],
  signal: AbortSignal,
): Promise<ReadonlyMap<string, string>> {
  const pods = new Set(
    lines.filter(({ entry }) => isInbound(entry) && entry.flags.includes("UF"))
      .flatMap(({ proxy }) => proxy.pod ?? []),
  );
  const logs = await Promise.all([...pods].map((pod) => read(recording, pod, signal)));
  return new Map([...pods].map(({ namespace, name }, i) => [`${namespace}/${name}`, logs[i]!]));
}

async function read(
  recording: Recording,
  { namespace, name, cluster }: Resource<"Pod">,
  signal: AbortSignal,
): Promise<string> {
  const folder = `${await clusterFolder(recording, cluster, signal)}logs/${namespace}/${name}`;
  const files = (await recording.list(folder, signal))
    .filter((file) => !INJECTED_CONTAINERS.has(file.replace(/\.log$/, "")));
  const texts = await Promise.all(files.map((file) => recording.read(`${folder}/${file}`, signal)));
  return texts.flatMap((text) => text ?? []).join("\n");
}
