import { counted } from "../../core/mod.ts";
import type { Mesh, Resource } from "../../mesh/mod.ts";
import { defineCheck, trouble } from "../check.ts";

const CONTROLLER = /^istio\.io\//;
const TYPES = ["Accepted", "Programmed"];

/** Every Gateway of the Gateway API is programmed. */
export const gatewaysProgrammed = defineCheck({
  name: "gateways-programmed",
  stage: "Gateways",
  title: "Every Gateway of the Gateway API is accepted and programmed",
  after: ["istiod-ready"],
  inputs: ["KubernetesGateway", "GatewayClass"],
  waits: true,
  docs: {
    why:
      "It works only after istiod has accepted it, made its Deployment and given it an address; its " +
      "conditions say so.",
    remedy: "Cure what the condition's message says.",
    links: ["https://istio.io/latest/docs/tasks/traffic-management/ingress/gateway-api/"],
  },

  run({ mesh }) {
    const own = mesh.once(istiosGateways);
    if (own.length === 0) return { skip: "no Gateway of the Gateway API belongs to Istio" };
    return {
      saw: counted(own.length, "Gateway"),
      troubles: own.flatMap((gateway) =>
        (gateway.status.conditions ?? []).filter(({ type = "", status }) =>
          TYPES.includes(type) && status === "False"
        ).map(({ type, reason = "", message = "" }) =>
          trouble(
            type === "Accepted" ? "error" : "warning",
            gateway,
            `${type} is False: ${reason} ${message}`.trim(),
          )
        )
      ),
    };
  },
});

function istiosGateways(mesh: Mesh): readonly Resource<"KubernetesGateway">[] {
  const classes = new Set(
    mesh.list("GatewayClass").filter(({ spec }) => CONTROLLER.test(spec.controllerName ?? ""))
      .map(({ name }) => name),
  );
  return mesh.list("KubernetesGateway").filter(({ spec }) =>
    classes.has(spec.gatewayClassName ?? "")
  );
}
