import type { Case } from "../../../connectivity/mod.ts";
import { controlPlaneOf, covers, type Resource } from "../../../mesh/mod.ts";
import {
  isRecorded,
  type RemoteEndpoint,
  remoteEndpoints,
  unconnected,
} from "../../case/clusters.ts";
import { serviceOf } from "../../case/case_facts.ts";
import { defineCause, type Fact } from "../../cause.ts";
import { resourceOf } from "../../case/objects.ts";
import { patchOf } from "../../case/patch.ts";
import { gatewayServiceAt } from "./_gateway_service.ts";

/** Envoy's words for a connection that was refused, or closed before it carried anything. */
const CLOSED = /refused|111|reset|connection_termination|TLS_error/i;

/** The gateway of the other network is reached and does not pass requests on. */
export const autoPassthroughMissing = defineCause({
  id: "MM-M08",
  name: "auto-passthrough-missing",
  title: "The east-west gateway does not expose the services behind it",
  category: "configuration",
  severity: "critical",
  explains: ["MM-C52", "MM-C54", "MM-C56"],
  docs: {
    why:
      "An east-west gateway passes mTLS on by its server name. It does so only with a Gateway that has a " +
      "server of TLS mode AUTO_PASSTHROUGH on the gateway's port, with hosts that cover the service.",
    symptom:
      "503 UF at the address of the gateway: connection refused, or reset after NR filter_chain_not_found " +
      "there.",
    remedy: "Apply the Gateway cross-network-gateway in the cluster of the east-west gateway.",
    verify: "istioctl proxy-config listener of the gateway shows the port with SNI filter chains.",
    links: ["https://istio.io/latest/docs/setup/install/multicluster/multi-primary_multi-network/"],
  },

  *consider(of) {
    const gateways = remoteEndpoints(of).filter(({ gateway }) => gateway);
    for (const endpoint of gateways) {
      const told = unconnected(of, [endpoint], CLOSED);
      if (told.length === 0 && of.exchanges.length > 0) continue;
      const exposure = exposureOf(of, endpoint);
      if (exposure.isExposed || told.length === 0 && exposure.facts.length === 0) continue;
      const { cluster, address, port } = endpoint;
      const service = gatewayServiceAt(of.mesh, endpoint);
      const asked = serviceOf(of);
      yield {
        objects: [
          ...exposure.gateways.map((gateway) => resourceOf(gateway, "spec.servers")),
          ...(service ? [resourceOf(service)] : []),
          ...(asked ? [resourceOf(asked)] : []),
        ],
        title: `the gateway of cluster ${cluster} at ${address} does not pass requests on`,
        facts: [...told, ...exposure.facts],
        remedy: {
          title: "Expose the services of that cluster through its east-west gateway",
          patch: patchOf(crossNetworkGateway(of.mesh.istioNamespace, service, port)),
        },
      };
    }
  },
});

interface Exposure {
  /** Whether some Gateway lets requests for the service through. */
  readonly isExposed: boolean;
  /** The Gateways of mode AUTO_PASSTHROUGH, none of which does. */
  readonly gateways: readonly Resource<"Gateway">[];
  /** What shows it. */
  readonly facts: readonly Fact[];
}

/** Whether the configuration that the gateway gets exposes the service; unknown where it was not recorded. */
function exposureOf(of: Case, { cluster, port }: RemoteEndpoint): Exposure {
  const { config: source } = controlPlaneOf(of.mesh, cluster);
  const all = of.allClusters.list("Gateway").filter((gateway) => gateway.cluster === source);
  const passing = all.filter(({ spec }) =>
    (spec.servers ?? []).some((server) =>
      server.tls?.mode === "AUTO_PASSTHROUGH" && server.port?.number === port
    )
  );
  const host = serviceOf(of);
  const name = host ? `${host.name}.${host.namespace}.svc.cluster.local` : of.destination.host;
  const isExposed = passing.some(({ spec }) =>
    (spec.servers ?? []).some(({ tls, hosts = [] }) =>
      tls?.mode === "AUTO_PASSTHROUGH" &&
      hosts.some((each) => covers(each.slice(each.indexOf("/") + 1), name))
    )
  );
  if (isExposed || !isConfigured(of, source)) return { isExposed, gateways: [], facts: [] };
  return {
    isExposed,
    gateways: passing,
    facts: [{
      weight: "proven",
      source: `Gateways of cluster ${source}`,
      detail: passing.length === 0
        ? `none of ${all.length} has a server of mode AUTO_PASSTHROUGH on port ${port}`
        : `none of mode AUTO_PASSTHROUGH has hosts that cover ${name}`,
    }],
  };
}

/** Whether the Gateways of a cluster would be known if it had any: others of Istio's kinds are. */
function isConfigured(of: Case, cluster: string): boolean {
  return isRecorded(of, cluster) &&
    (["Gateway", "VirtualService", "DestinationRule", "PeerAuthentication"] as const).some((kind) =>
      of.allClusters.list(kind).some((each) => each.cluster === cluster)
    );
}

function crossNetworkGateway(
  namespace: string,
  service: Resource<"Service"> | undefined,
  port: number,
): object {
  return {
    apiVersion: "networking.istio.io/v1",
    kind: "Gateway",
    metadata: { name: "cross-network-gateway", namespace: service?.namespace ?? namespace },
    spec: {
      selector: service?.spec.selector ?? { istio: "eastwestgateway" },
      servers: [{
        port: { number: port, name: "tls", protocol: "TLS" },
        tls: { mode: "AUTO_PASSTHROUGH" },
        hosts: ["*.local"],
      }],
    },
  };
}
