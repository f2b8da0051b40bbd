import { includesLabels, type NetworkGatewayService, type Resource } from "../../../mesh/mod.ts";

/** Whether a Gateway passes mTLS on by server name at the port of a network's gateway, in its pods. */
export function exposes(
  { spec: { selector = {}, servers = [] } }: Resource<"Gateway">,
  { service, port }: NetworkGatewayService,
): boolean {
  const own = service.spec.ports?.find((each) => each.port === port);
  const listened = new Set([port, own?.targetPort ?? port]);
  return Object.keys(service.spec.selector ?? {}).length > 0 &&
    includesLabels(service.spec.selector ?? {}, selector) &&
    servers.some(({ port: server, tls }) =>
      tls?.mode === "AUTO_PASSTHROUGH" && listened.has(server?.number ?? 0)
    );
}
