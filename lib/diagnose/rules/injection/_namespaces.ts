import { load } from "js-yaml";
import { valueAt } from "../../../core/mod.ts";
import { SYSTEM_NAMESPACES } from "../../analysis/suppression.ts";
import { isAmbientNamespace, type Mesh, type Resource } from "../../../mesh/mod.ts";

const INJECTION = "istio-injection";
const REVISION = "istio.io/rev";
const DATAPLANE_MODE = "istio.io/dataplane-mode";
const INJECTOR = "istio-sidecar-injector";

/** The namespaces of users, in which pods may be in the mesh. */
export function userNamespaces(mesh: Mesh): readonly Resource<"Namespace">[] {
  return mesh.list("Namespace").filter(({ name }) =>
    name !== mesh.istioNamespace && !SYSTEM_NAMESPACES.has(name)
  );
}

/**
 * The labels of a namespace that ask for a sidecar or for ambient, where more than one does. For istioctl
 * `istio.io/dataplane-mode=none` asks for something.
 */
export function contradictingLabels(
  { labels }: Resource<"Namespace">,
  { compat }: { compat: boolean },
): readonly string[] {
  const injection = labels[INJECTION];
  const keys = injection === undefined || injection === "enabled"
    ? [INJECTION, REVISION, DATAPLANE_MODE]
    : [INJECTION];
  const found = keys.filter((key) => labels[key] !== undefined)
    .filter((key) => compat || labels[key] !== "none")
    .map((key) => `${key}=${labels[key]}`);
  return found.length > 1 ? found : [];
}

/** Whether nothing says if pods of the namespace get a sidecar. */
export function isUndecided(namespace: Resource<"Namespace">): boolean {
  const { labels } = namespace;
  return !labels[INJECTION] && !Object.hasOwn(labels, REVISION) && !isAmbientNamespace(namespace);
}

/** Values of the injector of a revision, from its ConfigMap. */
export function injectorValues(
  mesh: Mesh,
): (revision: string | undefined) => unknown {
  const byName = new Map(
    mesh.list("ConfigMap").filter(({ name }) => name.startsWith(INJECTOR))
      .map((map) => [map.name, parseValues(map)]),
  );
  return (revision) =>
    byName.get(!revision || revision === "default" ? INJECTOR : `${INJECTOR}-${revision}`);
}

function parseValues({ object }: Resource<"ConfigMap">): unknown {
  try {
    return load(object.data?.["values"] ?? "");
  } catch {
    return undefined;
  }
}

/** Whether sidecars are injected wherever nobody says otherwise. */
export function isInjectedByDefault(
  valuesOf: (revision: string | undefined) => unknown,
  { labels }: Resource<"Namespace">,
): boolean {
  const values = valuesOf(labels[REVISION]);
  return valueAt(values, ["sidecarInjectorWebhook", "enableNamespacesByDefault"]) === true;
}
