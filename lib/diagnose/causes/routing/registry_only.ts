import { sidecarScopeOf } from "../../../mesh/mod.ts";
import { creating } from "../../case/cure.ts";
import { resourceOf } from "../../case/objects.ts";
import { logged } from "../../case/signs.ts";
import { defineCause } from "../../cause.ts";

/** The mesh blocks hosts that nobody declared, and nobody declared this one. */
export const registryOnlyBlocks = defineCause({
  id: "MM-C15",
  name: "registry-only-blocks-host",
  title: "Only declared hosts may be called, and this one is not",
  category: "configuration",
  severity: "high",
  docs: {
    why:
      "Under outboundTrafficPolicy REGISTRY_ONLY the caller's proxy sends requests to hosts without " +
      "Service or ServiceEntry into the BlackHoleCluster.",
    symptom:
      "502 with details direct_response (virtual host block_all) for HTTP; UH on BlackHoleCluster " +
      "for TCP and TLS.",
    remedy: "Declare the host with a ServiceEntry.",
    verify: "The access log shows the ServiceEntry's cluster.",
    links: ["https://istio.io/latest/docs/tasks/traffic-management/egress/egress-control/"],
  },

  *consider(of) {
    const { destination, walk, client, mesh } = of;
    if (walk.verdict !== "blackhole" || destination.service || !client?.pod) return;
    const { from } = sidecarScopeOf(mesh, client.pod).outboundPolicy;
    const setter = from
      ? [resourceOf(from, "spec.outboundTrafficPolicy")]
      : [{ kind: "ConfigMap", namespace: mesh.istioNamespace, name: "istio", path: "data.mesh" }];
    const { host, port = 80 } = destination;
    const scheme = of.question.target.scheme;
    yield {
      objects: setter,
      title: `${host} is not declared in the mesh, and ${setter[0]!.kind} ${setter[0]!.namespace}/${
        setter[0]!.name
      } allows only declared hosts`,
      facts: [
        {
          weight: "proven",
          source: `${client.folder}/config_dump.json`,
          detail: walk.virtualHost
            ? `virtual host ${walk.virtualHost.name} answers for ${host}`
            : `connections to ${host}:${port} go to the BlackHoleCluster`,
        },
        ...logged(of, { side: "client", details: /direct_response/, codes: [502] }),
        ...logged(of, { side: "client", envoyCluster: /BlackHoleCluster/ }),
      ],
      remedy: {
        title: `Declare ${host} with a ServiceEntry`,
        ...creating({
          apiVersion: "networking.istio.io/v1",
          kind: "ServiceEntry",
          metadata: { name: host.replaceAll(".", "-"), namespace: client.pod.namespace },
          spec: {
            hosts: [host],
            location: "MESH_EXTERNAL",
            resolution: "DNS",
            ports: [
              scheme === "https" || port === 443
                ? { number: port, name: "tls", protocol: "TLS" }
                : { number: port, name: "http", protocol: "HTTP" },
            ],
          },
        }, of.mesh.home),
      },
    };
  },
});
