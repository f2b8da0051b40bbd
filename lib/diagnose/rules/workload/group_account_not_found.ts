import { nearest } from "../../../core/mod.ts";
import { replacement } from "../../analysis/fix.ts";
import { defineRule } from "../../analysis/rule.ts";
import { isComplete } from "../_completeness.ts";

/** The service account of a WorkloadGroup is there. */
export const groupAccountNotFound = defineRule({
  code: "MM1405",
  name: "workload-group-account-not-found",
  title: "WorkloadGroup names a service account that is not there",
  severity: "warning",
  since: "0.1.0",
  inputs: ["WorkloadGroup", "ServiceAccount"],
  equivalents: ["KIA1701"],
  mode: "default",
  docs: {
    why:
      "A VM joins the mesh with a token of its service account. Without the account nobody can " +
      "issue one, and the VM gets no certificate.",
    remedy: "Create the ServiceAccount in the namespace of the WorkloadGroup, or correct its name.",
    links: ["https://istio.io/latest/docs/setup/install/virtual-machine/"],
  },

  *check({ mesh }) {
    for (const on of mesh.list("WorkloadGroup")) {
      const { serviceAccount } = on.spec.template ?? {};
      if (!serviceAccount || serviceAccount === "default") continue;
      if (mesh.get("ServiceAccount", on.namespace, serviceAccount)) continue;
      if (!isComplete(mesh, "ServiceAccount", on, on.namespace)) continue;
      const names = mesh.list("ServiceAccount", on.namespace).map(({ name }) => name);
      const meant = nearest(serviceAccount, names);
      const at = ["spec", "template", "serviceAccount"];
      yield {
        on,
        at,
        message: `Namespace ${on.namespace} has no service account "${serviceAccount}"`,
        fix: meant === undefined ? undefined : replacement(at, meant, `Use "${meant}"`),
      };
    }
  },
});
