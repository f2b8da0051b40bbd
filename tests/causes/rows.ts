/** The rows of all causes. @module */
import { rows as ambientNodes } from "./ambient/nodes.ts";
import { rows as ambientPolicies } from "./ambient/policies.ts";
import { rows as waypoints } from "./ambient/waypoints.ts";
import { rows as application } from "./application.ts";
import { rows as authorization } from "./authorization.ts";
import { rows as authorizationRules } from "./authorization_rules.ts";
import { rows as controlPlane } from "./control_plane.ts";
import { rows as destinationRules } from "./destination_rules.ts";
import { rows as endpoints } from "./endpoints.ts";
import { rows as extensions } from "./extensions.ts";
import { rows as gateway } from "./gateway.ts";
import { rows as gatewayApi } from "./gateway_api.ts";
import { rows as gatewayPorts } from "./gateway_ports.ts";
import { rows as limits } from "./limits.ts";
import { rows as controlPlanes } from "./multicluster/control_planes.ts";
import { rows as networks } from "./multicluster/networks.ts";
import { rows as services } from "./multicluster/services.ts";
import { rows as network } from "./network.ts";
import { rows as onward } from "./onward.ts";
import { rows as protocol } from "./protocol.ts";
import { rows as routing } from "./routing.ts";
import { rows as tls } from "./tls.ts";
import { rows as tlsModes } from "./tls_modes.ts";
import { rows as visibility } from "./visibility.ts";
import type { CauseRow } from "./row.ts";

/** Every row; `tests/causes_test.ts` asserts that no cause is without one. */
export const rows: readonly CauseRow[] = [
  ...ambientNodes,
  ...ambientPolicies,
  ...application,
  ...authorization,
  ...authorizationRules,
  ...controlPlane,
  ...controlPlanes,
  ...destinationRules,
  ...endpoints,
  ...extensions,
  ...gateway,
  ...gatewayApi,
  ...gatewayPorts,
  ...limits,
  ...network,
  ...networks,
  ...onward,
  ...protocol,
  ...routing,
  ...services,
  ...tls,
  ...tlsModes,
  ...visibility,
  ...waypoints,
];
