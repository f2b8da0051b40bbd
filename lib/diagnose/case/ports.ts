import type { Case } from "../../connectivity/mod.ts";
import type { CauseResource } from "../../core/mod.ts";
import type { Remedy } from "../cause.ts";
import { changing } from "./cure.ts";
import { resourceOf } from "./objects.ts";

/** Index of the asked port in the Service or ServiceEntry of a case; -1 where it has no such port. */
export function portIndexOf({ destination: { service, servicePort } }: Case): number {
  return service && servicePort ? service.ports.indexOf(servicePort) : -1;
}

/** The object that declares the protocol of the asked port, with the field. */
export function protocolObjects(of: Case): CauseResource[] {
  const index = portIndexOf(of);
  const resource = of.destination.service?.resource;
  if (!resource || index < 0) return [];
  const field = resource.identifier === "Service" ? "name" : "protocol";
  return [resourceOf(resource, `spec.ports[${index}].${field}`)];
}

/** The part of a remedy that declares the protocol of the asked port, where a Service has it. */
export function declaration(of: Case, appProtocol: string): Pick<Remedy, "action" | "fix"> {
  const resource = of.destination.service?.resource;
  const index = portIndexOf(of);
  if (resource?.identifier !== "Service" || index < 0) return {};
  const path = `/spec/ports/${index}/appProtocol`;
  return changing(resource, [{ op: "add", path, value: appProtocol }]);
}
