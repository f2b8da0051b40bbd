import { lastTargets } from "../../case/case_facts.ts";
import { defineCause } from "../../cause.ts";
import { edit, resourceOf } from "../../case/objects.ts";
import { logged } from "../../case/signs.ts";

/** A ServiceEntry's name does not resolve, so its cluster has no endpoints. */
export const nameNotResolved = defineCause({
  id: "MM-C39",
  name: "external-name-not-resolved",
  title: "The proxy cannot resolve the external name",
  category: "network",
  severity: "high",
  explains: ["MM-C01", "MM-C05"],
  docs: {
    why:
      "A ServiceEntry with resolution DNS makes the proxy itself look up the host. A name that does not " +
      "exist, or a DNS server that does not answer, leaves the cluster without endpoints.",
    symptom: "503 with flag DF or UH on the ServiceEntry's cluster, which has no hosts.",
    remedy: "Correct the host or its endpoints, or the cluster's DNS.",
    verify: "The proxy's cluster has endpoints.",
  },

  *consider(of) {
    for (const { name, parsed, envoyCluster, status } of lastTargets(of)) {
      const entry = parsed && of.mesh.services.declarations(parsed.host)[0]?.resource;
      if (entry?.identifier !== "ServiceEntry" || (status?.hosts.length ?? 0) > 0) continue;
      const looksUp = envoyCluster
        ? envoyCluster.type.endsWith("_DNS")
        : of.walk.isExpected && entry.spec.resolution?.startsWith("DNS");
      if (!looksUp) continue;
      const facts = logged(of, { side: "client", flags: ["DF", "UH"] });
      if (facts.length === 0 && of.exchanges.length > 0) continue;
      const names = (entry.spec.endpoints ?? []).flatMap(({ address }) => address ?? []);
      const path = names.length > 0 ? "spec.endpoints" : "spec.hosts";
      const object = resourceOf(entry, path);
      yield {
        objects: [object],
        title:
          `${(names.length > 0 ? names : entry.spec.hosts ?? []).join(", ")} of ServiceEntry ` +
          `${entry.namespace}/${entry.name} does not resolve`,
        facts: [
          ...facts,
          {
            weight: "proven",
            source: `${of.client?.folder}/clusters.json`,
            detail: `${name} has no hosts`,
          },
        ],
        remedy: { title: "Correct the name, or the DNS", action: edit(object) },
      };
    }
  },
});
