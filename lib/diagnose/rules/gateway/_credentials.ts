import { parseCertificateChain } from "../../../core/mod.ts";
import type { Path } from "../../../core/mod.ts";
import { credentialOf, type Resource } from "../../../mesh/mod.ts";
import type { RuleMesh } from "../../analysis/rule.ts";
import { type GatewayWorkloads, selectorOf } from "./_workloads.ts";

/** A server of a Gateway whose certificate is in a Secret. */
export interface CredentialReference {
  /** The Gateway. */
  readonly gateway: Resource<"Gateway">;
  /** The way to the name. */
  readonly at: Path;
  /** As written. */
  readonly written: string;
  /** Namespace of the gateway's pods. */
  readonly podNamespace: string;
  /** The Secret; `undefined` where there is none. */
  readonly secret: Resource<"Secret"> | undefined;
}

/**
 * The Secrets that Gateways name, looked for in the namespace of the gateway's pods. Without `compat`,
 * names of other kinds of sources are left out, and those that the mode of TLS does not use.
 */
export function* credentialReferences(
  mesh: RuleMesh<"Gateway" | "Secret">,
  podsOf: GatewayWorkloads,
  compat: boolean,
): Iterable<CredentialReference> {
  for (const gateway of mesh.list("Gateway")) {
    const [pod] = podsOf(selectorOf(gateway));
    if (!pod || compat && pod.namespace === "") continue;
    for (const [i, { tls }] of (gateway.spec.servers ?? []).entries()) {
      const written = tls?.credentialName;
      if (!written || !compat && (written.includes("://") || isPassthrough(tls.mode))) continue;
      const [name = "", namespace = pod.namespace] = written.split("/").reverse();
      yield {
        gateway,
        at: ["spec", "servers", i, "tls", "credentialName"],
        written,
        podNamespace: pod.namespace,
        secret: mesh.get("Secret", namespace, name),
      };
    }
  }
}

function isPassthrough(mode: string | undefined): boolean {
  return mode === "PASSTHROUGH" || mode === "AUTO_PASSTHROUGH" || mode === "ISTIO_MUTUAL";
}

/** What is wrong with the certificate in a Secret; `undefined` for nothing, or where it cannot be seen. */
export function credentialProblem(secret: Resource<"Secret">, now: Date): string | undefined {
  const credential = credentialOf(secret);
  if (!credential) return isWritten(secret) ? "the Secret is empty" : undefined;
  const { certificate, key } = credential;
  if (certificate === undefined) return "the Secret has no certificate (`tls.crt`)";
  if (key === undefined && isWritten(secret)) return "the Secret has no private key (`tls.key`)";
  const [leaf] = parseCertificateChain(certificate) ?? [];
  if (!leaf) return "its certificate does not parse";
  if (leaf.expiresMs < now.getTime()) {
    return `its certificate expired on ${new Date(leaf.expiresMs).toISOString()}`;
  }
  if (leaf.validFromMs > now.getTime()) {
    return `its certificate is not valid before ${new Date(leaf.validFromMs).toISOString()}`;
  }
  return undefined;
}

/** Whether the object is as somebody wrote it; a recording leaves secret values out. */
function isWritten({ origin }: Resource<"Secret">): boolean {
  return origin !== undefined;
}
