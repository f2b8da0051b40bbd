import { expiryOf, inWords } from "../../diagnose/mod.ts";
import { defineCheck } from "../check.ts";
import { heldCertificates } from "./_held.ts";

/** No certificate that a proxy shows is near its end. */
export const proxyCertificatesValid = defineCheck({
  name: "proxy-certificates-valid",
  stage: "Certificates",
  title: "No certificate that a proxy shows is near its end",
  after: ["istiod-ready", "pods-askable"],
  inputs: [],
  docs: {
    why:
      "Proxies renew the certificate of a workload after half of its life. One with less than 30 % left was " +
      "not renewed, and calls fail when it ends. A gateway's certificate is renewed by whoever made it.",
    remedy:
      "Where it is that of a workload, look for the agent's and istiod's errors about CSRs, then restart " +
      "the pod; where it is a gateway's, renew the Secret.",
    links: ["https://istio.io/latest/docs/ops/common-problems/security-issues/"],
  },

  async run(context) {
    const { proxies, gaps } = await heldCertificates(context);
    if (proxies.length === 0 && gaps.length === 0) return { skip: "no proxy runs" };
    return {
      saw: proxies.length === 0 ? "" : `those of ${proxies.length} proxies`,
      troubles: proxies.flatMap(({ id, own, source }) =>
        own.flatMap((certificate) => {
          const end = expiryOf(certificate, context.now);
          if (end.state === "valid") return [];
          const left = certificate.expiresMs - context.now.getTime();
          // A workload's certificate lives for a day: only days would say too little.
          const when = left > 0 && left < DAY_MS
            ? `ends in ${Math.floor(left / HOUR_MS)} hours`
            : inWords(end);
          return [{
            level: end.state === "expired" ? "error" as const : "warning" as const,
            source,
            detail: `the certificate of ${id} for ${certificate.names.join(", ")} ${when}`,
          }];
        })
      ),
      gaps,
    };
  },
});

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
