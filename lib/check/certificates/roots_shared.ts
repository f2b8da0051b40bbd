import { defineCheck } from "../check.ts";
import { heldCertificates, type ProxyHolding } from "./_held.ts";

/** All proxies have a root in common. */
export const rootsShared = defineCheck({
  name: "proxies-share-root",
  stage: "Certificates",
  title: "All proxies trust a root that they have in common",
  after: ["istiod-ready", "pods-askable"],
  inputs: [],
  docs: {
    why:
      "mTLS needs a common root. After a change of the CA, or between clusters that were set up apart, " +
      "workloads without one refuse each other's certificates.",
    remedy:
      "Give all clusters the same root, or a bundle of both during a rotation, and restart the workloads.",
    links: ["https://istio.io/latest/docs/tasks/security/cert-management/plugin-ca-cert/"],
  },

  async run(context) {
    const { proxies, gaps } = await heldCertificates(context);
    const holders = proxies.filter(({ roots }) => roots.length > 0);
    if (holders.length === 0) {
      return gaps.length === 0 ? { skip: "no proxy holds a root" } : { saw: "", gaps };
    }
    const usual = mostCommonRoot(holders);
    const strangers = holders.filter(({ roots }) => !roots.some(({ serial }) => serial === usual));
    return {
      saw: `${holders.length - strangers.length} of ${holders.length} proxies trust root ${usual}`,
      troubles: strangers.map(({ id, roots, source }) => ({
        level: "error",
        source,
        detail: `${id} trusts ${roots.map(({ serial }) => serial).join(", ")} and not ${usual}`,
      })),
      gaps,
    };
  },
});

function mostCommonRoot(proxies: readonly ProxyHolding[]): string {
  const counts = new Map<string, number>();
  for (const { roots } of proxies) {
    for (const { serial } of roots) counts.set(serial, (counts.get(serial) ?? 0) + 1);
  }
  const [[serial] = [""]] = [...counts].sort(([, a], [, b]) => b - a);
  return serial;
}
