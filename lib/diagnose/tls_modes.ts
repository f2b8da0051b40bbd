import { type EffectiveMtls, effectiveMtls } from "../auth/mod.ts";
import type { Case, TargetEndpoint } from "../connectivity/mod.ts";
import { hasProxy, type Resource } from "../mesh/mod.ts";
import { endpointsOf } from "./case_facts.ts";

/** A pod that a request may end at, with the mTLS mode of the port. */
export interface ServerMode {
  /** The pod. */
  readonly pod: Resource<"Pod">;
  /** Port of the container. */
  readonly port: number;
  /** What the port takes. */
  readonly mtls: EffectiveMtls;
  /** The endpoint as the caller's proxy has it; absent where that was not walked. */
  readonly endpoint: TargetEndpoint | undefined;
}

/** The pods with a proxy that a case's requests may end at, with the mTLS mode of the port. */
export function serverModes(of: Case): ServerMode[] {
  const walked = endpointsOf(of).flatMap((endpoint) =>
    endpoint.pod && hasProxy(endpoint.pod)
      ? [{ pod: endpoint.pod, port: endpoint.port, endpoint }]
      : []
  );
  const declared = of.destination.pods.filter(hasProxy).flatMap((pod) =>
    [...of.destination.targetPorts].map((port) => ({ pod, port, endpoint: undefined }))
  );
  return (walked.length > 0 ? walked : declared).map((server) => ({
    ...server,
    mtls: effectiveMtls(of.mesh, server.pod, server.port),
  }));
}

/** Those of them that take only mTLS. */
export function strictServers(of: Case): ServerMode[] {
  return serverModes(of).filter(({ mtls }) => mtls.mode === "STRICT");
}

/** Envoy's words for a certificate that the other side does not accept. */
export const VERIFY_FAILED: RegExp =
  /CERTIFICATE_VERIFY_FAILED|CERTIFICATE_UNKNOWN|UNKNOWN_CA|CERTIFICATE_EXPIRED/i;

/** Envoy's words for TLS that meets something that does not speak TLS. */
export const NOT_TLS: RegExp = /WRONG_VERSION_NUMBER|HTTP_REQUEST|INVALID_SESSION/i;
