import { formatPath, isInCidr } from "../../../core/mod.ts";
import { type Case, isGateway } from "../../../connectivity/mod.ts";
import type { Resource } from "../../../mesh/mod.ts";
import { decisionsOf, deniedBy, unallowed } from "../../case/denials.ts";
import { obstacles } from "../../case/near_rules.ts";
import { servicesOfPods } from "../../case/gateways.ts";
import { edit, label, resourceOf } from "../../case/objects.ts";
import { defineCause, type Fact } from "../../cause.ts";

/** A policy compares addresses with that of a gateway, node or load balancer instead of the client's. */
export const addressOfBalancer = defineCause({
  id: "MM-A08",
  name: "address-of-balancer",
  title: "A policy sees the address of a balancer instead of the client's",
  category: "security",
  severity: "high",
  explains: ["MM-A01", "MM-A02", "MM-C46"],
  docs: {
    why:
      "ipBlocks are compared with the peer of the connection: behind a gateway that is the gateway's pod, and " +
      "at a gateway it is a node where the Service spreads connections over the cluster. remoteIpBlocks are " +
      "compared with the last address of X-Forwarded-For that numTrustedProxies lets Envoy trust.",
    symptom: "403 by a rule about addresses, although the client's address is among them.",
    remedy:
      "Behind a gateway use remoteIpBlocks; at the gateway set externalTrafficPolicy: Local, or " +
      "numTrustedProxies to the number of proxies before it.",
    verify: "The gateway logs the client's own address.",
    links: [
      "https://istio.io/latest/docs/tasks/security/authorization/authz-ingress/",
      "https://istio.io/latest/docs/ops/configuration/traffic-management/network-topologies/",
    ],
  },

  *consider(of) {
    for (const condition of addressConditions(of)) {
      const seen = seenInstead(of, condition);
      if (!seen) continue;
      const { policy, path, ranges } = condition;
      const object = resourceOf(policy, path);
      yield {
        objects: [object, ...seen.objects],
        title: `AuthorizationPolicy ${policy.namespace}/${policy.name} asks for addresses in ` +
          `${ranges.join(", ")}, and sees ${seen.what}`,
        facts: [...condition.facts, ...seen.facts],
        remedy: { title: seen.remedy, action: edit(seen.objects[0] ?? object) },
      };
      return;
    }
  },
});

/** A condition about addresses that refuses requests of a case. */
interface AddressCondition {
  readonly policy: Resource<"AuthorizationPolicy">;
  readonly path: string;
  /** Whether it is about the client behind proxies, and not about the peer of the connection. */
  readonly isRemote: boolean;
  readonly ranges: readonly string[];
  readonly pod: Resource<"Pod"> | undefined;
  readonly facts: readonly Fact[];
}

function addressConditions(of: Case): AddressCondition[] {
  const refused = unallowed(of);
  const missed = refused ? obstacles(refused, ["source.ip", "remote.ip"]) : [];
  return [
    ...missed.map(({ policy, condition: { path, attribute, expected } }) => ({
      policy,
      path: formatPath(path),
      isRemote: attribute === "remote.ip",
      ranges: expected,
      pod: refused?.pod,
      facts: refused?.facts ?? [],
    })),
    // A DENY rule refuses whom it does not except.
    ...deniedBy(of).flatMap(({ policy, rule, pod, facts }) =>
      (policy.spec.rules?.[rule]?.from ?? []).flatMap(({ source = {} }, i) =>
        (["notIpBlocks", "notRemoteIpBlocks"] as const).flatMap((field) => {
          const ranges = source[field] ?? [];
          const path = `spec.rules[${rule}].from[${i}].source.${field}`;
          const isRemote = field === "notRemoteIpBlocks";
          return ranges.length > 0 ? [{ policy, path, isRemote, ranges, pod, facts }] : [];
        })
      )
    ),
  ];
}

interface SeenInstead {
  readonly what: string;
  readonly facts: readonly Fact[];
  readonly objects: readonly ReturnType<typeof resourceOf>[];
  readonly remedy: string;
}

function seenInstead(of: Case, condition: AddressCondition): SeenInstead | undefined {
  const { pod, ranges, isRemote } = condition;
  const source = decisionsOf(of, pod)[0]?.request.source;
  const address = isRemote ? source?.remoteIp : source?.ip;
  if (!pod || address === undefined) return undefined;
  const holder = of.mesh.podAt(address) ?? nodeAt(of, address);
  const isGatewayPod = holder?.identifier === "Pod" && isGateway(holder);
  const services = isGateway(pod) ? servicesOfPods(of, [pod]) : [];
  if (!isRemote && isGatewayPod && holder !== pod) {
    return {
      what: `the gateway's, ${address}`,
      facts: [fact(label(resourceOf(holder)), `the peer of every connection is ${address}`)],
      objects: [],
      remedy: "Use remoteIpBlocks in place of ipBlocks",
    };
  }
  if (isGateway(pod) && holder?.identifier === "Node") {
    return {
      what: `that of node ${holder.name}, ${address}`,
      facts: [fact(`Node ${holder.name}`, `has the address ${address} that the gateway sees`)],
      objects: services.map((service) => resourceOf(service, "spec.externalTrafficPolicy")),
      remedy: "Set externalTrafficPolicy: Local on the gateway's Service",
    };
  }
  const claimed = of.exchanges.flatMap(({ client, servers }) =>
    [...(client ? [client] : []), ...servers].filter(({ proxy }) => proxy.pod === pod)
  ).flatMap(({ entry }) => entry.forwardedFor.split(",").map((each) => each.trim()))
    .find((each) => each !== address && ranges.some((range) => isInCidr(each, range)));
  return claimed === undefined ? undefined : {
    what: `${address}, the last proxy before it`,
    facts: [fact("access log", `X-Forwarded-For names ${claimed}, which the policy lists`)],
    objects: [],
    remedy: "Set numTrustedProxies to the number of proxies before the gateway",
  };
}

function fact(source: string, detail: string): Fact {
  return { weight: "proven", source, detail };
}

function nodeAt({ mesh }: Case, ip: string): Resource<"Node"> | undefined {
  return mesh.list("Node").find(({ status }) =>
    ((status as { addresses?: { address?: string }[] }).addresses ?? [])
      .some(({ address }) => address === ip)
  );
}
