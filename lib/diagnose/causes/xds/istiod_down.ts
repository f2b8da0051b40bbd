import { defineCause } from "../../cause.ts";
import { podsOnTheWay } from "../../lifecycle/harm.ts";
import { istiodDeployments, istiodIsDown, istiodPods } from "../../lifecycle/istiod.ts";
import { disconnection, staleEndpoints } from "../../lifecycle/staleness.ts";
import { resourceOf } from "../../case/objects.ts";
import { isReady } from "../../../mesh/mod.ts";

/** No istiod runs: nothing new reaches the proxies. */
export const istiodDown = defineCause({
  id: "MM-X01",
  name: "istiod-down",
  title: "No istiod runs",
  category: "control-plane",
  severity: "critical",
  explains: [
    "MM-X02",
    "MM-X04",
    "MM-I05",
    "MM-I14",
    "MM-I16",
    "MM-T09",
    "MM-C01",
    "MM-C52",
    "MM-C56",
  ],
  docs: {
    why:
      "Without istiod the proxies keep their last configuration: new pods, services and routes are unknown " +
      "to them, pods that are gone stay endpoints, certificates are not renewed (they live 24 hours), and " +
      "new pods get no proxy.",
    symptom:
      "Deployment istiod has no ready pod; proxies log that the config stream was closed; requests go to " +
      "addresses that no pod has.",
    remedy: "Bring istiod up: its log and events say why it does not run.",
    verify: "istiod is ready, and istioctl proxy-status shows all proxies SYNCED.",
  },

  *consider(of) {
    const down = istiodIsDown(of.mesh);
    if (down.length === 0) return;
    const [deployment] = istiodDeployments(of.mesh);
    const [pod] = istiodPods(of.mesh);
    const stale = staleEndpoints(of);
    const waiting = podsOnTheWay(of).server.filter((each) => !isReady(each));
    const lost = [...of.clients, ...of.servers].flatMap(disconnection);
    yield {
      objects: [
        ...(deployment ? [resourceOf(deployment)] : []),
        ...istiodPods(of.mesh).map((each) => resourceOf(each)),
      ],
      title: "no istiod is ready: proxies keep old configuration" +
        (stale.length > 0 ? `, and ${stale[0]!.detail}` : ""),
      facts: [
        // That istiod is away explains a failure only where something old or missing shows on the way.
        ...(stale.length > 0 || waiting.length > 0 || of.exchanges.length === 0
          ? down
          : down.map((fact) => ({ ...fact, weight: "likely" as const }))),
        ...stale,
        ...lost,
      ],
      remedy: {
        title: "Bring istiod up",
        action: deployment
          ? `kubectl -n ${deployment.namespace} describe deployment ${deployment.name} && ` +
            `kubectl -n ${deployment.namespace} logs deployment/${deployment.name} --previous`
          : `kubectl -n ${of.mesh.istioNamespace} describe pod ${pod?.name ?? ""}`,
      },
    };
  },
});
