import { isGateway } from "../../connectivity/mod.ts";
import type { Mesh, Resource } from "../../mesh/mod.ts";

/** A workload whose pods are gateways or waypoints. */
export type GatewayWorkload = Resource<"Deployment"> | Resource<"DaemonSet">;

/** The workloads whose pods are proxies without an application: gateways and waypoints. */
export function gatewayWorkloads(mesh: Mesh): readonly GatewayWorkload[] {
  return [...mesh.list("Deployment"), ...mesh.list("DaemonSet")].filter(({ spec: { template } }) =>
    isGateway({ labels: template?.metadata?.labels ?? {}, spec: template?.spec ?? {} })
  );
}
