import type { Case } from "../../../connectivity/mod.ts";
import { type RemoteEndpoint, remoteEndpoints, unreached } from "../../case/clusters.ts";
import type { Fact } from "../../cause.ts";

/** Pods of another cluster that the caller's proxy calls by their own addresses. */
export interface UnreachedCluster {
  /** The cluster. */
  readonly cluster: string;
  /** The endpoints there. */
  readonly endpoints: readonly RemoteEndpoint[];
  /** The network that istiod takes them to be in, as far as anything tells. */
  readonly network: string | undefined;
  /** What shows that nothing comes back from them; none where no request was seen. */
  readonly facts: readonly Fact[];
}

/** The clusters whose pods the caller's proxy calls past any gateway; those that were seen to answer are left out. */
export function unreachedClusters(of: Case): UnreachedCluster[] {
  const direct = remoteEndpoints(of).filter(({ gateway }) => !gateway);
  return [...Map.groupBy(direct, ({ cluster }) => cluster)].flatMap(([cluster, endpoints]) => {
    const facts = unreached(of, endpoints);
    const network = endpoints.find((each) => each.network !== undefined)?.network;
    const isOpen = facts.length > 0 || of.exchanges.length === 0;
    return isOpen ? [{ cluster, endpoints, network, facts }] : [];
  });
}
