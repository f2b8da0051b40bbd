import { hasProxy, type Mesh } from "../../../mesh/mod.ts";
import { defineCause, type Fact } from "../../cause.ts";
import { resourceOf } from "../../case/objects.ts";
import type { MissingProxy } from "../../lifecycle/missing_proxy.ts";
import { injectors } from "../../lifecycle/webhooks.ts";
import { barePods } from "./_without_proxy.ts";

/** Kinds that somebody writes for a namespace only when its pods have proxies. */
const MESH_KINDS = [
  "AuthorizationPolicy",
  "PeerAuthentication",
  "RequestAuthentication",
  "Sidecar",
] as const;

/** Nothing gives the pods of a namespace a proxy. */
export const namespaceNotInjected = defineCause({
  id: "MM-I01",
  name: "namespace-not-injected",
  title: "The namespace is not labelled for injection, or for a revision that is not there",
  category: "configuration",
  severity: "high",
  explains: ["MM-T01", "MM-T03", "MM-A04"],
  provenByAbsenceOf: ["Namespace", "MutatingWebhookConfiguration"],
  docs: {
    why:
      "Pods get a proxy when their namespace has the label istio-injection=enabled, or istio.io/rev with a " +
      "revision or tag that an injector serves. Without it they are outside the mesh: plain text, no " +
      "identity, no policies.",
    symptom: "No pod of the namespace has a container istio-proxy.",
    remedy: "Label the namespace and restart its workloads.",
    verify: "New pods of the namespace have a container istio-proxy.",
  },

  *consider(of) {
    // That a namespace is outside may be meant so; what shows that it is not weighs more.
    for (const bare of barePods(of, ["not-asked-for", "unknown-revision"], "possible")) {
      const { pod: { namespace, name }, side, missing } = bare;
      const meant = intentions(of.mesh, namespace, missing);
      const harm = meant.length > 0
        ? barePods(of, [missing.why]).find((each) => each.side === side)!.harm
        : bare.harm;
      const revision = missing.why === "unknown-revision" ? missing.revision : undefined;
      yield {
        objects: [
          {
            kind: "Namespace",
            namespace: "",
            name: namespace,
            path: revision ? 'metadata.labels["istio.io/rev"]' : "metadata.labels",
          },
          resourceOf(bare.pod),
        ],
        title: revision
          ? `namespace ${namespace} asks for proxies of revision ${revision}, which no injector serves`
          : `namespace ${namespace} has no label for injection, so that pod ${name} has no proxy`,
        facts: [
          {
            weight: "possible",
            source: `Namespace ${namespace} metadata.labels`,
            detail: `no injector takes pods of ${namespace}; pod ${name} has no istio-proxy`,
          },
          ...meant,
          ...harm,
        ],
        remedy: {
          title: revision ? "Name a revision or tag that is installed" : "Label the namespace",
          action: `kubectl label namespace ${namespace} ${revision ? "istio.io/rev- " : ""}` +
            `istio-injection=enabled --overwrite && kubectl -n ${namespace} rollout restart deployment`,
        },
      };
    }
  },
});

/** What shows that the pods of a namespace are meant to be in the mesh. */
function intentions(mesh: Mesh, namespace: string, missing: MissingProxy): Fact[] {
  const facts: Fact[] = [];
  if (missing.why === "unknown-revision") {
    const known = injectors(mesh).flatMap(({ namespaceSelector }) =>
      namespaceSelector?.matchExpressions ?? []
    ).filter(({ key }) => key === "istio.io/rev").flatMap(({ values = [] }) => values);
    facts.push({
      weight: "proven",
      source: `Namespace ${namespace} metadata.labels["istio.io/rev"]`,
      detail: `${missing.revision} is none of the revisions that injectors serve: ${
        [...new Set(known)].sort().join(", ") || "none"
      }`,
    });
  }
  const sibling = mesh.list("Pod", namespace).find(hasProxy);
  if (sibling) {
    facts.push({
      weight: "proven",
      source: `Pod ${namespace}/${sibling.name}`,
      detail: "has a proxy, so the namespace was in the mesh when it was created",
    });
  }
  for (const kind of MESH_KINDS) {
    const [object] = mesh.list(kind, namespace);
    if (!object) continue;
    facts.push({
      weight: "proven",
      source: `${kind} ${namespace}/${object.name}`,
      detail: "acts only in proxies, so the namespace is meant to have some",
    });
    break;
  }
  return facts;
}
