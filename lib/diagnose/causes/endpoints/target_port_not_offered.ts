import { containerPortNamed } from "../../../connectivity/mod.ts";
import type { Resource } from "../../../mesh/mod.ts";
import { lastTargets, serviceOf } from "../../case/case_facts.ts";
import { changing } from "../../case/cure.ts";
import { resourceOf, workloadsOf } from "../../case/objects.ts";
import { linesWith, logged } from "../../case/signs.ts";
import { defineCause } from "../../cause.ts";

/** The Service's targetPort is a name or number that the pods do not offer. */
export const targetPortNotOffered = defineCause({
  id: "MM-C03",
  name: "target-port-not-offered",
  title: "The Service's targetPort is not a port of the pods",
  category: "configuration",
  severity: "critical",
  explains: ["MM-C52", "MM-C01", "MM-C04"],
  docs: {
    why:
      "A Service sends requests to its targetPort. A name that no container has gives no endpoint at " +
      "all; a number on which nothing listens gives refused connections.",
    symptom:
      "Named port: 503 UH at the caller. Number: 503 UF with connection refused (111) at the " +
      "server's proxy, and 503 via_upstream at the caller's.",
    remedy: "Set targetPort to the port on which the application listens.",
    verify: "Requests reach the application.",
  },

  *consider(of) {
    const service = serviceOf(of);
    if (!service) return;
    const asked = lastTargets(of)[0]?.parsed?.port ?? of.destination.port;
    const index = (service.spec.ports ?? []).findIndex(({ port }) => port === asked);
    const port = service.spec.ports?.[index];
    if (!port) return;
    const target = port.targetPort || port.port || 0;
    const pods = of.mesh.select("Pod", service.spec.selector ?? {}, service.namespace)
      .filter(({ cluster }) => cluster === service.cluster);
    if (pods.length === 0 || pods.some((pod) => offers(pod, target))) return;
    const refused = linesWith(of, { transport: /111|refused/i, flags: ["UF"] });
    const isName = typeof target === "string";
    // A number that no container declares may still be listened on: requests must show that it is not.
    if (!isName && refused.length === 0) return;
    const offered = [...new Set(pods.flatMap(portsOf))];
    const { namespace, name } = service;
    yield {
      objects: [
        resourceOf(service, `spec.ports[${index}].targetPort`),
        ...workloadsOf(of.mesh, pods),
      ],
      title:
        `Service ${namespace}/${name} sends port ${asked} to targetPort ${target}, which its pods ` +
        `do not offer${offered.length > 0 ? ` (they offer ${offered.join(", ")})` : ""}`,
      facts: [
        {
          weight: "proven",
          source: `Service ${namespace}/${name} spec.ports[${index}].targetPort`,
          detail: `${target} is none of the pods' container ports ${offered.join(", ")}`,
        },
        ...logged(of, { flags: ["UF"], transport: /111|refused/i }),
        ...(isName ? logged(of, { side: "client", flags: ["UH"] }) : []),
      ],
      remedy: {
        title: `Set targetPort to ${offered[0] ?? "the port on which the application listens"}`,
        ...(offered[0] === undefined ? {} : changing(service, [{
          op: "replace",
          path: `/spec/ports/${index}/targetPort`,
          value: offered[0],
        }])),
      },
    };
  },
});

function offers(pod: Resource<"Pod">, target: number | string): boolean {
  if (typeof target === "string") return containerPortNamed(pod, target) !== undefined;
  const ports = portsOf(pod);
  // Declaring ports is optional: a pod that declares none may offer any.
  return ports.length === 0 || ports.includes(target);
}

function portsOf({ spec: { containers = [] } }: Resource<"Pod">): number[] {
  return containers.filter(({ name }) => name !== "istio-proxy")
    .flatMap(({ ports = [] }) => ports.flatMap(({ containerPort }) => containerPort ?? []));
}
