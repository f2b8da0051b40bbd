import type { Case, ProxyObservation } from "../../../connectivity/mod.ts";
import type { Resource } from "../../../mesh/mod.ts";
import { resourceOf } from "../../case/objects.ts";
import { logged } from "../../case/signs.ts";
import { VERIFY_FAILED } from "../../case/tls_modes.ts";
import { defineCause, type Fact } from "../../cause.ts";

/** Milliseconds by which clocks may differ: Envoy's tolerance for tokens, and more than a round trip. */
const TOLERANCE_MS = 60_000;

/** A clock goes wrong, so that what is valid seems not to be valid yet, or any more. */
export const clockSkew = defineCause({
  id: "MM-T12",
  name: "clock-skew",
  title: "A node's clock goes wrong",
  category: "security",
  severity: "high",
  explains: ["MM-A16", "MM-T08", "MM-T13", "MM-C20"],
  docs: {
    why:
      "Certificates and tokens are valid from one moment to another. Where a node's clock is ahead, what istiod " +
      "or an issuer signs there is not valid yet for everybody else; where it is behind, what others sign is " +
      "not valid yet for it.",
    symptom:
      "CERTIFICATE_VERIFY_FAILED or Jwt_not_yet_valid for fresh certificates and tokens, on some nodes only.",
    remedy: "Let the node synchronize its clock (NTP, chrony), then restart its pods.",
    verify: "New certificates begin in the past.",
  },

  *consider(of) {
    const facts = [
      ...logged(of, { flags: ["UF"], transport: VERIFY_FAILED }),
      ...logged(of, { details: /Jwt_not_yet_valid|Jwt_is_expired/i }),
    ];
    if (facts.length === 0 && of.exchanges.length > 0) return;
    for (const proxy of new Set([...(of.client ? [of.client] : []), ...of.servers])) {
      const skew = futureCertificate(of, proxy) ?? futureLease(of, proxy);
      if (!skew || !proxy.pod) continue;
      yield {
        objects: [...skew.objects, resourceOf(proxy.pod)],
        title: skew.title,
        facts: [skew.fact, ...facts],
        remedy: {
          title: "Synchronize the node's clock",
          action: `kubectl get lease -n kube-node-lease -o wide`,
        },
      };
      return;
    }
  },
});

interface Skew {
  readonly title: string;
  readonly fact: Fact;
  readonly objects: readonly ReturnType<typeof resourceOf>[];
}

function futureCertificate(of: Case, proxy: ProxyObservation): Skew | undefined {
  const now = of.now.getTime();
  const own = proxy.certificates?.own.find(({ names, validFromMs }) =>
    names.some((name) => name.startsWith("spiffe:")) && validFromMs > now
  );
  if (!own) return undefined;
  return {
    title: `the certificate of ${proxy.id} begins ${seconds(own.validFromMs - now)} in the future`,
    fact: {
      weight: "proven",
      source: `${proxy.folder}/certs.json`,
      detail: `valid from ${
        new Date(own.validFromMs).toISOString()
      }, seen at ${of.now.toISOString()}`,
    },
    objects: [],
  };
}

/** The kubelet of a pod's node writes the time of its own clock into the node's lease. */
function futureLease({ mesh, now }: Case, { pod }: ProxyObservation): Skew | undefined {
  const node = pod?.spec.nodeName;
  const lease = node === undefined ? undefined : mesh.get("Lease", "kube-node-lease", node);
  const renewed = Date.parse(renewTimeOf(lease) ?? "");
  if (!lease || !(renewed - now.getTime() > TOLERANCE_MS)) return undefined;
  return {
    title: `the clock of node ${node} is ${seconds(renewed - now.getTime())} ahead`,
    fact: {
      weight: "proven",
      source: `Lease kube-node-lease/${node} spec.renewTime`,
      detail: `${new Date(renewed).toISOString()}, seen at ${now.toISOString()}`,
    },
    objects: [{ kind: "Node", namespace: "", name: node! }, resourceOf(lease)],
  };
}

function renewTimeOf(lease: Resource<"Lease"> | undefined): string | undefined {
  return (lease?.spec as { renewTime?: string } | undefined)?.renewTime;
}

function seconds(ms: number): string {
  return `${Math.round(ms / 1000)} s`;
}
