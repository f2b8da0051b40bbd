import { type Fix, nearest } from "../../../core/mod.ts";
import { type Mesh, WORKLOAD_KINDS } from "../../../mesh/mod.ts";
import { replacement } from "../../analysis/fix.ts";
import { defineRule, type RuleMesh } from "../../analysis/rule.ts";
import { type CredentialReference, credentialReferences } from "./_credentials.ts";
import { gatewayPods, gatewayWorkloads, missingSelector, selectorOf } from "./_workloads.ts";

/** Every Secret that a Gateway names is where the gateway's pods are. */
export const credentialNotFound = defineRule({
  code: "IST0101",
  name: "gateway-credential-not-found",
  title: "Gateway names a Secret that is not there",
  severity: "error",
  since: "0.1.0",
  inputs: ["Gateway", "Pod", "Secret"],
  reads: WORKLOAD_KINDS,
  peer: "gateway.SecretAnalyzer",
  docs: {
    why:
      "The proxies wait for the certificate and do not open the listener: TLS connections to the " +
      "server are closed at once.",
    remedy:
      "Create the Secret in the namespace of the gateway's pods, which need not be that of the " +
      "Gateway, or correct `credentialName`.",
    links: ["https://istio.io/latest/docs/tasks/traffic-management/ingress/secure-ingress/"],
  },

  *check({ mesh, compat }) {
    const podsOf = mesh.once(compat ? gatewayPods : gatewayWorkloads);
    // istioctl says twice that there are no pods, and takes pods without namespace for none.
    for (const gateway of compat ? mesh.list("Gateway") : []) {
      if (!podsOf(selectorOf(gateway))[0]?.namespace) yield missingSelector(gateway);
    }
    for (const reference of credentialReferences(mesh, podsOf, compat)) {
      const { gateway, at, written, secret } = reference;
      if (secret) continue;
      yield {
        on: gateway,
        at,
        message: `Referenced credentialName not found: "${written}"`,
        fix: likelySpelling(mesh, reference),
      };
    }
  },
});

/** The Secret whose name is spelt almost alike, and that no Gateway uses yet. */
function likelySpelling(
  mesh: RuleMesh<"Gateway" | "Secret">,
  { at, written, podNamespace }: CredentialReference,
): Fix | undefined {
  const used = mesh.once(usedNames);
  const secrets = mesh.list("Secret", podNamespace).map(({ name }) => name);
  const intended = nearest(written, secrets.filter((name) => !used.has(name)));
  return intended === undefined
    ? undefined
    : replacement(at, intended, `Use the Secret "${intended}"`);
}

function usedNames(mesh: Mesh): ReadonlySet<string | undefined> {
  const servers = mesh.list("Gateway").flatMap(({ spec }) => spec.servers ?? []);
  return new Set(servers.map(({ tls }) => tls?.credentialName));
}
