import type { Remedy } from "../../cause.ts";
import { resourceOf } from "../../case/objects.ts";
import { appending, creating } from "../../case/cure.ts";
import { defineOperationCause } from "../../operation/case.ts";
import { hasProxy, type Mesh } from "../../../mesh/mod.ts";

/** No proxy writes an access log. */
export const accessLogOff = defineOperationCause({
  id: "MM-O01",
  name: "access-log-off",
  title: "No proxy writes an access log",
  category: "logs",
  severity: "info",
  docs: {
    why:
      "Without an access log nothing says which proxy answered a failing request, and why. It is off unless " +
      "meshConfig.accessLogFile, a default provider or a Telemetry turns it on.",
    symptom: "The logs of the proxies hold no requests.",
    remedy:
      "Turn it on for what is looked into, with a filter such as response.code >= 400, and off again after.",
    verify: "kubectl logs POD -c istio-proxy shows requests.",
    links: ["https://istio.io/latest/docs/tasks/observability/logs/access-log/"],
  },

  *consider({ mesh, survey }) {
    const { accessLogFile, defaultProviders } = mesh.config;
    const telemetries = mesh.list("Telemetry").filter(({ spec }) =>
      spec.accessLogging?.some(({ disabled }) => disabled !== true)
    );
    const isOn = accessLogFile || (defaultProviders?.accessLogging ?? []).length > 0 ||
      telemetries.length > 0;
    if (isOn || survey.edges.length > 0 || !mesh.list("Pod").some(hasProxy)) return;
    const config = mesh.get("ConfigMap", mesh.istioNamespace, "istio", mesh.home);
    // Without the settings nobody knows what they are.
    if (!config) return;
    yield {
      isSilent: true,
      objects: [resourceOf(config, "data.mesh")],
      title: "no proxy writes an access log",
      facts: [{
        weight: "proven",
        source: `ConfigMap ${config.namespace}/${config.name}`,
        detail: "neither accessLogFile nor a default provider is set, and no Telemetry turns it on",
      }],
      remedy: {
        title: "Log the requests that fail",
        ...loggingOf(mesh),
      },
    };
  },
});

/** What turns the log of failing requests on: in the Telemetry of the whole mesh, else in a new one. */
function loggingOf(mesh: Mesh): Pick<Remedy, "action" | "patch" | "fix"> {
  const { rootNamespace } = mesh.config;
  const item = {
    providers: [{ name: "envoy" }],
    filter: { expression: "response.code >= 400" },
  };
  const own = mesh.list("Telemetry", rootNamespace).find(({ spec: { selector, targetRefs } }) =>
    !selector && !targetRefs
  );
  if (own) return appending(own, "spec.accessLogging", { list: own.spec.accessLogging, item });
  return creating({
    apiVersion: "telemetry.istio.io/v1",
    kind: "Telemetry",
    metadata: { name: "access-log", namespace: rootNamespace },
    spec: { accessLogging: [item] },
  }, mesh.home);
}
