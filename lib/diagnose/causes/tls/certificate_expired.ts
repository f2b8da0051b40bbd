import { defineCause } from "../../cause.ts";
import { resourceOf } from "../../case/objects.ts";
import { logged } from "../../case/signs.ts";
import { EXPIRED, VERIFY_FAILED } from "../../case/tls_modes.ts";
import { partiesOf } from "../../case/tls_edges.ts";

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
    const facts = logged(of, { flags: ["UF"], transport: VERIFY_FAILED });
    const proxies = [...new Set([...(of.client ? [of.client] : []), ...of.servers])];
    const expired = proxies.flatMap((proxy) => {
      const bad = proxy.certificates?.own.filter(({ names }) =>
        names.some((n) => n.startsWith("spiffe:"))
      ).find(({ expiresMs }) => expiresMs <= now);
      return bad && proxy.pod ? [{ bad, proxy, pod: proxy.pod }] : [];
    });
    for (const { bad, proxy, pod } of expired) {
      const time = `${new Date(bad.validFromMs).toISOString()} to ${
        new Date(bad.expiresMs).toISOString()
      }`;
      yield {
        objects: [resourceOf(pod)],
        title: `the certificate of ${proxy.id} has expired (${time})`,
        facts: [
          { weight: "proven", source: `${proxy.folder}/certs.json`, detail: `valid ${time}` },
          ...facts,
        ],
        remedy: {
          title: "Cure the renewal, then restart the pod",
          action: `kubectl -n ${pod.namespace} delete pod ${pod.name}`,
        },
      };
    }
    const told = logged(of, { side: "client", transport: EXPIRED });
    if (expired.length > 0 || told.length === 0) return;
    yield {
      objects: partiesOf(of),
      title: `the certificate of ${of.destination.host}, or the caller's own, has expired`,
      facts: told,
      remedy: { title: "Renew the certificate, and cure what kept it from being renewed" },
    };
  },
});
