import type { Path } from "../core/mod.ts";
import {
  includesLabels,
  type Labelled,
  type Mesh,
  oldestFirst,
  type PeerAuthenticationMtls,
  type Resource,
  seenBy,
} from "../mesh/mod.ts";

/** Whether a server takes only mTLS, mTLS and plaintext, or only plaintext. */
export type MtlsMode = "STRICT" | "PERMISSIVE" | "DISABLE";

/** A PeerAuthentication that was looked at for a workload. */
export interface ConsideredPeerAuthentication {
  /** The policy. */
  readonly policy: Resource<"PeerAuthentication">;
  /** How far it reaches. */
  readonly tier: "mesh" | "namespace" | "workload";
  /** Whether istiod uses it for the workload; it may still leave the mode to the wider tier. */
  readonly isUsed: boolean;
  /** Why, as half a sentence. */
  readonly reason: string;
}

/** The mTLS mode of a workload or of one of its ports. */
export interface EffectiveMtls {
  /** The mode. */
  readonly mode: MtlsMode;
  /** The policy that sets it; `undefined` where it is Istio's default. */
  readonly from: Resource<"PeerAuthentication"> | undefined;
  /** The field of `from` that sets it; empty where nothing does. */
  readonly path: Path;
  /** Every policy that could have had a say, the widest tier first. */
  readonly considered: readonly ConsideredPeerAuthentication[];
}

type Setting = Pick<EffectiveMtls, "mode" | "from" | "path">;

/**
 * The mTLS mode that the workload's istiod configures for it, or for one of its container ports: the
 * oldest policy of each tier counts, the narrower tier wins, `UNSET` inherits, and only a workload's
 * policy may set ports. The same steps as `ComposePeerAuthentication` in istiod.
 */
export function effectiveMtls(
  mesh: Mesh,
  workload: Labelled,
  containerPort?: number,
): EffectiveMtls {
  return mtlsAsSeen(seenBy(mesh, workload), workload, containerPort);
}

function mtlsAsSeen(mesh: Mesh, workload: Labelled, containerPort?: number): EffectiveMtls {
  const considered = consider(mesh, workload);
  let setting: Setting = { mode: "PERMISSIVE", from: undefined, path: [] };
  for (const { policy, isUsed } of considered) {
    if (!isUsed) continue;
    setting = settingOf(policy, policy.spec.mtls, ["spec", "mtls"]) ?? setting;
  }
  const own = considered.find(({ tier, isUsed }) => tier === "workload" && isUsed)?.policy;
  const ports = own?.spec.portLevelMtls;
  if (own && ports && containerPort !== undefined && Object.hasOwn(ports, containerPort)) {
    const key = String(containerPort);
    setting = settingOf(own, ports[key], ["spec", "portLevelMtls", key]) ?? setting;
  }
  return { ...setting, considered };
}

/**
 * Whether clients that leave TLS to Istio (auto mTLS) encrypt to this pod: it must announce mTLS by its
 * `security.istio.io/tlsMode` label, and no PeerAuthentication may disable it for the port; of those
 * that `mesh`, which is as the client's istiod sees it, has, wherever the pod runs.
 */
export function announcesMtls(mesh: Mesh, pod: Labelled, containerPort?: number): boolean {
  return pod.labels["security.istio.io/tlsMode"] === "istio" &&
    mtlsAsSeen(mesh, pod, containerPort).mode !== "DISABLE";
}

function settingOf(
  from: Resource<"PeerAuthentication">,
  mtls: PeerAuthenticationMtls | undefined,
  path: Path,
): Setting | undefined {
  const mode = mtls?.mode;
  return mode === "STRICT" || mode === "PERMISSIVE" || mode === "DISABLE"
    ? { mode, from, path: [...path, "mode"] }
    : undefined;
}

function consider(mesh: Mesh, { namespace, labels }: Labelled) {
  const root = mesh.config.rootNamespace;
  const policies = mesh.list("PeerAuthentication", root);
  const own = namespace === root ? [] : mesh.list("PeerAuthentication", namespace);
  const byTier = new Map<string, ConsideredPeerAuthentication>();
  const considered: ConsideredPeerAuthentication[] = [];
  const add = (
    policy: Resource<"PeerAuthentication">,
    tier: ConsideredPeerAuthentication["tier"],
    refusal?: string,
  ) => {
    const older = byTier.get(tier)?.policy;
    const reason = refusal ??
      (older ? `${older.name} is older and wins` : `it is the oldest for this ${tier}`);
    const entry = { policy, tier, isUsed: refusal === undefined && !older, reason };
    if (entry.isUsed) byTier.set(tier, entry);
    considered.push(entry);
  };
  const sorted = [policies.toSorted(oldestFirst), own.toSorted(oldestFirst)];
  for (const policy of sorted.flat()) {
    const isRoot = policy.namespace === root;
    const selector = policy.spec.selector?.matchLabels ?? {};
    if (Object.keys(selector).length === 0) add(policy, isRoot ? "mesh" : "namespace");
    else if (!includesLabels(labels, selector)) continue;
    else if (isRoot) add(policy, "workload", "a selector has no effect in the root namespace");
    else add(policy, "workload");
  }
  const order = ["mesh", "namespace", "workload"];
  return considered.sort((a, b) => order.indexOf(a.tier) - order.indexOf(b.tier));
}
