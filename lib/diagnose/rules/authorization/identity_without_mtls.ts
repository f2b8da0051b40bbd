import { effectiveMtls } from "../../../auth/mod.ts";
import {
  LabelIndex,
  type Mesh,
  type Resource,
  WORKLOAD_KINDS,
  type WorkloadInstance,
  workloadInstances,
} from "../../../mesh/mod.ts";
import { defineRule } from "../../analysis/rule.ts";
import { formatName } from "../_names.ts";
import { hasTargets, patternLists } from "./_attributes.ts";

const OF_PEERS =
  /^(?:not)?(?:principals|namespaces|serviceAccounts)$|^source\.(?:principal|namespace|serviceAccount)$/i;

/** Where a policy asks who the caller is, callers prove it by mutual TLS. */
export const identityWithoutMtls = defineRule({
  code: "MM0514",
  name: "authorization-identity-without-mtls",
  title: "AuthorizationPolicy asks for an identity where mutual TLS is off",
  severity: "error",
  since: "0.1.0",
  inputs: ["AuthorizationPolicy", "PeerAuthentication", "Pod"],
  reads: WORKLOAD_KINDS,
  equivalents: ["KIA0105"],
  mode: "default",
  docs: {
    why: "The principal and the namespace of a caller come out of its certificate. Where the " +
      "PeerAuthentication says DISABLE nobody shows one: what the rule is to allow is denied with " +
      "403, and what it is to deny passes.",
    remedy: "Make the PeerAuthentication STRICT, or PERMISSIVE where plaintext has to go on.",
    links: ["https://istio.io/latest/docs/concepts/security/#authorization-policies"],
  },

  *check({ mesh }) {
    const plain = mesh.once(plainInstances);
    const root = mesh.config.rootNamespace;
    for (const on of mesh.list("AuthorizationPolicy")) {
      if (hasTargets(on)) continue;
      const list = patternLists(on).find(({ attribute }) => OF_PEERS.test(attribute));
      if (!list) continue;
      const labels = on.spec.selector?.matchLabels ?? {};
      const [instance] = plain.select(labels, on.namespace === root ? undefined : on.namespace);
      if (!instance) continue;
      yield {
        on,
        at: list.at,
        message:
          `${list.attribute} needs mutual TLS, but PeerAuthentication ${formatName(instance.by)} ` +
          `turns it off for ${formatName(instance.resource)}`,
      };
    }
  },
});

interface Plain extends WorkloadInstance {
  /** What makes it so. */
  readonly by: Resource<"PeerAuthentication">;
}

/** The workloads that take only plaintext. */
function plainInstances(mesh: Mesh): LabelIndex<Plain> {
  const isAny = mesh.list("PeerAuthentication").some(({ spec }) => spec.mtls?.mode === "DISABLE");
  const all = isAny ? mesh.once(workloadInstances).select({}) : [];
  return new LabelIndex(all.flatMap((instance) => {
    const { mode, from } = effectiveMtls(mesh, instance);
    return mode === "DISABLE" && from ? [{ ...instance, by: from }] : [];
  }));
}
