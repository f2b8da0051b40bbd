import { overlaps } from "../../../mesh/mod.ts";
import { defineCause } from "../../cause.ts";
import { edit, resourceOf } from "../../case/objects.ts";

/** A Gateway API Gateway for the host was not programmed. */
export const gatewayNotProgrammed = defineCause({
  id: "MM-G14",
  name: "gateway-not-programmed",
  title: "The Gateway is not programmed",
  category: "configuration",
  severity: "critical",
  explains: ["MM-G01", "MM-R18"],
  docs: {
    why:
      "A Gateway API Gateway works only after a controller has accepted it, made its deployment and " +
      "given it an address; the Programmed condition says so, per listener too.",
    symptom: "Connection refused; Programmed or Accepted is False with the reason.",
    remedy: "Install the GatewayClass, or cure what the condition's message says.",
    verify: "The Programmed condition turns True.",
  },

  *consider(of) {
    if (!of.caller.isExternal || of.walk.verdict === "forward") return;
    const asked = of.question.target.host;
    for (const gateway of of.mesh.list("KubernetesGateway")) {
      const listeners = (gateway.spec.listeners ?? []).filter(({ hostname }) =>
        hostname === undefined || overlaps(hostname, asked)
      );
      const names = new Set(listeners.map(({ name }) => name));
      const conditions = [
        ...gateway.status.conditions ?? [],
        ...(gateway.status.listeners ?? []).filter(({ name }) => names.has(name))
          .flatMap((listener) => listener.conditions ?? []),
      ];
      const bad = conditions.find(({ type, status, reason }) =>
        (type === "Programmed" || type === "Accepted" || type === "ResolvedRefs") &&
        // The API server writes Unknown and Pending, and a controller would replace it.
        (status === "False" || status === "Unknown" && reason === "Pending")
      );
      if (listeners.length === 0 || !bad) continue;
      // A catch-all listener serves many hosts: its trouble counts only where a route asks for this one.
      if (
        !of.mesh.list("HTTPRoute").some((route) =>
          (route.spec.parentRefs ?? []).some((p) => p.name === gateway.name) &&
          (route.spec.hostnames ?? ["*"]).some((h) => overlaps(h, asked))
        )
      ) continue;
      const { gatewayClassName = "" } = gateway.spec;
      const isUnhandled = bad.status === "Unknown";
      const object = resourceOf(gateway, isUnhandled ? "spec.gatewayClassName" : "spec.listeners");
      yield {
        objects: [
          object,
          ...(isUnhandled ? [{ kind: "GatewayClass", namespace: "", name: gatewayClassName }] : []),
        ],
        title: isUnhandled
          ? `no controller handles Gateway ${gateway.namespace}/${gateway.name} of class ` +
            gatewayClassName +
            (of.mesh.get("GatewayClass", "", gatewayClassName) ? "" : ", which is not there")
          : `Gateway ${gateway.namespace}/${gateway.name} is not programmed: ${bad.reason} ${
            bad.message ?? ""
          }`.trim(),
        facts: [{
          weight: "proven",
          source: `Gateway ${gateway.namespace}/${gateway.name} status`,
          detail: `${bad.type} is ${bad.status}: ${bad.reason} ${bad.message ?? ""}`.trim(),
        }],
        remedy: { title: "Cure what the condition says", action: edit(object) },
      };
    }
  },
});
