import { addressOf } from "../connectivity/mod.ts";
import { parseClusterStatuses, recordedProxies, type Recording } from "../evidence/mod.ts";

/** How many proxies have ejected each address from load balancing. Proxies that were not read count as none. */
export async function ejectedAddresses(
  recording: Recording,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  for (const { folder } of await recordedProxies(recording, signal)) {
    const text = await recording.read(`${folder}/clusters.json`, signal);
    for (const ip of text === undefined ? [] : ejectedIn(text)) {
      counts.set(ip, (counts.get(ip) ?? 0) + 1);
    }
  }
  return counts;
}

function ejectedIn(text: string): ReadonlySet<string> {
  if (!text.includes("failed_outlier_check")) return new Set();
  try {
    return new Set(
      [...parseClusterStatuses(text).values()].flatMap(({ hosts }) =>
        hosts.filter(({ isEjected }) => isEjected).flatMap(({ address }) =>
          addressOf(address).ip ?? []
        )
      ),
    );
  } catch {
    return new Set(); // An answer that was cut off tells of no ejection.
  }
}
