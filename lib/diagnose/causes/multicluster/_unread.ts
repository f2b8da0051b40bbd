import type { Case } from "../../../connectivity/mod.ts";
import type { ClusterSync } from "../../../evidence/mod.ts";
import type { CauseResource } from "../../../core/mod.ts";
import { remoteEndpoints, remoteServices } from "../../case/clusters.ts";
import { hasUsableEndpoint, serviceOf } from "../../case/case_facts.ts";
import type { Fact } from "../../cause.ts";
import { resourceOf } from "../../case/objects.ts";
import { logged } from "../../case/signs.ts";

/** A cluster that istiod cannot read, and what shows that the request suffers from it. */
export interface UnreadCluster {
  /** The cluster. */
  readonly cluster: ClusterSync;
  /** Its remote secret, and the Service asked for. */
  readonly objects: readonly CauseResource[];
  /** What istiod says of it: its last errors, and what clusterz has. */
  readonly errors: readonly string[];
  /** What shows it. */
  readonly facts: readonly Fact[];
}

const ERRORS_SHOWN = 2;

/** The words of an API server for credentials that it does not accept, or that have too few rights. */
const REFUSED = /Unauthorized|provide credentials|invalid bearer token|token .*expired|forbidden/i;

/** Whether an error of a watch is an answer of the API server, which refuses. */
export function isRefused(error: string): boolean {
  return REFUSED.test(error);
}

/**
 * The clusters that istiod has a remote secret of and cannot read, where the request finds no endpoint, or
 * fails at endpoints that istiod took from there before.
 */
export function unreadClusters(of: Case): UnreadCluster[] {
  const service = serviceOf(of);
  if (!service) return [];
  const isEmpty = !hasUsableEndpoint(of);
  const clusters = of.controlPlane.clusters ?? [];
  const unread = clusters.filter(isUnreadRemote);
  return clusters.flatMap((cluster) => {
    const { id, secret } = cluster;
    if (secret === "") return [];
    const isUnread = unread.includes(cluster);
    const named = watchErrors(of, id);
    const errors = named.length > 0 || !isUnread || unread.length > 1 ? named : refusals(of);
    const harm = isEmpty && (isUnread || errors.length > 0 && hasPodsIn(of, id))
      ? logged(of, { side: "client", flags: ["UH"] })
      : errors.length > 0
      ? staleIn(of, id)
      : [];
    if (!(isEmpty && isUnread) && harm.length === 0) return [];
    const [namespace = of.mesh.istioNamespace, name = secret] = secret.split("/");
    return [{
      cluster,
      objects: [{ kind: "Secret", namespace, name }, resourceOf(service)],
      errors,
      facts: [
        ...(isUnread
          ? [{
            weight: "decisive" as const,
            source: "istiod/debug/clusterz.json",
            detail: `${id} (${secret}) is ${cluster.status}`,
          }]
          : []),
        ...errors.slice(0, ERRORS_SHOWN).map((detail) => ({
          weight: "decisive" as const,
          source: "istiod/istiod.log",
          detail,
        })),
        ...harm,
      ],
    }];
  });
}

function isUnreadRemote({ secret, status }: ClusterSync): boolean {
  return secret !== "" && status !== "synced" && status !== "";
}

/** What istiod logs when a watch fails, the newest first, each reason once. */
function watchErrors(of: Case, cluster: string): string[] {
  return loggedAfter(of, `watch error in cluster ${cluster}: `);
}

/**
 * What the Kubernetes library logs for credentials that nobody accepts, without a word of the cluster. It
 * cannot be istiod's own cluster, of which it would read nothing either.
 */
function refusals(of: Case): string[] {
  return loggedAfter(of, "failed to list ").filter((reason) =>
    /Unauthorized|provide credentials/.test(reason)
  ).map((reason) => `failed to list ${reason}`);
}

/** The rests of the lines of istiod's log that have these words, the newest first, each once. */
function loggedAfter({ controlPlane: { log = "" } }: Case, words: string): string[] {
  const rests = log.split("\n").flatMap((line) => {
    const at = line.indexOf(words);
    return at < 0 ? [] : [line.slice(at + words.length).trim()];
  });
  return [...new Set(rests.reverse())];
}

/** Whether pods of the service are known to be in a cluster. */
function hasPodsIn(of: Case, cluster: string): boolean {
  return remoteServices(of).some((each) => each.cluster === cluster && each.pods.length > 0);
}

/** Requests that fail at addresses of that cluster which no pod there has any more. */
function staleIn(of: Case, cluster: string): Fact[] {
  const stale = remoteEndpoints(of).filter((endpoint) =>
    endpoint.cluster === cluster && !endpoint.gateway && !endpoint.pod
  );
  const hosts = new Set(stale.map(({ address }) => address));
  return logged(of, { side: "client", flags: ["UF"], hosts });
}
