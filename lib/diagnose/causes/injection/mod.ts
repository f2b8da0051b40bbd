import type { Cause } from "../../cause.ts";
import { captureFailed } from "./capture_failed.ts";
import { imageNotReplaced } from "./image_auto.ts";
import { initNeedsNetwork } from "./init_needs_network.ts";
import { jobNeverEnds } from "./job_never_ends.ts";
import { namespaceNotInjected } from "./namespace_not_injected.ts";
import { notInjectedYet } from "./not_injected_yet.ts";
import { notRedirected } from "./not_redirected.ts";
import { optedOutOfInjection } from "./opted_out.ts";
import { podSecurityForbidsProxy } from "./pod_security.ts";
import { proxyNotReady } from "./proxy_not_ready.ts";
import { proxyOutOfMemory } from "./proxy_out_of_memory.ts";
import { quotaRejectsPod } from "./quota_exceeded.ts";
import { rootCertificateMissing } from "./root_certificate_missing.ts";
import { staleWebhook } from "./stale_webhook.ts";
import { startedBeforeProxy } from "./started_before_proxy.ts";
import { injectorWebhookFails } from "./webhook_fails.ts";

/** Every root cause in injection and the start of proxies. */
export const injectionCauses: readonly Cause[] = [
  namespaceNotInjected, // MM-I01
  notInjectedYet, // MM-I03
  optedOutOfInjection, // MM-I04
  injectorWebhookFails, // MM-I05
  staleWebhook, // MM-I06
  podSecurityForbidsProxy, // MM-I07
  captureFailed, // MM-I08
  startedBeforeProxy, // MM-I09
  initNeedsNetwork, // MM-I10
  jobNeverEnds, // MM-I11
  proxyOutOfMemory, // MM-I12
  rootCertificateMissing, // MM-I14
  quotaRejectsPod, // MM-I15
  proxyNotReady, // MM-I16
  imageNotReplaced, // MM-I17
  notRedirected, // MM-I18
];
