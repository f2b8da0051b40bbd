import { counted } from "../../core/mod.ts";
import { defineCheck, trouble } from "../check.ts";

const GROUPS = /(?:^|\.)(?:istio\.io|gateway\.networking\.k8s\.io)$/;

/** The definitions of the mesh's kinds are in force. */
export const definitionsEstablished = defineCheck({
  name: "definitions-established",
  stage: "Resource definitions",
  title: "The definitions of Istio's and the Gateway API's kinds are in force",
  inputs: ["CustomResourceDefinition"],
  waits: true,
  docs: {
    why:
      "The API server serves a kind only when its definition is established and its names are accepted.",
    remedy: "Read the condition's message: often another definition has taken one of the names.",
  },

  run({ mesh }) {
    const own = mesh.list("CustomResourceDefinition").filter(({ spec }) =>
      GROUPS.test(spec.group ?? "")
    );
    if (own.length === 0) return { skip: "none is there" };
    const known = own.filter(({ status }) => (status.conditions ?? []).length > 0);
    return {
      saw: `${known.length} of ${counted(own.length, "definition")} tell their state`,
      troubles: known.flatMap((crd) =>
        (crd.status.conditions ?? []).filter(({ type, status }) =>
          (type === "Established" || type === "NamesAccepted") && status === "False"
        ).map(({ type, reason = "", message = "" }) =>
          trouble("error", crd, `${type} is False: ${reason} ${message}`.trim())
        )
      ),
      gaps: own.length === known.length
        ? []
        : [{ what: "status of CustomResourceDefinitions", reason: "not recorded" }],
    };
  },
});
