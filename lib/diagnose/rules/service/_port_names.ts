import { type Resource, serviceProtocol } from "../../../mesh/mod.ts";

/** Whether istioctl passes over an object because it belongs to a control plane or a gateway controller. */
export function isControlPlaneObject({ labels }: Pick<Resource, "labels">): boolean {
  return Object.hasOwn(labels, "istio") || labels["release"] === "istio";
}

const GATEWAY_CONTROLLERS = new Set([
  "istio.io-gateway-controller",
  "istio.io-mesh-controller",
  "istio.io-eastwest-controller",
]);

/** A port of a Service of the user whose name and protocol tell nothing about what it speaks. */
export interface UntoldPort {
  /** The Service. */
  readonly service: Resource<"Service">;
  /** Where in `spec.ports` it stands. */
  readonly index: number;
  /** Its name; `""` where it has none. */
  readonly name: string;
  /** Its number. */
  readonly port: number;
  /** Port of the pods. */
  readonly targetPort: number | string;
  /** Whether the name is exactly `tcp`, which tells it, but is wrong for an ExternalName service. */
  readonly isPlainTcp: boolean;
}

/** Ports whose names tell no protocol, and those that are called just `tcp`. */
export function* portsToName(services: readonly Resource<"Service">[]): Iterable<UntoldPort> {
  for (const service of services) {
    const controller = service.labels["gateway.istio.io/managed"] ?? "";
    if (isControlPlaneObject(service) || GATEWAY_CONTROLLERS.has(controller)) continue;
    for (const [index, declared] of (service.spec.ports ?? []).entries()) {
      const { name = "", port = 0, targetPort, protocol, appProtocol } = declared;
      const isPlainTcp = name === "tcp";
      const isTold = serviceProtocol({ name, port, protocol, appProtocol }) !== "auto";
      if (isTold && !isPlainTcp) continue;
      yield { service, index, name, port, targetPort: targetPort ?? 0, isPlainTcp };
    }
  }
}

/** Whether a Service is an alias for a host outside. */
export function isExternalName(service: Resource<"Service">): boolean {
  return service.spec.type === "ExternalName";
}
