import {
  type GatewayServerTls,
  includesLabels,
  type Labels,
  type Mesh,
  type Resource,
} from "../../../mesh/mod.ts";
import { defineRule } from "../../analysis/rule.ts";
import { formatList, formatName } from "../_names.ts";
import { selectorOf } from "./_workloads.ts";

/** Two Gateways of the same pods do not use one certificate. */
export const duplicateCertificate = defineRule({
  code: "IST0138",
  name: "duplicate-gateway-certificate",
  title: "Gateways of the same pods share a certificate",
  severity: "warning",
  since: "0.1.0",
  inputs: ["Gateway"],
  peer: "gateway.CertificateAnalyzer",
  docs: {
    why:
      "Browsers use one HTTP/2 connection for all hosts that a certificate covers. A request for a " +
      "host of the second Gateway then arrives on a connection of the first, which answers 404.",
    remedy: "Serve the hosts from one server of one Gateway, or use a certificate for each.",
    links: ["https://istio.io/latest/docs/ops/common-problems/network-issues/"],
  },

  *check({ mesh, compat }) {
    for (const sharing of mesh.once(certificateUsers).values()) {
      for (const { gateway, at } of sharing) {
        for (const other of sharing) {
          if (other.gateway === gateway || !isWithin(gateway, selectorOf(other.gateway))) continue;
          yield {
            on: gateway,
            at: compat ? ["metadata", "name"] : at,
            message: "Duplicate certificate in multiple gateways " +
              `${formatList([formatName(gateway), formatName(other.gateway)])} may cause 404s if ` +
              "clients re-use HTTP2 connections.",
          };
        }
      }
    }
  },
});

interface User {
  readonly gateway: Resource<"Gateway">;
  readonly at: readonly (string | number)[];
}

/** Whether a selector as wide as that of `gateway` selects what `other` selects. */
function isWithin(gateway: Resource<"Gateway">, other: Labels): boolean {
  return includesLabels(other, selectorOf(gateway));
}

/** The Gateways with a server that uses a certificate, by certificate; each Gateway once. */
function certificateUsers(mesh: Mesh): Map<string, User[]> {
  const users = new Map<string, Map<Resource<"Gateway">, User>>();
  for (const gateway of mesh.list("Gateway")) {
    for (const [i, { tls }] of (gateway.spec.servers ?? []).entries()) {
      const key = tls && certificateKey(tls);
      if (!key) continue;
      const same = users.get(key) ?? new Map();
      users.set(key, same);
      if (!same.has(gateway)) same.set(gateway, { gateway, at: ["spec", "servers", i, "tls"] });
    }
  }
  return new Map([...users].map(([key, same]) => [key, [...same.values()]]));
}

function certificateKey({ credentialName, serverCertificate, privateKey }: GatewayServerTls) {
  if (credentialName) return `secret ${credentialName}`;
  return serverCertificate && privateKey
    ? JSON.stringify([serverCertificate, privateKey])
    : undefined;
}
