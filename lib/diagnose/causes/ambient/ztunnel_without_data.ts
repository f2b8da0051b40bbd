import type { Case, ProxyObservation } from "../../../connectivity/mod.ts";
import { isZtunnel } from "../../../mesh/mod.ts";
import { resourceOf } from "../../case/objects.ts";
import { linesWith, logged } from "../../case/signs.ts";
import { defineCause } from "../../cause.ts";

const UNKNOWN =
  /unknown (?:source|destination|waypoint|network gateway)|no service for target address|no service or workload for hostname|failed to fetch information about local workload|workload not found/;

/** A ztunnel does not know a workload, a Service or a waypoint that the mesh has. */
export const ztunnelWithoutData = defineCause({
  id: "MM-Z15",
  name: "ztunnel-without-data",
  title: "A ztunnel does not know what the connection is about",
  category: "control-plane",
  severity: "high",
  docs: {
    why:
      "ztunnel learns workloads, Services and waypoints from istiod. What it has not been told of it cannot " +
      "carry: it is cut off from istiod, or istiod does not watch the namespace or the cluster.",
    symptom:
      "ztunnel logs unknown source, unknown destination, unknown waypoint, or no service for target.",
    remedy:
      "Look at the ztunnel's connection to istiod (port 15012), at istiod, and at discoverySelectors.",
    verify: "istioctl ztunnel-config workloads lists both ends.",
    links: ["https://istio.io/latest/docs/ambient/usage/troubleshoot-ztunnel/"],
  },

  *consider(of) {
    const found = linesWith(of, { transport: UNKNOWN });
    const lacking = ignorant(of);
    if (found.length + lacking.length === 0) return;
    const ztunnels = [
      ...new Set(
        [...found.map(({ line }) => line.proxy), ...lacking].flatMap(({ pod }) => pod ?? []),
      ),
    ];
    const daemonSet = of.mesh.list("DaemonSet").find(isZtunnel);
    const apart = found.flatMap(({ line: { proxy } }) =>
      (proxy.log?.messages ?? []).filter(({ text }) =>
        /XDS client (?:connection )?error/.test(text)
      )
        .slice(-1).map(({ text }) => ({ proxy, text }))
    ).slice(0, 1);
    const [first] = found;
    const what = first
      ? UNKNOWN.exec(first.line.entry.transportFailure)![0]
      : "istiod has not told it of the Service";
    yield {
      objects: [
        ...ztunnels.map((pod) => resourceOf(pod)),
        ...(daemonSet ? [resourceOf(daemonSet)] : []),
        { kind: "Deployment", namespace: of.mesh.istioNamespace, name: "istiod" },
      ],
      title:
        `ztunnel ${ztunnels[0]?.name ?? ""} does not carry connections of ${of.caller.label} to ` +
        `${of.destination.host}: ${what}`,
      facts: [
        ...logged(of, { transport: UNKNOWN }),
        ...lacking.map(({ folder }) => ({
          weight: "proven" as const,
          source: `${folder}/config_dump.json`,
          detail: `${of.destination.host} is not among the Services that it knows`,
        })),
        ...apart.map(({ proxy, text }) => ({
          weight: "likely" as const,
          source: `${proxy.folder}/access.log`,
          detail: text.slice(0, 300),
        })),
      ],
      remedy: {
        title: "See whether that ztunnel is connected to istiod",
        action: `istioctl ztunnel-config workloads ${
          ztunnels[0] ? `${ztunnels[0].name}.${ztunnels[0].namespace}` : ""
        }`.trim(),
      },
    };
  },
});

/** The ztunnels of the caller that know Services, and not the one that is asked for. */
function ignorant({ clients, destination: { service } }: Case): ProxyObservation[] {
  if (service?.resource.identifier !== "Service" || service.resource.spec.type === "ExternalName") {
    return [];
  }
  return clients.filter(({ ztunnel }) =>
    ztunnel !== undefined && ztunnel.services.size > 0 && !ztunnel.services.has(service.host)
  );
}
