import { concurrently, type Gap } from "../core/mod.ts";
import { parseCertificates, type ProxyCertificates } from "./certificates.ts";
import { recordedProxies, type RecordedProxy, type Recording, whyMissing } from "./recording.ts";

/** Proxies whose certificates are read at the same time. */
const AT_ONCE = 8;

/** What the proxies of a recording hold. */
export interface HeldByProxies {
  /** By cluster, namespace and pod, in that order; a proxy whose answer could not be read is absent. */
  readonly byProxy: ReadonlyMap<RecordedProxy, ProxyCertificates>;
  /** The answers that could not be read. */
  readonly gaps: readonly Gap[];
}

/** Where the certificates of a proxy stand. */
export function certificatesFile({ folder }: RecordedProxy): string {
  return `${folder}/certs.json`;
}

/** Reads the certificates of all proxies. */
export async function readProxyCertificates(
  recording: Recording,
  signal: AbortSignal,
): Promise<HeldByProxies> {
  const byProxy = new Map<RecordedProxy, ProxyCertificates>();
  const gaps: Gap[] = [];
  const proxies = await recordedProxies(recording, signal);
  const texts = await concurrently(
    proxies,
    AT_ONCE,
    (proxy) => recording.read(certificatesFile(proxy), signal),
  );
  for (const [i, proxy] of proxies.entries()) {
    const what = certificatesFile(proxy);
    const text = texts[i];
    if (text === undefined) {
      gaps.push({ what, reason: whyMissing(recording, what) });
      continue;
    }
    try {
      byProxy.set(proxy, parseCertificates(text));
    } catch (error) {
      gaps.push({ what, reason: `unreadable: ${(error as Error).message}` });
    }
  }
  return { byProxy, gaps };
}
