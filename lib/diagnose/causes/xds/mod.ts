import type { Cause } from "../../cause.ts";
import { configurationRejected } from "./configuration_rejected.ts";
import { istiodDown } from "./istiod_down.ts";
import { istiodOutOfMemory } from "./istiod_out_of_memory.ts";
import { kindNotRead } from "./kind_not_read.ts";
import { policyBlocksIstiod } from "./policy_blocks_istiod.ts";
import { proxyDisconnected } from "./proxy_disconnected.ts";
import { proxyStale } from "./proxy_stale.ts";
import { removedEnvoyName } from "./removed_envoy_name.ts";
import { staysWarming } from "./stays_warming.ts";

/** Every root cause between istiod and proxies. */
export const xdsCauses: readonly Cause[] = [
  policyBlocksIstiod, // MM-C06
  removedEnvoyName, // MM-R21
  istiodDown, // MM-X01
  proxyDisconnected, // MM-X02
  configurationRejected, // MM-X03
  proxyStale, // MM-X04
  kindNotRead, // MM-X11
  istiodOutOfMemory, // MM-X14
  staysWarming, // MM-X15
];
