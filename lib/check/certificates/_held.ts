import type { Gap } from "../../core/mod.ts";
import {
  certificatesFile,
  type ProxyCertificates,
  readProxyCertificates,
} from "../../evidence/mod.ts";
import type { CheckContext } from "../check.ts";

/** What one proxy holds. */
export interface ProxyHolding extends ProxyCertificates {
  /** `namespace/pod`. */
  readonly id: string;
  /** Where it was read. */
  readonly source: string;
}

/** The certificates of the proxies of all clusters. */
export async function heldCertificates(
  { recordings, signal }: Pick<CheckContext<never>, "recordings" | "signal">,
): Promise<{ readonly proxies: readonly ProxyHolding[]; readonly gaps: readonly Gap[] }> {
  // The first recording has the further clusters in it.
  const { byProxy, gaps } = await readProxyCertificates(recordings[0], signal);
  const proxies = [...byProxy].map(([proxy, certificates]) => ({
    id: `${proxy.namespace}/${proxy.pod}`,
    source: certificatesFile(proxy),
    ...certificates,
  }));
  return { proxies, gaps };
}
