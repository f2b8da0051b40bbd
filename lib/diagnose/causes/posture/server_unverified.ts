import { formatPath, type Path } from "../../../core/mod.ts";
import type { DestinationRuleTrafficPolicyTls, Resource } from "../../../mesh/mod.ts";
import { edit, label, resourceOf } from "../../case/objects.ts";
import { definePostureCause, type PostureCase } from "../../security/case.ts";

/** Minor release of Istio 1 from which proxies verify servers by the system's roots where no CA is given. */
const VERIFIES = 21;

/** Proxies start TLS and believe any server. */
export const serverUnverified = definePostureCause({
  id: "MM-T16",
  name: "server-unverified",
  title: "Proxies start TLS without verifying the server",
  category: "security",
  severity: "medium",
  docs: {
    why:
      "With insecureSkipVerify, or before Istio 1.21 without caCertificates, the connection is encrypted, but to " +
      "anybody who answers under the address.",
    symptom: "The validation context of the Envoy cluster is empty.",
    remedy: "Remove insecureSkipVerify; give caCertificates or credentialName for a private CA.",
    verify: "A server with another certificate is refused.",
    links: [
      "https://istio.io/latest/docs/reference/config/networking/destination-rule/#ClientTLSSettings",
    ],
  },

  *consider(of) {
    const isOld = verifiesNothing(of);
    for (const rule of of.mesh.list("DestinationRule")) {
      for (const { tls, path } of settingsOf(rule)) {
        const hasCa = tls.caCertificates || tls.credentialName;
        const reason = tls.insecureSkipVerify
          ? "insecureSkipVerify is true"
          : isOld && !hasCa
          ? "no caCertificates, and istiod is older than 1.21"
          : undefined;
        if (!reason || tls.mode !== "SIMPLE" && tls.mode !== "MUTUAL") continue;
        const object = resourceOf(rule, formatPath(path));
        yield {
          isSilent: true,
          objects: [object],
          title:
            `${label(object)} makes proxies start TLS to ${rule.spec.host} without verifying ` +
            "the server",
          facts: [{ weight: "proven", source: `${label(object)} ${object.path}`, detail: reason }],
          remedy: { title: "Let the proxies verify the server", action: edit(object) },
        };
      }
    }
  },
});

function verifiesNothing({ versions: { controlPlane } }: PostureCase): boolean {
  const minors = controlPlane.map(({ version }) => Number(/^v?1\.(\d+)\b/.exec(version)?.[1]));
  return minors.some((minor) => minor < VERIFIES);
}

/** The TLS settings of a rule: for all, by port and by subset. */
function settingsOf(
  { spec: { trafficPolicy, subsets = [] } }: Resource<"DestinationRule">,
): { tls: DestinationRuleTrafficPolicyTls; path: Path }[] {
  const policies = [
    { policy: trafficPolicy, at: ["spec", "trafficPolicy"] },
    ...subsets.map(({ trafficPolicy }, i) => ({
      policy: trafficPolicy,
      at: ["spec", "subsets", i, "trafficPolicy"],
    })),
  ];
  return policies.flatMap(({ policy, at }) => [
    ...(policy?.tls ? [{ tls: policy.tls, path: [...at, "tls"] }] : []),
    ...(policy?.portLevelSettings ?? []).flatMap(({ tls }, i) =>
      tls ? [{ tls, path: [...at, "portLevelSettings", i, "tls"] }] : []
    ),
  ]);
}
