import type { Fix } from "../../../core/mod.ts";
import {
  type Mesh,
  type Resource,
  type ServicePort,
  WORKLOAD_KINDS,
  type WorkloadInstance,
  workloadInstances,
} from "../../../mesh/mod.ts";
import { move } from "../../analysis/fix.ts";
import { defineRule } from "../../analysis/rule.ts";
import { formatName } from "../_names.ts";

/** Ports of a PeerAuthentication are ports on which its workloads listen. */
export const portWithoutContainer = defineRule({
  code: "MM0503",
  name: "peer-authentication-port-unused",
  title: "PeerAuthentication sets mTLS for a port of the Service instead of the workload",
  severity: "warning",
  since: "0.1.0",
  inputs: ["PeerAuthentication", "Service", "Pod"],
  reads: WORKLOAD_KINDS,
  mode: "default",
  docs: {
    why: "`portLevelMtls` is keyed by the port on which the workload listens, not by that of the " +
      "Service. Under another number the setting has no effect, and the mode of the workload holds.",
    remedy: "Use the `targetPort` of the Service.",
    links: ["https://istio.io/latest/docs/reference/config/security/peer_authentication/"],
  },

  *check({ mesh }) {
    const portsOf = mesh.once(portsOfWorkloads);
    for (const on of mesh.list("PeerAuthentication")) {
      const { selector, portLevelMtls = {} } = on.spec;
      const labels = selector?.matchLabels ?? {};
      if (Object.keys(labels).length === 0) continue;
      for (const key of Object.keys(portLevelMtls)) {
        const ports = portsOf(labels, on.namespace);
        const service = ports.served.find(({ port }) => port.port === Number(key));
        if (!service || ports.used.has(Number(key))) continue;
        const target = numberOf(service);
        const at = ["spec", "portLevelMtls", key];
        yield {
          on,
          at,
          part: "key",
          message: `No selected workload listens on port ${key}: it is the port of Service ` +
            `${formatName(service.service)}, which leads to ${service.port.targetPort}`,
          fix: renaming(key, target, portLevelMtls),
        };
      }
    }
  },
});

interface Served {
  readonly service: Resource<"Service">;
  readonly port: ServicePort;
  readonly instance: WorkloadInstance;
}

/** Ports of the workloads that labels select: as Services name them, and those in use. */
function portsOfWorkloads(mesh: Mesh) {
  const instances = mesh.once(workloadInstances);
  const served = new Map<WorkloadInstance, Served[]>();
  for (const service of mesh.list("Service")) {
    const { selector = {}, ports = [] } = service.spec;
    if (Object.keys(selector).length === 0) continue;
    for (const instance of instances.select(selector, service.namespace)) {
      const list = served.get(instance) ?? [];
      served.set(instance, list);
      list.push(...ports.map((port) => ({ service, port, instance })));
    }
  }
  return (labels: Readonly<Record<string, string>>, namespace: string) => {
    const selected = instances.select(labels, namespace);
    const all = selected.flatMap((instance) => served.get(instance) ?? []);
    const declared = selected.flatMap(({ spec }) => spec.containers ?? [])
      .flatMap(({ ports = [] }) => ports.map(({ containerPort }) => containerPort));
    return { served: all, used: new Set([...declared, ...all.map(numberOf)]) };
  };
}

function numberOf({ port: { port, targetPort = port }, instance }: Served): number | undefined {
  if (targetPort === undefined || /^\d+$/.test(String(targetPort))) return Number(targetPort);
  return (instance.spec.containers ?? []).flatMap(({ ports = [] }) => ports)
    .find(({ name }) => name === targetPort)?.containerPort;
}

function renaming(key: string, target: number | undefined, taken: object): Fix | undefined {
  return target === undefined || Object.hasOwn(taken, target) ? undefined : move(
    ["spec", "portLevelMtls", key],
    ["spec", "portLevelMtls", String(target)],
    `Use ${target}`,
  );
}
