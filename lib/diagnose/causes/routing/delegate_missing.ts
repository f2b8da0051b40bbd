import { fqdn, overlaps } from "../../../mesh/mod.ts";
import { defineCause } from "../../cause.ts";
import { edit, resourceOf } from "../../case/objects.ts";
import { logged } from "../../case/signs.ts";

/** A VirtualService hands requests to a delegate that is not there, or that cannot be one. */
export const delegateMissing = defineCause({
  id: "MM-R17",
  name: "delegate-missing",
  title: "A delegate VirtualService is missing or is none",
  category: "configuration",
  severity: "high",
  explains: ["MM-R13", "MM-G01", "MM-R05"],
  docs: {
    why:
      "delegate names a VirtualService without hosts and gateways, whose routes take the rule's place. " +
      "Where it does not exist, or has hosts of its own, the rule has no routes.",
    symptom: "404 NR for the requests of that rule.",
    remedy: "Create the delegate, without hosts and gateways.",
    verify: "The route table has the delegate's routes.",
  },

  *consider(of) {
    if (of.walk.verdict === "forward") return;
    const { host } = of.destination;
    const asked = of.question.target.host;
    for (const vs of of.mesh.list("VirtualService")) {
      const isFor = (vs.spec.hosts ?? []).some((h) =>
        overlaps(fqdn(h, vs.namespace), host) || overlaps(h, asked)
      );
      if (!isFor) continue;
      for (const [i, { delegate }] of (vs.spec.http ?? []).entries()) {
        if (!delegate?.name) continue;
        const namespace = delegate.namespace ?? vs.namespace;
        const found = of.mesh.get("VirtualService", namespace, delegate.name);
        if (found && (found.spec.hosts ?? []).length === 0) continue;
        const object = resourceOf(vs, `spec.http[${i}].delegate`);
        const name = `${namespace}/${delegate.name}`;
        yield {
          objects: [object, ...(found ? [resourceOf(found, "spec.hosts")] : [])],
          title: `VirtualService ${vs.namespace}/${vs.name} delegates to ${name}, which ${
            found ? "has hosts of its own" : "does not exist"
          }`,
          facts: [
            {
              weight: "proven",
              source: `VirtualService ${vs.namespace}/${vs.name} spec.http[${i}].delegate`,
              detail: found
                ? `${name} has hosts ${found.spec.hosts?.join(", ")}`
                : `no VirtualService ${name}`,
            },
            ...logged(of, { side: "client", flags: ["NR"] }),
          ],
          remedy: {
            title: found ? `Remove the hosts of ${name}` : `Create ${name}`,
            action: edit(object),
          },
        };
      }
    }
  },
});
