import type { Case, ProxyObservation } from "../../../connectivity/mod.ts";
import { defineCause, type Hypothesis } from "../../cause.ts";
import { resourceOf } from "../../case/objects.ts";
import { logged } from "../../case/signs.ts";
import { partiesOf } from "../../case/tls_edges.ts";
import { UNTRUSTED, VERIFY_FAILED } from "../../case/tls_modes.ts";

/** Caller and server trust different roots. */
export const rootMismatch = defineCause({
  id: "MM-T08",
  name: "root-mismatch",
  title: "Caller and server trust different roots",
  category: "security",
  severity: "critical",
  explains: ["MM-C20", "MM-T13"],
  docs: {
    why:
      "mTLS needs a common root. After a change of the CA, between clusters or between revisions, " +
      "workloads that have not got the new bundle refuse each other's certificates.",
    symptom: "503 UF with CERTIFICATE_VERIFY_FAILED between some pods while others work.",
    remedy:
      "Give all the same root, or a bundle of both during a rotation, and restart the workloads.",
    verify: "istioctl proxy-config rootca-compare finds the same root.",
  },

  *consider(of) {
    const facts = logged(of, { side: "client", flags: ["UF"], transport: VERIFY_FAILED });
    const { client } = of;
    if (!client || facts.length === 0 && of.exchanges.length > 0) return;
    const other = of.servers.find((server) => haveDistinctRoots(client, server));
    if (!other) {
      yield* untrusted(of);
      return;
    }
    const roots = (proxy: ProxyObservation) =>
      proxy.certificates?.roots.map(({ serial }) => serial).join(", ") ?? "";
    yield {
      objects: [client.pod, other.pod].flatMap((pod) => pod ? [resourceOf(pod)] : []),
      title: `${client.id} and ${other.id} trust different roots`,
      facts: [
        {
          weight: "proven",
          source: `${other.folder}/certs.json`,
          detail: `root ${roots(other)} here, ${roots(client)} at the caller`,
        },
        ...facts,
      ],
      remedy: { title: "Install one root for both, then restart the workloads" },
    };
  },
});

/** The proxy says itself that it does not know who signed the certificate. */
function* untrusted(of: Case): Iterable<Hypothesis> {
  const told = logged(of, { side: "client", transport: UNTRUSTED });
  if (told.length === 0) return;
  yield {
    objects: partiesOf(of),
    title: `the caller does not trust who signed the certificate of ${of.destination.host}`,
    facts: told,
    remedy: {
      title: "Give the caller the root of the server's CA (caCertificates, or the mesh's)",
    },
  };
}

function haveDistinctRoots(a: ProxyObservation, b: ProxyObservation): boolean {
  const [own, others] = [a, b].map((p) =>
    new Set(p.certificates?.roots.map(({ serial }) => serial))
  );
  if (own!.size === 0 || others!.size === 0) return false;
  return [...own!].every((serial) => !others!.has(serial));
}
