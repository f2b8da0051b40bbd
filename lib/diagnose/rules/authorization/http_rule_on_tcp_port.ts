import { actionOf } from "../../../auth/mod.ts";
import {
  isOpaque,
  LabelIndex,
  type Mesh,
  type Resource,
  serviceProtocol,
  serviceSelection,
  WORKLOAD_KINDS,
  workloadInstances,
} from "../../../mesh/mod.ts";
import { defineRule } from "../../analysis/rule.ts";
import { hasTargets, isOfHttp, patternLists } from "./_attributes.ts";

/** Rules about HTTP requests are for workloads that are called by HTTP. */
export const httpRuleOnTcpPort = defineRule({
  code: "MM0516",
  name: "authorization-http-on-tcp",
  title: "AuthorizationPolicy asks for HTTP attributes on ports that are not HTTP",
  severity: "error",
  since: "0.1.0",
  inputs: ["AuthorizationPolicy", "Service", "Pod"],
  reads: WORKLOAD_KINDS,
  mode: "default",
  docs: {
    why:
      "On a port that is declared as TCP or TLS the proxy sees no methods, paths, hosts, headers or " +
      "tokens. It leaves an ALLOW rule that asks for them out, so that nothing is allowed, and " +
      "ignores what a DENY rule asks for, so that it denies every connection.",
    remedy: "Name the port `http-…` or set `appProtocol: http`, if it does speak HTTP. Otherwise " +
      "ask for what a connection has: ports, principals, namespaces, addresses.",
    links: ["https://istio.io/latest/docs/tasks/security/authorization/authz-tcp/"],
  },

  *check({ mesh }) {
    const opaquePorts = mesh.once(opaquePortsOf);
    for (const on of mesh.list("AuthorizationPolicy")) {
      const action = actionOf(on);
      if (hasTargets(on) || action === "CUSTOM" || action === "AUDIT") continue;
      const list = patternLists(on).find(isOfHttp);
      const ports = list && opaquePorts(on);
      if (!list || !ports) continue;
      const effect = action === "DENY"
        ? "the rule denies every connection"
        : "the rule is left out";
      yield {
        on,
        at: list.at,
        message: `${list.attribute} is unknown on ports that are not HTTP (${ports}): ${effect}`,
      };
    }
  },
});

/** Finds the ports of the workloads that a policy selects, where none of them is HTTP. */
function opaquePortsOf(
  mesh: Mesh,
): (policy: Resource<"AuthorizationPolicy">) => string | undefined {
  const instances = mesh.once(workloadInstances);
  const servicesOf = mesh.once(serviceSelection);
  const root = mesh.config.rootNamespace;
  const opaque = new LabelIndex(
    mesh.list("Service").filter(isOpaqueService).flatMap(({ namespace, spec: { selector } }) =>
      instances.select(selector ?? {}, namespace)
    ),
  );
  return ({ namespace, spec: { selector } }) => {
    const labels = selector?.matchLabels ?? {};
    const scope = namespace === root ? undefined : namespace;
    if (Object.keys(labels).length === 0 || opaque.select(labels, scope).length === 0) {
      return undefined;
    }
    const selected = instances.select(labels, scope);
    const services = new Set(selected.flatMap((one) => servicesOf(one.labels, one.namespace)));
    if (![...services].every(isOpaqueService)) return undefined;
    const ports = [...services].flatMap(({ spec }) => spec.ports ?? []);
    return [...new Set(ports.map((port) => `${port.port} ${serviceProtocol(port)}`))].join(", ");
  };
}

function isOpaqueService({ spec: { ports = [], selector = {} } }: Resource<"Service">): boolean {
  return Object.keys(selector).length > 0 && ports.length > 0 &&
    ports.every((port) => isOpaque(serviceProtocol(port)));
}
