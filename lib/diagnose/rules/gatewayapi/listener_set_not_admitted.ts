import { nearest } from "../../../core/mod.ts";
import { matchesSelector, type MeshView, type Resource } from "../../../mesh/mod.ts";
import { replacement } from "../../analysis/fix.ts";
import { defineRule } from "../../analysis/rule.ts";
import { formatName } from "../_names.ts";

/** The Gateway that a ListenerSet is for is there and admits it. */
export const listenerSetNotAdmitted = defineRule({
  code: "MM0316",
  name: "listener-set-not-admitted",
  title: "Gateway of a ListenerSet is not there or does not admit it",
  severity: "error",
  since: "0.1.0",
  inputs: ["ListenerSet", "KubernetesGateway"],
  reads: ["Namespace"],
  mode: "default",
  docs: {
    why:
      "A Gateway admits no ListenerSets unless its `allowedListeners` say so. The listeners of a " +
      "set that is not admitted are not opened, and the routes that attach to it are ignored.",
    remedy: "Set `allowedListeners.namespaces.from` of the Gateway to `Same`, to `All`, or to " +
      "`Selector` with a label of the namespace of the ListenerSet; or correct its `parentRef`.",
    links: ["https://gateway-api.sigs.k8s.io/guides/listener-set/"],
  },

  *check({ mesh }) {
    for (const on of mesh.list("ListenerSet")) {
      const { name = "", namespace = on.namespace } = on.spec.parentRef ?? {};
      const at = ["spec", "parentRef"];
      const gateway = mesh.get("KubernetesGateway", namespace, name);
      if (!gateway) {
        const names = mesh.list("KubernetesGateway", namespace).map((one) => one.name);
        const meant = nearest(name, names);
        // Manifests of one application may leave out the Gateway of another team.
        if (on.origin && meant === undefined) continue;
        yield {
          on,
          at: [...at, "name"],
          message: `There is no Gateway ${namespace}/${name}`,
          fix: meant === undefined
            ? undefined
            : replacement([...at, "name"], meant, `Attach to the Gateway "${meant}"`),
        };
      } else if (!isAdmitted(mesh, on, gateway)) {
        yield {
          on,
          at,
          message: `Gateway ${formatName(gateway)} does not admit ListenerSets of namespace ` +
            `${on.namespace}: see its allowedListeners`,
        };
      }
    }
  },
});

/** Whether a gateway admits a set; yes, where the labels of its namespace are not known. */
function isAdmitted(
  mesh: MeshView<"Namespace">,
  { namespace }: Resource<"ListenerSet">,
  gateway: Resource<"KubernetesGateway">,
): boolean {
  const { from = "None", selector } = gateway.spec.allowedListeners?.namespaces ?? {};
  if (from === "All") return true;
  if (from === "Same") return gateway.namespace === namespace;
  if (from !== "Selector") return false;
  const labels = mesh.get("Namespace", "", namespace)?.labels;
  return labels === undefined || matchesSelector(labels, selector);
}
