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
  const proxies: ProxyHolding[] = [];
  const gaps: Gap[] = [];
  for (const recording of recordings) {
    const held = await readProxyCertificates(recording, signal);
    gaps.push(...held.gaps);
    for (const [id, certificates] of held.byProxy) {
      proxies.push({ id, source: certificatesFile(id), ...certificates });
    }
  }
  return { proxies, gaps };
}
