import { schemas } from "../../../mesh/mod.ts";
import { defineCause } from "../../cause.ts";
import { istiodDeployments } from "../../lifecycle/istiod.ts";
import { resourceOf } from "../../case/objects.ts";

const FAILED =
  /failed to (?:list|watch) \*?(?:\w+\.)*(\w+): (.*(?:forbidden|could not find the requested resource|no matches for kind).*)/i;

/** istiod may not, or cannot, read a kind of object, and acts as if there were none. */
export const kindNotRead = defineCause({
  id: "MM-X11",
  name: "istiod-cannot-read-kind",
  title: "istiod cannot read a kind of object",
  category: "control-plane",
  severity: "high",
  docs: {
    why:
      "istiod watches Kubernetes' and Istio's objects. Without the right to, or without the definition of a " +
      "kind, it goes on as if there were no such objects: routes, policies or endpoints are missing.",
    symptom:
      "istiod's log repeats: failed to list … forbidden, or could not find the requested resource.",
    remedy: "Install the base chart of istiod's version again: definitions, roles and bindings.",
    verify: "The lines stop, and istioctl proxy-config shows what the objects say.",
  },

  *consider(of) {
    const { log } = of.controlPlane;
    if (log === undefined) return;
    const lines = log.split("\n").filter((line) => FAILED.test(line));
    const byKind = Map.groupBy(lines, (line) => FAILED.exec(line)![1]!);
    for (const [kind, some] of byKind) {
      const schema = schemas.all().find((each) => each.kind === kind || each.plural === kind);
      if (!schema || of.mesh.list(schema.identifier).length === 0) continue;
      const [deployment] = istiodDeployments(of.mesh);
      yield {
        objects: [
          ...(deployment ? [resourceOf(deployment)] : []),
          {
            kind: "ClusterRole",
            namespace: "",
            name: `istiod-clusterrole-${of.mesh.istioNamespace}`,
          },
        ],
        title: `istiod cannot read ${schema.kind} objects, of which there are ${
          of.mesh.list(schema.identifier).length
        }`,
        facts: [{
          weight: some.length > 1 ? "proven" : "likely",
          source: "istiod/istiod.log",
          detail: `${some.length} × ${FAILED.exec(some.at(-1)!)![0].slice(0, 300)}`,
        }],
        remedy: { title: "Install the base chart again", action: "istioctl install" },
      };
    }
  },
});
