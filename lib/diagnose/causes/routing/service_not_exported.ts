import { exportedTo, exportTargets, fqdn } from "../../../mesh/mod.ts";
import { defineCause } from "../../cause.ts";
import { edit, resourceOf } from "../../case/objects.ts";
import { logged } from "../../case/signs.ts";

/** The Service or ServiceEntry is exported to other namespaces than the caller's. */
export const serviceNotExported = defineCause({
  id: "MM-C18",
  name: "service-not-exported",
  title: "The host is not exported to the caller's namespace",
  category: "configuration",
  severity: "high",
  explains: ["MM-C15", "MM-C14", "MM-R32", "MM-T01", "MM-C13", "MM-R01"],
  docs: {
    why:
      "exportTo, or the annotation networking.istio.io/exportTo of a Service, names the namespaces " +
      "whose proxies know the host. For all others it does not exist.",
    symptom:
      "NC, 502 or PassthroughCluster in the caller's access log; callers in other namespaces work.",
    remedy: "Add the caller's namespace to exportTo.",
    verify: "The caller's proxy has a cluster for the host.",
  },

  *consider(of) {
    const namespace = of.walk.proxy?.pod?.namespace;
    if (namespace === undefined) return;
    const { service } = of.destination;
    const hosts = new Set([
      ...(service ? [service.host] : []),
      ...of.walk.targets.flatMap(({ parsed, isDefined }) =>
        parsed && !isDefined ? [parsed.host] : []
      ),
    ]);
    for (const host of hosts) {
      const declared = of.mesh.services.declarations(host);
      const [hidden] = declared;
      if (!hidden || declared.some(({ exportTo }) => exportedTo(exportTo, namespace))) continue;
      const { resource, exportTo } = hidden;
      const path = resource.identifier === "Service"
        ? 'metadata.annotations["networking.istio.io/exportTo"]'
        : "spec.exportTo";
      const object = resourceOf(resource, path);
      yield {
        objects: [object],
        title:
          `${object.kind} ${object.namespace}/${object.name} is exported to ${
            exportTo.join(", ")
          } ` +
          `only, not to ${namespace}`,
        facts: [
          {
            weight: "proven",
            source: `${object.kind} ${object.namespace}/${object.name} ${path}`,
            detail: `${exportTo.join(", ")} does not include ${namespace}`,
          },
          ...logged(of, { side: "client", flags: ["NC", "NR", "UH"] }),
          ...logged(of, { side: "client", codes: [502], details: /direct_response/ }),
          ...logged(of, {
            side: "client",
            envoyCluster: /^(PassthroughCluster|BlackHoleCluster)$/,
          }),
        ],
        remedy: { title: `Export it to ${namespace}`, action: edit(object) },
      };
    }
    yield* hiddenRules(of, namespace);
  },
});

/** DestinationRules that would define the missing subset, were they exported to the caller. */
function* hiddenRules(
  of: Parameters<typeof serviceNotExported.consider>[0],
  namespace: string,
): ReturnType<typeof serviceNotExported.consider> extends Iterable<infer T> ? Iterable<T> : never {
  for (const { parsed, isDefined } of of.walk.targets) {
    if (isDefined || !parsed?.subset) continue;
    for (const dr of of.mesh.list("DestinationRule")) {
      const targets = exportTargets(dr.spec.exportTo, dr.namespace);
      if (
        exportedTo(targets, namespace) || fqdn(dr.spec.host ?? "", dr.namespace) !== parsed.host
      ) continue;
      if (!(dr.spec.subsets ?? []).some(({ name }) => name === parsed.subset)) continue;
      const object = resourceOf(dr, "spec.exportTo");
      yield {
        objects: [object],
        title:
          `DestinationRule ${dr.namespace}/${dr.name} defines subset ${parsed.subset} but is ` +
          `exported to ${targets.join(", ")} only, not to ${namespace}`,
        facts: [
          {
            weight: "proven",
            source: `DestinationRule ${dr.namespace}/${dr.name} spec.exportTo`,
            detail: `${targets.join(", ")} does not include ${namespace}`,
          },
          ...logged(of, { side: "client", flags: ["NC"] }),
        ],
        remedy: { title: `Export it to ${namespace}`, action: edit(object) },
      };
    }
  }
}
