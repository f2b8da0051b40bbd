import { type Mesh, networkGatewayServices, type Resource } from "../../../mesh/mod.ts";
import type { RemoteEndpoint } from "../../case/clusters.ts";

/** The Service of the gateway that an endpoint is: that with its address, else the only one of its cluster. */
export function gatewayServiceAt(
  mesh: Mesh,
  { ip, cluster }: RemoteEndpoint,
): Resource<"Service"> | undefined {
  const services = networkGatewayServices(mesh);
  const [found] = services.filter(({ addresses }) => addresses.includes(ip));
  const [only, ...more] = services.filter(({ service }) => service.cluster === cluster);
  return found?.service ?? (more.length === 0 ? only?.service : undefined);
}
