import { formatLabels, matchesSelector } from "../../../mesh/mod.ts";
import { label, resourceOf } from "../../case/objects.ts";
import { logged } from "../../case/signs.ts";
import { defineCause } from "../../cause.ts";

/** istiod does not look at the namespace of the service, so no proxy knows the service. */
export const namespaceNotDiscovered = defineCause({
  id: "MM-C19",
  name: "namespace-not-discovered",
  title: "The service's namespace is left out by discoverySelectors",
  category: "configuration",
  severity: "high",
  explains: ["MM-C13", "MM-C14", "MM-C15", "MM-C17", "MM-C40", "MM-R01", "MM-R32", "MM-T01"],
  docs: {
    why:
      "With discoverySelectors istiod reads only namespaces whose labels one of them matches. For proxies " +
      "the services, pods and rules of all others do not exist.",
    symptom:
      "No proxy has a cluster for any service of the namespace; PassthroughCluster, 502 or NC in the log.",
    remedy: "Label the namespace so that a selector matches, or widen the selectors.",
    verify: "The caller's proxy has clusters for the services of the namespace.",
    links: ["https://istio.io/latest/blog/2021/discovery-selectors/"],
  },

  *consider(of) {
    const { discoverySelectors = [] } = of.mesh.config;
    const { service } = of.destination;
    const namespace = service && of.mesh.get("Namespace", "", service.namespace);
    if (discoverySelectors.length === 0 || !namespace) return;
    if (discoverySelectors.some((selector) => matchesSelector(namespace.labels, selector))) return;
    if (
      of.walk.targets.some(({ parsed, isDefined }) => isDefined && parsed?.host === service.host)
    ) {
      return;
    }
    const wanted = discoverySelectors.map(({ matchLabels = {}, matchExpressions = [] }) =>
      [
        formatLabels(matchLabels),
        ...matchExpressions.map(({ key, operator, values = [] }) =>
          `${key} ${operator} ${values.join(", ")}`
        ),
      ].filter((part) => part !== "").join(" and ")
    ).join(", or ");
    const object = resourceOf(namespace, "metadata.labels");
    yield {
      objects: [
        object,
        {
          kind: "ConfigMap",
          namespace: of.mesh.istioNamespace,
          name: "istio",
          path: "data.mesh",
        },
      ],
      title: `istiod does not look at ${label(object)}, where ${service.host} is`,
      facts: [
        {
          weight: "proven",
          source: `ConfigMap ${of.mesh.istioNamespace}/istio data.mesh discoverySelectors`,
          detail: `ask for ${wanted}; the namespace has ${
            formatLabels(namespace.labels) || "no labels"
          }`,
        },
        ...logged(of, { side: "client", flags: ["NC", "NR", "UH"] }),
        ...logged(of, { side: "client", codes: [502], details: /direct_response/ }),
        ...logged(of, { side: "client", envoyCluster: /^(PassthroughCluster|BlackHoleCluster)$/ }),
      ],
      remedy: {
        title: "Label the namespace so that a selector matches",
        action: `kubectl label namespace ${namespace.name} KEY=VALUE`,
      },
    };
  },
});
