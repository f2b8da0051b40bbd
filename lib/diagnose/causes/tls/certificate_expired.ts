import { defineCause } from "../../cause.ts";
import { resourceOf } from "../../case/objects.ts";
import { logged } from "../../case/signs.ts";
import { VERIFY_FAILED } from "../../case/tls_modes.ts";

/** A proxy on the way holds a certificate whose time is over. */
export const certificateExpired = defineCause({
  id: "MM-T09",
  name: "workload-certificate-expired",
  title: "A workload's certificate has expired",
  category: "security",
  severity: "critical",
  explains: ["MM-T08", "MM-T13", "MM-C20"],
  docs: {
    why:
      "Workload certificates live a day and are renewed by the proxy's agent. When renewal fails the " +
      "certificate runs out, and every mTLS handshake with it is refused.",
    symptom:
      "503 UF with CERTIFICATE_VERIFY_FAILED or CERTIFICATE_EXPIRED; certs.json shows the past.",
    remedy: "Cure the way from the agent to istiod (CSR), then restart the pod.",
    verify: "The proxy's certificate has a new time.",
  },

  *consider(of) {
    const now = of.now.getTime();
    const proxies = [...new Set([...(of.client ? [of.client] : []), ...of.servers])];
    for (const proxy of proxies) {
      const bad = proxy.certificates?.own.filter(({ names }) =>
        names.some((n) => n.startsWith("spiffe:"))
      )
        .find(({ expiresMs }) => expiresMs <= now);
      if (!bad || !proxy.pod) continue;
      const time = `${new Date(bad.validFromMs).toISOString()} to ${
        new Date(bad.expiresMs).toISOString()
      }`;
      yield {
        objects: [resourceOf(proxy.pod)],
        title: `the certificate of ${proxy.id} has expired (${time})`,
        facts: [
          { weight: "proven", source: `${proxy.folder}/certs.json`, detail: `valid ${time}` },
          ...logged(of, { flags: ["UF"], transport: VERIFY_FAILED }),
        ],
        remedy: {
          title: "Cure the renewal, then restart the pod",
          action: `kubectl -n ${proxy.pod.namespace} delete pod ${proxy.pod.name}`,
        },
      };
    }
  },
});
