import type { Cause } from "../cause.ts";
import { ambientCauses } from "./ambient/mod.ts";
import { applicationCauses } from "./application/mod.ts";
import { authorizationCauses } from "./authorization/mod.ts";
import { endpointsCauses } from "./endpoints/mod.ts";
import { gatewayCauses } from "./gateway/mod.ts";
import { injectionCauses } from "./injection/mod.ts";
import { limitsCauses } from "./limits/mod.ts";
import { multiclusterCauses } from "./multicluster/mod.ts";
import { networkCauses } from "./network/mod.ts";
import { protocolCauses } from "./protocol/mod.ts";
import { routingCauses } from "./routing/mod.ts";
import { tlsCauses } from "./tls/mod.ts";
import { xdsCauses } from "./xds/mod.ts";

/** Every root cause that a diagnosis considers, ordered by id. */
export const causes: readonly Cause[] = [
  ...ambientCauses,
  ...applicationCauses,
  ...authorizationCauses,
  ...endpointsCauses,
  ...gatewayCauses,
  ...injectionCauses,
  ...limitsCauses,
  ...multiclusterCauses,
  ...networkCauses,
  ...protocolCauses,
  ...routingCauses,
  ...tlsCauses,
  ...xdsCauses,
].sort((a, b) => a.id < b.id ? -1 : 1);
