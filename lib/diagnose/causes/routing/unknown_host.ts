import { nearest } from "../../../core/mod.ts";
import { parseServiceHost } from "../../../mesh/mod.ts";
import { isIp } from "../../../connectivity/mod.ts";
import { gapOfKind } from "../../analysis/gap_of_kind.ts";
import { defineCause } from "../../cause.ts";
import { logged, unresolved } from "../../case/signs.ts";
import { resourceOf } from "../../case/objects.ts";

/** The caller asks for a name of the cluster that no Service has. */
export const unknownHost = defineCause({
  id: "MM-C40",
  name: "unknown-host",
  title: "No Service has the name that the caller asks for",
  category: "configuration",
  severity: "high",
  explains: ["MM-C15", "MM-C14", "MM-C58"],
  provenByAbsenceOf: ["Service", "ServiceEntry"],
  docs: {
    why:
      "A name of the cluster resolves only where a Service of that name and namespace exists. Otherwise " +
      "the application's name lookup fails before any proxy sees a request.",
    symptom: "Name resolution fails in the application; no line in any access log.",
    remedy: "Correct the name, or create the Service.",
    verify: "The name resolves.",
  },

  *consider(of) {
    const { host } = of.question.target;
    if (of.caller.isExternal || of.destination.service || isIp(host)) return;
    if (gapOfKind(of.mesh.gaps, "Service")) return;
    const [name = "", namespace] = host.split(".");
    const own = parseServiceHost(host) ?? { name, namespace: namespace ?? of.caller.namespace };
    const isClusterName = parseServiceHost(host) !== undefined || !host.includes(".") ||
      host.split(".").length === 2 && of.mesh.get("Namespace", "", own.namespace) !== undefined ||
      host.endsWith(".svc");
    if (!isClusterName) return;
    const here = of.mesh.list("Service", own.namespace).map((s) => s.name);
    const elsewhere = of.mesh.list("Service").filter((s) => s.name === own.name);
    const likely = elsewhere[0] ??
      of.mesh.get("Service", own.namespace, nearest(own.name, here) ?? "");
    yield {
      objects: likely ? [resourceOf(likely)] : [{ kind: "Service", ...own }],
      title: `there is no Service ${own.namespace}/${own.name}` +
        (likely ? `; the nearest is ${likely.namespace}/${likely.name}` : ""),
      facts: [
        {
          weight: "proven",
          source: `Services of ${own.namespace}`,
          detail: here.length === 0 ? "there are none" : here.sort().join(", "),
        },
        ...logged(of, { side: "client", codes: [404, 502] }),
        ...unresolved(of),
      ],
      remedy: {
        title: likely
          ? `Ask for ${likely.name}.${likely.namespace}`
          : `Create Service ${own.namespace}/${own.name}`,
      },
    };
  },
});
