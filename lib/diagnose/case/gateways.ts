import type { Case } from "../../connectivity/mod.ts";
import { includesLabels, overlaps, type Resource } from "../../mesh/mod.ts";

/** One server of a Gateway that lists a host. */
export interface GatewayServer {
  /** The Gateway. */
  readonly gateway: Resource<"Gateway">;
  /** Index of the server. */
  readonly index: number;
  /** The server. */
  readonly server: NonNullable<Resource<"Gateway">["spec"]["servers"]>[number];
}

/** The hosts of a server, without the namespaces whose routes it takes. */
export function hostsOf({ server: { hosts = [] } }: GatewayServer): string[] {
  return hosts.map((host) => host.slice(host.indexOf("/") + 1));
}

/** The Gateway servers that list a host, that of a case's target by default, on the asked port if one has it. */
export function serversForHost(of: Case, host: string = of.question.target.host): GatewayServer[] {
  const { port, scheme } = of.question.target;
  const all = of.mesh.list("Gateway").flatMap((gateway) =>
    (gateway.spec.servers ?? []).map((server, index) => ({ gateway, index, server }))
      .filter((each) => hostsOf(each).some((h) => overlaps(h, host)))
  );
  const onPort = all.filter(({ server }) => server.port?.number === port);
  const secure = all.filter(({ server }) => (server.tls !== undefined) === (scheme === "https"));
  return onPort.length > 0 ? onPort : secure.length > 0 ? secure : all;
}

/** The pods that a Gateway configures. */
export function podsOfGateway(
  { mesh }: Case,
  gateway: Resource<"Gateway">,
): readonly Resource<"Pod">[] {
  return mesh.select("Pod", gateway.spec.selector ?? {});
}

/** The Services through which clients reach some pods. */
export function servicesOfPods(
  { mesh }: Case,
  pods: readonly Resource<"Pod">[],
): readonly Resource<"Service">[] {
  const found = pods.flatMap((pod) =>
    mesh.list("Service", pod.namespace).filter(({ spec: { selector } }) =>
      selector && Object.keys(selector).length > 0 && includesLabels(pod.labels, selector)
    )
  );
  return [...new Set(found)];
}
