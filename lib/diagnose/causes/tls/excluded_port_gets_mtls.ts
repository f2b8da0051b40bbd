import { endpointsOf } from "../../case/case_facts.ts";
import { defineCause } from "../../cause.ts";
import { resourceOf, workloadsOf } from "../../case/objects.ts";
import { logged } from "../../case/signs.ts";

const EXCLUDE = "traffic.sidecar.istio.io/excludeInboundPorts";
const INCLUDE = "traffic.sidecar.istio.io/includeInboundPorts";

/** The server's proxy does not capture the port, while callers see that the pod takes mTLS. */
export const excludedPortGetsMtls = defineCause({
  id: "MM-T04",
  name: "excluded-port-gets-mtls",
  title: "Callers use mTLS to a port that the server's proxy does not capture",
  category: "security",
  severity: "high",
  explains: ["MM-C52", "MM-C20", "MM-C09"],
  docs: {
    why:
      "excludeInboundPorts takes a port away from the proxy, but the pod still announces mTLS for all " +
      "its ports. Callers send TLS, and the application gets the handshake.",
    symptom:
      "503 UF with WRONG_VERSION_NUMBER, or UC, on that port alone; the server's proxy logs nothing.",
    remedy: "Set tls.mode DISABLE for the port in a DestinationRule, or remove the annotation.",
    verify: "Requests pass.",
  },

  *consider(of) {
    for (const { pod, port, isTls } of endpointsOf(of)) {
      if (!pod || !isTls) continue;
      const excluded = (pod.annotations[EXCLUDE] ?? "").split(",").map((p) => p.trim());
      const included = pod.annotations[INCLUDE];
      const isOut = excluded.includes(String(port)) ||
        included !== undefined && included !== "*" &&
          !included.split(",").map((p) => p.trim()).includes(String(port));
      if (!isOut) continue;
      const annotation = excluded.includes(String(port)) ? EXCLUDE : INCLUDE;
      yield {
        objects: [
          ...workloadsOf(of.mesh, [pod]).map((w) => ({
            ...w,
            path: `spec.template.metadata.annotations["${annotation}"]`,
          })),
          resourceOf(pod, `metadata.annotations["${annotation}"]`),
          ...(of.destination.service ? [resourceOf(of.destination.service.resource)] : []),
        ],
        title:
          `port ${port} of ${pod.namespace}/${pod.name} is taken from its proxy, but callers use mTLS`,
        facts: [
          {
            weight: "proven",
            source: `Pod ${pod.namespace}/${pod.name} ${annotation}`,
            detail: `${pod.annotations[annotation]}; the caller's proxy speaks mTLS to ${port}`,
          },
          ...logged(of, { side: "client", flags: ["UF", "UC"] }),
        ],
        remedy: {
          title: `Turn mTLS off for port ${port} in a DestinationRule, or remove the annotation`,
        },
      };
      return;
    }
  },
});
