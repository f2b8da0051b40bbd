/** What NetworkPolicies let through, evaluated as Kubernetes defines them. Pure. @module */
export * from "./connection.ts";
export type { DescribedPod, NetworkEndpoint } from "./endpoint.ts";
export * from "./mesh_ports.ts";
export type { PolicyDirection, Transport } from "./network_policy.ts";
