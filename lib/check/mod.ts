/** Ordered checks of a mesh that runs, or of a cluster before an install. @module */
import { schemas } from "../mesh/mod.ts";
import type { Kind } from "../mesh/mod.ts";
import { ciliumMakesRoom } from "./ambient/cilium_makes_room.ts";
import { cniReady } from "./ambient/cni_ready.ts";
import { waypointsThere } from "./ambient/waypoints_there.ts";
import { ztunnelReady } from "./ambient/ztunnel_ready.ts";
import { objectsReadable } from "./api/objects_readable.ts";
import { podsAskable } from "./api/pods_askable.ts";
import { serversAnswer } from "./api/servers_answer.ts";
import { proxyCertificatesValid } from "./certificates/proxy_certificates_valid.ts";
import { rootDistributed } from "./certificates/root_distributed.ts";
import { rootsShared } from "./certificates/roots_shared.ts";
import { rootValid } from "./certificates/root_valid.ts";
import type { AnyCheck } from "./check.ts";
import { istiodAnswers } from "./control_plane/istiod_answers.ts";
import { istiodInstalled } from "./control_plane/istiod_installed.ts";
import { istiodReady } from "./control_plane/istiod_ready.ts";
import { istiodService } from "./control_plane/istiod_service.ts";
import { istiodStable } from "./control_plane/istiod_stable.ts";
import { lossSurvived } from "./control_plane/loss_survived.ts";
import { meshPortsOpen } from "./control_plane/mesh_ports_open.ts";
import { definitionsEstablished } from "./definitions/definitions_established.ts";
import { gatewayApiRecent } from "./definitions/gateway_api_recent.ts";
import { istioKindsDefined } from "./definitions/istio_kinds_defined.ts";
import { gatewayCertificates } from "./gateways/gateway_certificates.ts";
import { gatewaysAddressed } from "./gateways/gateways_addressed.ts";
import { gatewaysProgrammed } from "./gateways/gateways_programmed.ts";
import { gatewaysReady } from "./gateways/gateways_ready.ts";
import { podsCreated } from "./injection/pods_created.ts";
import { podsInjected } from "./injection/pods_injected.ts";
import { proxyImagesCurrent } from "./injection/proxy_images_current.ts";
import { revisionsServed } from "./injection/revisions_served.ts";
import { clustersShareRoot } from "./multicluster/clusters_share_root.ts";
import { networksJoined } from "./multicluster/networks_joined.ts";
import { remoteClustersSynced } from "./multicluster/remote_clusters_synced.ts";
import { remoteSecretsUsed } from "./multicluster/remote_secrets_used.ts";
import { definitionsCurrent } from "./pre/definitions_current.ts";
import { gatewayApiServed } from "./pre/gateway_api_served.ts";
import { kubernetesRecent } from "./pre/kubernetes_recent.ts";
import { mayInstall } from "./pre/may_install.ts";
import { noControlPlane } from "./pre/no_control_plane.ts";
import { nodesFit } from "./pre/nodes_fit.ts";
import { roomForIstiod } from "./pre/room_for_istiod.ts";
import { webhooksNotStale } from "./pre/webhooks_not_stale.ts";
import { configurationAccepted } from "./proxies/configuration_accepted.ts";
import { proxiesConnected } from "./proxies/proxies_connected.ts";
import { proxiesInSync } from "./proxies/proxies_in_sync.ts";
import { proxiesReady } from "./proxies/proxies_ready.ts";
import { istiodsAgree } from "./versions/istiods_agree.ts";
import { kubernetesSupported } from "./versions/kubernetes_supported.ts";
import { proxiesNotSkewed } from "./versions/proxies_not_skewed.ts";
import { injectorReachable } from "./webhooks/injector_reachable.ts";
import { injectorsDisjoint } from "./webhooks/injectors_disjoint.ts";
import { validatorEnforces } from "./webhooks/validator_enforces.ts";
import { webhooksTrustIstiod } from "./webhooks/webhooks_trust_istiod.ts";

export type { AnyCheck, Check, CheckContext, CheckStage, Outcome } from "./check.ts";
export * from "./run_checks.ts";

/** What is asked of a mesh that runs; each stands after those that it builds on. */
export const checks: readonly AnyCheck[] = [
  serversAnswer,
  objectsReadable,
  podsAskable,
  istioKindsDefined,
  definitionsEstablished,
  gatewayApiRecent,
  istiodInstalled,
  istiodReady,
  istiodService,
  istiodAnswers,
  istiodStable,
  lossSurvived,
  meshPortsOpen,
  kubernetesSupported,
  istiodsAgree,
  proxiesNotSkewed,
  injectorReachable,
  injectorsDisjoint,
  webhooksTrustIstiod,
  validatorEnforces,
  revisionsServed,
  podsCreated,
  podsInjected,
  proxyImagesCurrent,
  gatewaysReady,
  gatewaysAddressed,
  gatewaysProgrammed,
  gatewayCertificates,
  proxiesReady,
  proxiesConnected,
  configurationAccepted,
  proxiesInSync,
  rootValid,
  rootDistributed,
  proxyCertificatesValid,
  rootsShared,
  cniReady,
  ciliumMakesRoom,
  ztunnelReady,
  waypointsThere,
  remoteClustersSynced,
  remoteSecretsUsed,
  clustersShareRoot,
  networksJoined,
];

/** What is asked of a cluster before an install. */
export const preChecks: readonly AnyCheck[] = [
  serversAnswer,
  objectsReadable,
  kubernetesRecent,
  mayInstall,
  gatewayApiServed,
  gatewayApiRecent,
  noControlPlane,
  webhooksNotStale,
  definitionsCurrent,
  ciliumMakesRoom,
  nodesFit,
  roomForIstiod,
];

/** The kinds that checks look at, with those that a mesh needs for its settings. */
export function kindsOfChecks(some: readonly AnyCheck[]): readonly Kind[] {
  const kinds = new Set<Kind>([
    "ConfigMap",
    ...some.flatMap(({ inputs, reads = [] }) => [...inputs, ...reads]),
  ]);
  return schemas.all().map(({ identifier }) => identifier).filter((kind) => kinds.has(kind));
}
