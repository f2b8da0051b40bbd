import type { Cause } from "../../cause.ts";
import { gatewayCertificateUnfit } from "./certificate_unfit.ts";
import { clientCertificateRequired } from "./client_certificate_required.ts";
import { gatewayCredentialMissing } from "./credential_missing.ts";
import { definitionOutdated } from "./definition_outdated.ts";
import { gatewaysConflict } from "./gateways_conflict.ts";
import { hiddenFromGateway } from "./hidden_from_gateway.ts";
import { noFilterChainForName } from "./no_filter_chain_for_name.ts";
import { noLoadBalancer } from "./no_load_balancer.ts";
import { noVirtualServiceForHost } from "./no_virtual_service_for_host.ts";
import { gatewayNotProgrammed } from "./not_programmed.ts";
import { passthroughWithHttpRoutes } from "./passthrough_with_http_routes.ts";
import { plainToHttpsBackend } from "./plain_to_https_backend.ts";
import { gatewayPortNotOnService } from "./port_not_on_service.ts";
import { redirectLoop } from "./redirect_loop.ts";
import { connectionReused } from "./reused_connection.ts";
import { gatewaySelectsNoPods } from "./selects_no_pods.ts";

/** Every root cause at gateways. */
export const gatewayCauses: readonly Cause[] = [
  noVirtualServiceForHost, // MM-G01
  gatewaySelectsNoPods, // MM-G02
  gatewayPortNotOnService, // MM-G03
  gatewayCredentialMissing, // MM-G04
  gatewayCertificateUnfit, // MM-G05
  connectionReused, // MM-G06
  gatewaysConflict, // MM-G07
  passthroughWithHttpRoutes, // MM-G08
  noFilterChainForName, // MM-G09
  clientCertificateRequired, // MM-G10
  redirectLoop, // MM-G11
  noLoadBalancer, // MM-G12
  hiddenFromGateway, // MM-G13
  gatewayNotProgrammed, // MM-G14
  definitionOutdated, // MM-G15
  plainToHttpsBackend, // MM-G16
];
