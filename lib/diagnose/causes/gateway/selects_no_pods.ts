import { formatLabels } from "../../../mesh/mod.ts";
import { defineCause } from "../../cause.ts";
import { podsOfGateway, serversForHost } from "../../case/gateways.ts";
import { edit, resourceOf } from "../../case/objects.ts";
import { logged } from "../../case/signs.ts";

/** The Gateway for the host selects no gateway pod, so nobody serves it. */
export const gatewaySelectsNoPods = defineCause({
  id: "MM-G02",
  name: "gateway-selects-no-pods",
  title: "The Gateway's selector matches no gateway pod",
  category: "configuration",
  severity: "critical",
  explains: ["MM-G01", "MM-G03"],
  provenByAbsenceOf: ["Pod"],
  docs: {
    why:
      "A Gateway configures the pods that have all labels of its selector. Where none has them, no " +
      "proxy opens its ports or serves its hosts.",
    symptom:
      "Connection refused, or 404 NR from a gateway that other Gateways opened on the same port.",
    remedy: "Correct spec.selector, such as istio: ingressgateway.",
    verify: "The gateway's listeners and routes show the host.",
  },

  *consider(of) {
    if (!of.caller.isExternal || of.walk.verdict === "forward") return;
    const servers = serversForHost(of);
    const gateways = [...new Set(servers.map(({ gateway }) => gateway))];
    if (gateways.length === 0 || gateways.some((g) => podsOfGateway(of, g).length > 0)) return;
    for (const gateway of gateways) {
      const object = resourceOf(gateway, "spec.selector");
      const wanted = formatLabels(gateway.spec.selector ?? {});
      const present = of.clients.map(({ pod }) => pod && formatLabels(pod.labels)).filter(Boolean);
      yield {
        objects: [object],
        title: `Gateway ${gateway.namespace}/${gateway.name} selects ${wanted}, which no pod has`,
        facts: [
          {
            weight: "proven",
            source: `Gateway ${gateway.namespace}/${gateway.name} spec.selector`,
            detail: `no pod has ${wanted}; gateway pods have ${present.join(" | ") || "none"}`,
          },
          ...logged(of, { side: "client", flags: ["NR"] }),
        ],
        remedy: { title: "Select the labels of the gateway's pods", action: edit(object) },
      };
    }
  },
});
