import type { Cause } from "../../cause.ts";
import { autoPassthroughMissing } from "./auto_passthrough_missing.ts";
import { clusterLocalService } from "./cluster_local.ts";
import { configurationElsewhere } from "./configuration_elsewhere.ts";
import { controlPlaneUnreached } from "./control_plane_unreached.ts";
import { duplicateClusterName } from "./duplicate_cluster_name.ts";
import { gatewayWithoutAddress } from "./gateway_without_address.ts";
import { networkGatewayUnknown } from "./network_gateway_unknown.ts";
import { networkGatewayUnreached } from "./network_gateway_unreached.ts";
import { networkNotLabelled } from "./network_not_labelled.ts";
import { plaintextAcrossNetworks } from "./plaintext_across_networks.ts";
import { remoteClusterNotSynced } from "./remote_cluster_not_synced.ts";
import { remoteCredentialsRefused } from "./remote_credentials_refused.ts";
import { remoteSecretMissing } from "./remote_secret_missing.ts";
import { clusterRootsDiffer } from "./roots_differ.ts";
import { serviceDiffers } from "./service_differs.ts";
import { serviceNotInCluster } from "./service_not_in_cluster.ts";

/** Every root cause that lies between clusters. */
export const multiclusterCauses: readonly Cause[] = [
  remoteSecretMissing, // MM-M01
  remoteClusterNotSynced, // MM-M02
  remoteCredentialsRefused, // MM-M03
  clusterRootsDiffer, // MM-M04
  gatewayWithoutAddress, // MM-M05
  networkGatewayUnknown, // MM-M06
  networkNotLabelled, // MM-M07
  autoPassthroughMissing, // MM-M08
  networkGatewayUnreached, // MM-M09
  plaintextAcrossNetworks, // MM-M10
  serviceNotInCluster, // MM-M11
  serviceDiffers, // MM-M12
  configurationElsewhere, // MM-M13
  duplicateClusterName, // MM-M14
  clusterLocalService, // MM-M15
  controlPlaneUnreached, // MM-M16
];
