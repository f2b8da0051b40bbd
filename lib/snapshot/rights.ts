import { compare } from "../core/mod.ts";
import { type Kind, type PolicyRule, schemas } from "../mesh/mod.ts";

/** The ClusterRole of whoever reads a live mesh. */
export interface ReaderRole {
  /** Always `rbac.authorization.k8s.io/v1`. */
  readonly apiVersion: "rbac.authorization.k8s.io/v1";
  /** Always `ClusterRole`. */
  readonly kind: "ClusterRole";
  /** Its name. */
  readonly metadata: { readonly name: string };
  /** What it allows: to list, to read logs, and to ask proxies and istiod. */
  readonly rules: readonly PolicyRule[];
}

/** The rights that are needed to list these kinds and to ask proxies and istiod. */
export function readerRole(kinds: readonly Kind[]): ReaderRole {
  const byGroup = Map.groupBy(
    kinds.map((kind) => schemas.byIdentifier(kind)),
    ({ group }) => group,
  );
  const rules = [...byGroup].sort(([a], [b]) => compare(a, b)).map(([group, of]) => ({
    apiGroups: [group],
    resources: of.map(({ plural }) => plural).sort(compare),
    verbs: ["get", "list"],
  }));
  return {
    apiVersion: "rbac.authorization.k8s.io/v1",
    kind: "ClusterRole",
    metadata: { name: "meshmedic-reader" },
    rules: [
      ...rules,
      { apiGroups: [""], resources: ["pods/log"], verbs: ["get"] },
      // Kubernetes before 1.35 asks for "get" where a port-forward begins with a web socket.
      { apiGroups: [""], resources: ["pods/portforward"], verbs: ["create", "get"] },
    ],
  };
}
