import type { Cause } from "../../cause.ts";
import { allHostsEjected } from "./all_hosts_ejected.ts";
import { applicationNotListening } from "./application_not_listening.ts";
import { deadStaticAddress } from "./dead_static_address.ts";
import { defaultEndpointDead } from "./default_endpoint_dead.ts";
import { ejectionsFlap } from "./ejections_flap.ts";
import { listensOnLoopback } from "./listens_on_loopback.ts";
import { nameNotResolved } from "./name_not_resolved.ts";
import { noReadyEndpoints } from "./no_ready_endpoints.ts";
import { oneInstanceFails } from "./one_instance_fails.ts";
import { selectorMatchesNoPods } from "./selector_matches_no_pods.ts";
import { targetPortNotOffered } from "./target_port_not_offered.ts";

/** Every root cause in endpoints. */
export const endpointsCauses: readonly Cause[] = [
  noReadyEndpoints, // MM-C01
  selectorMatchesNoPods, // MM-C02
  targetPortNotOffered, // MM-C03
  listensOnLoopback, // MM-C04
  allHostsEjected, // MM-C29
  ejectionsFlap, // MM-C30
  nameNotResolved, // MM-C39
  applicationNotListening, // MM-C52
  oneInstanceFails, // MM-C54
  deadStaticAddress, // MM-C56
  defaultEndpointDead, // MM-C57
];
