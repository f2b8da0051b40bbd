import { defineCause } from "../../cause.ts";
import { edit, resourceOf } from "../../case/objects.ts";
import { linesWith, logged } from "../../case/signs.ts";
import { tlsEdges, tlsModeOf } from "../../case/tls_edges.ts";
import { NOT_TLS } from "../../case/tls_modes.ts";

/** A DestinationRule starts TLS towards a server outside the mesh that does not expect it, or a second time. */
export const tlsOriginationMixedUp = defineCause({
  id: "MM-R27",
  name: "tls-origination-mixed-up",
  title: "TLS is started where the server does not expect it",
  category: "configuration",
  severity: "high",
  explains: ["MM-C52", "MM-C20", "MM-G16", "MM-C09"],
  docs: {
    why:
      "tls.mode SIMPLE or MUTUAL makes the proxy start TLS. A server that speaks plain text on that port " +
      "answers in plain text; an application that already speaks TLS gets it wrapped twice.",
    symptom: "503 UF with WRONG_VERSION_NUMBER at the caller's proxy.",
    remedy: "Remove the tls block, or send the traffic to the server's TLS port.",
    verify: "Requests pass.",
    links: ["https://istio.io/latest/docs/tasks/traffic-management/egress/egress-tls-origination/"],
  },

  *consider(of) {
    const sign = { flags: ["UF"], transport: NOT_TLS } as const;
    if (linesWith(of, sign).length === 0) return;
    const edge = tlsEdges(of).find(({ tls }) => tls.mode === "SIMPLE" || tls.mode === "MUTUAL");
    const [object] = edge ? tlsModeOf(edge.tls) : [];
    if (!edge || !object) return;
    const { parsed, tls } = edge;
    const service = of.mesh.services.declarations(parsed.host)[0]?.resource;
    yield {
      objects: [object, ...(service ? [resourceOf(service, "spec.ports")] : [])],
      title:
        `DestinationRule ${object.namespace}/${object.name} starts TLS (${tls.mode}) to port ` +
        `${parsed.port} of ${parsed.host}, which does not speak TLS there`,
      facts: [
        ...logged(of, sign),
        {
          weight: "proven",
          source: `DestinationRule ${object.namespace}/${object.name} ${object.path}`,
          detail: `tls.mode ${tls.mode}`,
        },
      ],
      remedy: { title: "Remove the tls block, or use the server's TLS port", action: edit(object) },
    };
  },
});
