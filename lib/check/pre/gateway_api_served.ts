import { counted } from "../../core/mod.ts";
import { defineCheck, trouble } from "../check.ts";

const GROUP = "gateway.networking.k8s.io";
/** Kinds that istiod reads in version v1. */
const NEEDED: ReadonlySet<string> = new Set([
  "Gateway",
  "GatewayClass",
  "GRPCRoute",
  "HTTPRoute",
]);

/** The Gateway API is served in the version that istiod reads. */
export const gatewayApiServed = defineCheck({
  name: "gateway-api-served",
  stage: "Resource definitions",
  title: "The Gateway API, where it is there, is served in version v1",
  inputs: ["CustomResourceDefinition"],
  docs: {
    why: "istiod reads version v1 of its kinds; what is served in older versions only is not seen.",
    remedy: "Install a release of the Gateway API definitions from 1.1 on.",
    links: ["https://gateway-api.sigs.k8s.io/guides/#installing-gateway-api"],
  },

  run({ mesh }) {
    const own = mesh.list("CustomResourceDefinition").filter(({ spec }) =>
      spec.group === GROUP && NEEDED.has(spec.names?.kind ?? "")
    );
    if (own.length === 0) return { skip: "it is not installed" };
    return {
      saw: counted(own.length, "kind"),
      troubles: own.flatMap((crd) => {
        const served = (crd.spec.versions ?? []).filter((version) => version.served)
          .map(({ name }) => name);
        return served.includes("v1") ? [] : [
          trouble("warning", crd, `it serves ${served.join(", ") || "nothing"}`, "spec.versions"),
        ];
      }),
    };
  },
});
