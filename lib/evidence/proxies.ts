import { concurrently, type Gap } from "../core/mod.ts";
import { parseCertificates, type ProxyCertificates } from "./certificates.ts";
import { type Recording, whyMissing } from "./recording.ts";

/** Proxies whose certificates are read at the same time. */
const AT_ONCE = 8;

/** What the proxies of a recording hold. */
export interface HeldByProxies {
  /** By `namespace/pod`, in that order; a proxy whose answer could not be read is absent. */
  readonly byProxy: ReadonlyMap<string, ProxyCertificates>;
  /** The answers that could not be read. */
  readonly gaps: readonly Gap[];
}

/** The proxies of a recording, as `namespace/pod`, sorted. */
export async function proxyIds(recording: Recording, signal: AbortSignal): Promise<string[]> {
  const ids: string[] = [];
  for (const namespace of await recording.list("proxies", signal)) {
    const pods = await recording.list(`proxies/${namespace}`, signal);
    ids.push(...pods.map((pod) => `${namespace}/${pod}`));
  }
  return ids;
}

/** Where the certificates of a proxy stand. */
export function certificatesFile(id: string): string {
  return `proxies/${id}/certs.json`;
}

/** Reads the certificates of all proxies. */
export async function readProxyCertificates(
  recording: Recording,
  signal: AbortSignal,
): Promise<HeldByProxies> {
  const byProxy = new Map<string, ProxyCertificates>();
  const gaps: Gap[] = [];
  const ids = await proxyIds(recording, signal);
  const texts = await concurrently(
    ids,
    AT_ONCE,
    (id) => recording.read(certificatesFile(id), signal),
  );
  for (const [i, id] of ids.entries()) {
    const what = certificatesFile(id);
    const text = texts[i];
    if (text === undefined) {
      gaps.push({ what, reason: whyMissing(recording, what) });
      continue;
    }
    try {
      byProxy.set(id, parseCertificates(text));
    } catch (error) {
      gaps.push({ what, reason: `unreadable: ${(error as Error).message}` });
    }
  }
  return { byProxy, gaps };
}
