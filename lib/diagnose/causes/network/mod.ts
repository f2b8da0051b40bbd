import type { Cause } from "../../cause.ts";
import { directPodAddress } from "./direct_pod_address.ts";
import { idleConnectionCut } from "./idle_connection_cut.ts";
import { nameLookupFails } from "./name_lookup_fails.ts";
import { networkPolicyBlocks } from "./network_policy_blocks.ts";
import { notCaptured } from "./not_captured.ts";
import { portsExhausted } from "./ports_exhausted.ts";
import { runsAsProxyUser } from "./runs_as_proxy_user.ts";
import { socketLoadBalancing } from "./socket_load_balancing.ts";

/** Every root cause in the network. */
export const networkCauses: readonly Cause[] = [
  networkPolicyBlocks, // MM-C05
  directPodAddress, // MM-C13
  idleConnectionCut, // MM-C23
  notCaptured, // MM-C42
  runsAsProxyUser, // MM-C43
  socketLoadBalancing, // MM-C44
  portsExhausted, // MM-C45
  nameLookupFails, // MM-C58
];
