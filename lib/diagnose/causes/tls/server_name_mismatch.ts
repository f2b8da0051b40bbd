import type { Case } from "../../../connectivity/mod.ts";
import { destinationRulesOf } from "../../case/case_facts.ts";
import { defineCause, type Hypothesis } from "../../cause.ts";
import { resourceOf } from "../../case/objects.ts";
import { logged } from "../../case/signs.ts";
import { partiesOf } from "../../case/tls_edges.ts";
import { VERIFY_FAILED, WRONG_NAME } from "../../case/tls_modes.ts";

/** The server's certificate carries another name than the caller asks for. */
export const nameMismatch = defineCause({
  id: "MM-T13",
  name: "server-name-mismatch",
  title: "The server's certificate has another name than the caller expects",
  category: "security",
  severity: "high",
  explains: ["MM-C20"],
  docs: {
    why:
      "subjectAltNames of a DestinationRule or ServiceEntry list the identities that the caller accepts. " +
      "A server with another service account fails the check.",
    symptom:
      "503 UF with CERTIFICATE_VERIFY_FAILED for one destination; ssl.fail_verify_san grows.",
    remedy:
      "Correct subjectAltNames to spiffe://TRUSTDOMAIN/ns/NAMESPACE/sa/SERVICEACCOUNT, or remove them.",
    verify: "Requests pass.",
  },

  *consider(of) {
    const facts = logged(of, { side: "client", flags: ["UF"], transport: VERIFY_FAILED });
    if (facts.length === 0) return;
    const expected = expectedNames(of);
    const own = of.servers.flatMap(({ certificates }) =>
      certificates?.own.flatMap(({ names }) => names) ?? []
    );
    if (own.some((name) => expected.names.includes(name))) return;
    if (expected.names.length === 0) {
      yield* namedOtherwise(of);
      return;
    }
    yield {
      objects: expected.objects,
      title:
        `${of.destination.host} is expected to be ${
          expected.names.join(" or ")
        }, but its certificate ` +
        `says ${[...new Set(own)].join(", ") || "something else"}`,
      facts: [
        ...facts,
        ...(own.length > 0
          ? [{
            weight: "proven" as const,
            source: `${of.servers[0]?.folder}/certs.json`,
            detail: `names ${[...new Set(own)].join(", ")}`,
          }]
          : []),
      ],
      remedy: { title: "Correct or remove subjectAltNames" },
    };
  },
});

/** The proxy says itself that the name is wrong: by default it is the host that was asked for. */
function* namedOtherwise(of: Case): Iterable<Hypothesis> {
  const told = logged(of, { side: "client", transport: WRONG_NAME });
  if (told.length === 0) return;
  yield {
    objects: partiesOf(of),
    title: `the certificate of ${of.destination.host} has another name than the caller expects`,
    facts: told,
    remedy: { title: "Set subjectAltNames, or sni, to the name in the certificate" },
  };
}

function expectedNames(of: Case): { names: string[]; objects: ReturnType<typeof resourceOf>[] } {
  const rules = destinationRulesOf(of).flatMap((rule) => {
    const { trafficPolicy, subsets = [] } = rule.spec;
    const tls = [trafficPolicy?.tls, ...subsets.map((s) => s.trafficPolicy?.tls)];
    const names = tls.flatMap((t) => t?.subjectAltNames ?? []);
    return names.length > 0
      ? [{ names, object: resourceOf(rule, "spec.trafficPolicy.tls.subjectAltNames") }]
      : [];
  });
  const entry = of.destination.service?.resource;
  const own = entry?.identifier === "ServiceEntry" && entry.spec.subjectAltNames?.length
    ? [{
      names: [...entry.spec.subjectAltNames],
      object: resourceOf(entry, "spec.subjectAltNames"),
    }]
    : [];
  const all = [...rules, ...own];
  return { names: all.flatMap(({ names }) => names), objects: all.map(({ object }) => object) };
}
