import type { Path } from "../../../core/mod.ts";
import { type EffectiveMtls, effectiveMtls } from "../../../auth/mod.ts";
import {
  type DestinationRuleTrafficPolicy,
  type DestinationRuleTrafficPolicyTls,
  type Labels,
  type Mesh,
  type MeshService,
  type MeshServicePort,
  type Resource,
  type WorkloadInstance,
  workloadInstances,
} from "../../../mesh/mod.ts";

/** TLS settings that a DestinationRule gives clients for some ports of its host. */
export interface TlsSetting {
  /** The mode; the API's zero value is DISABLE. */
  readonly mode: NonNullable<DestinationRuleTrafficPolicyTls["mode"]>;
  /** The way to the `tls` object. */
  readonly at: Path;
  /** Labels of the subset that it is for; empty for the host as a whole. */
  readonly labels: Labels;
  /** Whether it decides about a port. */
  isFor(port: number): boolean;
}

/** Every TLS setting of a rule: of the host, of its subsets, and of ports of either. */
export function tlsSettings({ spec }: Resource<"DestinationRule">): TlsSetting[] {
  return [
    ...settingsOf(spec.trafficPolicy, ["spec", "trafficPolicy"], {}),
    ...(spec.subsets ?? []).flatMap(({ trafficPolicy, labels = {} }, i) =>
      settingsOf(trafficPolicy, ["spec", "subsets", i, "trafficPolicy"], labels)
    ),
  ];
}

function settingsOf(
  policy: Pick<DestinationRuleTrafficPolicy, "tls" | "portLevelSettings"> | undefined,
  path: Path,
  labels: Labels,
): TlsSetting[] {
  const { tls, portLevelSettings = [] } = policy ?? {};
  const special = new Set(portLevelSettings.map(({ port }) => port?.number));
  const ofPorts = portLevelSettings.flatMap(({ tls, port }, i) =>
    tls
      ? [{
        mode: tls.mode ?? "DISABLE",
        at: [...path, "portLevelSettings", i, "tls"],
        labels,
        isFor: (number: number) => number === port?.number,
      }]
      : []
  );
  return tls
    ? [{
      mode: tls.mode ?? "DISABLE",
      at: [...path, "tls"],
      labels,
      // Settings of a port inherit nothing from those of all ports.
      isFor: (number) => !special.has(number),
    }, ...ofPorts]
    : ofPorts;
}

/** A port of a workload that clients reach under some settings. */
export interface Reached {
  /** The workload. */
  readonly instance: WorkloadInstance;
  /** The port of the service. */
  readonly port: MeshServicePort;
  /** What its proxy takes, if it has one. */
  readonly mtls: EffectiveMtls;
}

/** Finds the ports of workloads behind a service for which a setting decides. */
export function reachedPorts(
  mesh: Mesh,
): (service: MeshService, setting: TlsSetting) => readonly Reached[] {
  const instances = mesh.once(workloadInstances);
  return ({ resource, ports, namespace }, { labels, isFor }) => {
    if (resource.identifier !== "Service") return [];
    const { selector = {} } = resource.spec as Resource<"Service">["spec"];
    if (Object.keys(selector).length === 0) return [];
    const affected = ports.filter(({ port }) => isFor(port));
    return instances.select({ ...selector, ...labels }, namespace).flatMap((instance) =>
      affected.map((port) => ({
        instance,
        port,
        mtls: effectiveMtls(mesh, instance, containerPort(instance, port)),
      }))
    );
  };
}

/** Number of a service's port on the workload. */
export function containerPort(
  { spec }: Pick<WorkloadInstance, "spec">,
  { targetPort }: MeshServicePort,
): number | undefined {
  if (typeof targetPort === "number") return targetPort;
  if (/^\d+$/.test(targetPort)) return Number(targetPort);
  return (spec.containers ?? []).flatMap(({ ports = [] }) => ports)
    .find(({ name }) => name === targetPort)?.containerPort;
}
