import { sidecarScopeOf } from "../../../mesh/mod.ts";
import { appending } from "../../case/cure.ts";
import { edit, resourceOf } from "../../case/objects.ts";
import { logged } from "../../case/signs.ts";
import { defineCause } from "../../cause.ts";

/** The caller's Sidecar does not list the host, so its proxy does not know it. */
export const sidecarHidesHost = defineCause({
  id: "MM-C17",
  name: "sidecar-hides-host",
  title: "The caller's Sidecar does not include the host",
  category: "configuration",
  severity: "high",
  explains: ["MM-C15", "MM-C14", "MM-R32", "MM-T01", "MM-C13"],
  docs: {
    why:
      "A Sidecar's egress.hosts limits what the proxies of its namespace or workload know. A host that " +
      "it leaves out is unknown to them: requests go to the passthrough or the black hole, without mTLS.",
    symptom:
      "502 or PassthroughCluster in the caller's access log although the Service exists; other " +
      "namespaces reach it.",
    remedy: "Add NAMESPACE/HOST to the Sidecar's egress hosts.",
    verify: "The caller's proxy has a cluster for the host.",
    links: ["https://istio.io/latest/docs/reference/config/networking/sidecar/"],
  },

  *consider(of) {
    const { service, port } = of.destination;
    const client = of.walk.proxy;
    if (!service || !client?.pod) return;
    if (
      of.walk.targets.some(({ parsed, isDefined }) => parsed?.host === service.host && isDefined)
    ) {
      return;
    }
    const { sidecar, visibilityOf } = sidecarScopeOf(of.mesh, client.pod);
    if (!sidecar || visibilityOf(service, port).reason !== "not listed") return;
    const index = (sidecar.spec.egress ?? []).length - 1;
    const object = resourceOf(sidecar, "spec.egress");
    const host = `${service.namespace}/${service.host}`;
    yield {
      objects: [object],
      title:
        `Sidecar ${sidecar.namespace}/${sidecar.name} hides ${service.host} from ${of.caller.label}`,
      facts: [
        {
          weight: "proven",
          source: `Sidecar ${sidecar.namespace}/${sidecar.name} spec.egress`,
          detail: `none of ${
            (sidecar.spec.egress ?? []).flatMap(({ hosts = [] }) => hosts).join(", ") || "no hosts"
          } includes ${host}`,
        },
        ...logged(of, { side: "client", codes: [502], details: /direct_response/ }),
        ...logged(of, { side: "client", flags: ["NC", "NR", "UH"] }),
        ...logged(of, { side: "client", envoyCluster: /^(PassthroughCluster|BlackHoleCluster)$/ }),
      ],
      remedy: {
        title: `Add ${host} to the Sidecar`,
        ...(index < 0
          ? { action: edit(object) }
          : appending(sidecar, `spec.egress[${index}].hosts`, {
            list: sidecar.spec.egress?.[index]?.hosts,
            item: host,
          })),
      },
    };
  },
});
