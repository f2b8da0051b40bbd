import { INJECTED_CONTAINERS, PROXY_USER } from "../../../mesh/mod.ts";
import { defineCause } from "../../cause.ts";
import { resourceOf, workloadsOf } from "../../case/objects.ts";
import { logged } from "../../case/signs.ts";

/** The application runs with the proxy's user id, so that none of its traffic is captured. */
export const runsAsProxyUser = defineCause({
  id: "MM-C43",
  name: "application-runs-as-proxy-user",
  title: "The application runs with the proxy's user id",
  category: "configuration",
  severity: "high",
  explains: ["MM-I18", "MM-T01", "MM-A04", "MM-C42"],
  docs: {
    why:
      "What user 1337 sends is taken for the proxy's own traffic and is never captured. An application " +
      "with that id bypasses its sidecar: plain text, no routes, no policies.",
    symptom: "The caller's proxy logs no request; STRICT servers log NR filter_chain_not_found.",
    remedy: "Run the application with another user id.",
    verify: "The caller's proxy logs the requests.",
  },

  *consider(of) {
    const [pod] = of.caller.pods;
    if (!pod || of.caller.dataPlane !== "sidecar" || of.exchanges.some(({ client }) => client)) {
      return;
    }
    const own = (pod.spec.containers ?? []).filter(({ name }) =>
      !INJECTED_CONTAINERS.has(name ?? "")
    );
    const fallback = pod.spec.securityContext?.runAsUser;
    const bad = own.find(({ securityContext }) =>
      (securityContext?.runAsUser ?? fallback) === PROXY_USER
    );
    if (!bad) return;
    const path = "spec.template.spec.containers[].securityContext.runAsUser";
    yield {
      isSilent: true,
      objects: [...workloadsOf(of.mesh, [pod]).map((w) => ({ ...w, path })), resourceOf(pod)],
      title:
        `container ${bad.name} of ${of.caller.label} runs as user ${PROXY_USER} and bypasses its proxy`,
      facts: [
        {
          weight: "proven",
          source: `Pod ${pod.namespace}/${pod.name}`,
          detail: `runAsUser ${PROXY_USER}; the proxy logged no request`,
        },
        ...logged(of, { side: "server", details: /filter_chain_not_found/ }),
      ],
      remedy: { title: "Run the application with another user id" },
    };
  },
});
