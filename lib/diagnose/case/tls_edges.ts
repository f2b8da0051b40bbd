import { type ClientTls, clientTls } from "../../auth/mod.ts";
import type { Case, Target } from "../../connectivity/mod.ts";
import { formatPath } from "../../core/mod.ts";
import type { EnvoyClusterName } from "../../proxy/mod.ts";
import type { CauseResource } from "../../core/mod.ts";
import type { Fact } from "../cause.ts";
import { lastTargets, type Server, serversOf } from "./case_facts.ts";
import { resourceOf } from "./objects.ts";
import { logged } from "./signs.ts";
import { modesOf, type ServerMode } from "./tls_modes.ts";

/** One target of a case's route, with what the caller's proxy does about TLS towards it. */
export interface TlsEdge {
  /** The parts of the target's name. */
  readonly parsed: EnvoyClusterName;
  /** What the proxy does, by the DestinationRules that it gets. */
  readonly tls: ClientTls;
  /** Where requests to it may end. */
  readonly servers: readonly Server[];
}

/** The targets of a case's last leg with their TLS settings; empty where the caller has no proxy. */
export function tlsEdges(of: Case): TlsEdge[] {
  const client = (of.onward ?? of.walk).proxy?.pod;
  if (!client) return [];
  return lastTargets(of).flatMap((target) => {
    const { parsed } = target;
    if (!parsed) return [];
    const { host, port, subset } = parsed;
    const tls = clientTls(of.mesh, client, host, port, subset || undefined);
    return [{ parsed, tls, servers: serversBehind(of, target) }];
  });
}

function serversBehind(of: Case, { endpoints = [] }: Target): readonly Server[] {
  const known = new Set(endpoints.map(({ address }) => address));
  return serversOf(of).filter(({ endpoint }) => !endpoint || known.has(endpoint.address));
}

/** The `tls.mode` of the DestinationRule that decides, as it stands in a finding. */
export function tlsModeOf({ from, path }: ClientTls): CauseResource[] {
  return from ? [resourceOf(from, `${formatPath(path)}.mode`)] : [];
}

/** The DestinationRules and the Service or ServiceEntry that decide on TLS, then the pods on both ends. */
export function partiesOf(of: Case): CauseResource[] {
  const services = tlsEdges(of).flatMap(({ parsed }) =>
    of.mesh.services.declarations(parsed.host).slice(0, 1)
  );
  const pods = [of.client?.pod, ...serversOf(of).map(({ pod }) => pod)];
  return [
    ...tlsEdges(of).flatMap(({ tls }) => tlsModeOf(tls)),
    ...services.map(({ resource }) => resourceOf(resource)),
    ...new Set(pods.flatMap((pod) => pod ?? [])).values().map((pod) => resourceOf(pod)),
  ];
}

/** A server whose mTLS mode and what the caller sends do not agree. */
export interface RefusedMode {
  /** The server. */
  readonly server: ServerMode;
  /** The requests that fail by it. */
  readonly facts: readonly Fact[];
}

/** The first server that refuses what the caller sends: plain text under STRICT, mTLS under DISABLE. */
export function refusedMode(of: Case): RefusedMode | undefined {
  const server = isWithoutProxy(of)
    ? modesOf(of, serversOf(of)).find(({ mtls }) => mtls.mode === "STRICT")
    : tlsEdges(of).flatMap(({ tls: { mode }, servers }) =>
      modesOf(of, servers).filter(({ mtls }) =>
        mtls.mode === "STRICT" && (mode === "DISABLE" || mode === "SIMPLE") ||
        mtls.mode === "DISABLE" && (mode === "ISTIO_MUTUAL" || mode === "MUTUAL")
      )
    )[0];
  return server && {
    server,
    facts: [
      ...logged(of, { side: "server", details: /filter_chain_not_found/ }),
      ...logged(of, { side: "client", flags: ["UC", "UF"] }),
    ],
  };
}

function isWithoutProxy({ caller }: Case): boolean {
  return !caller.isExternal && caller.dataPlane === "none";
}
