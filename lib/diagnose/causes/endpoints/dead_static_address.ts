import type { Case } from "../../../connectivity/mod.ts";
import { endpointsOf, serviceOf } from "../../case/case_facts.ts";
import { defineCause } from "../../cause.ts";
import { edit, resourceOf } from "../../case/objects.ts";
import { linesWith, logged } from "../../case/signs.ts";

/** An endpoint that somebody wrote by hand belongs to no pod and does not answer. */
export const deadStaticAddress = defineCause({
  id: "MM-C56",
  name: "dead-static-address",
  title: "A hand-written endpoint address does not answer",
  category: "configuration",
  severity: "high",
  explains: ["MM-C52", "MM-C54", "MM-C46", "MM-C53", "MM-C05"],
  docs: {
    why:
      "Endpoints of a Service without selector, of a ServiceEntry or of a WorkloadEntry are written by " +
      "hand and never checked. A dead address takes its share of the requests with it.",
    symptom:
      "503 UF (connection refused or timeout) always to the same upstream host, which is no pod.",
    remedy: "Correct or remove the address.",
    verify: "No request goes to that address, or it answers.",
  },

  *consider(of) {
    const sign = { side: "client", flags: ["UF"] } as const;
    const dead = new Set(
      linesWith(of, sign).map(({ line }) => line.entry.upstreamHost).filter((address) =>
        address !== ""
      ),
    );
    const unowned = endpointsOf(of).filter(({ address, pod }) => !pod && dead.has(address));
    const addresses = unowned.length > 0
      ? unowned.map(({ address }) => address)
      : [...dead].filter((address) => !of.mesh.podAt(address.replace(/:\d+$/, "")));
    if (addresses.length === 0) return;
    const objects = addresses.flatMap((address) => writersOf(of, address.replace(/:\d+$/, "")));
    if (objects.length === 0) return;
    yield {
      objects: [...new Map(objects.map((o) => [`${o.kind}/${o.namespace}/${o.name}`, o])).values()],
      title: `${addresses.join(", ")} belongs to no pod and does not answer`,
      facts: logged(of, sign),
      remedy: { title: `Correct or remove ${addresses.join(", ")}`, action: edit(objects[0]!) },
    };
  },
});

/** The objects in which somebody wrote an address. */
function writersOf(of: Case, ip: string): ReturnType<typeof resourceOf>[] {
  const service = serviceOf(of);
  const entry = of.destination.service?.resource;
  return [
    ...of.mesh.list("EndpointSlice", service?.namespace ?? "").filter(({ labels, object }) =>
      labels["kubernetes.io/service-name"] === service?.name &&
      (object.endpoints ?? []).some(({ addresses, targetRef }) =>
        !targetRef && addresses?.includes(ip)
      )
    ).map((slice) => resourceOf(slice, "endpoints")),
    ...(entry?.identifier === "ServiceEntry" && entry.spec.endpoints?.some((e) => e.address === ip)
      ? [resourceOf(entry, "spec.endpoints")]
      : []),
    ...of.mesh.list("WorkloadEntry").filter(({ spec }) => spec.address === ip)
      .map((workload) => resourceOf(workload, "spec.address")),
    ...of.mesh.list("Endpoints", service?.namespace ?? "").filter(({ name, object }) =>
      name === service?.name &&
      (object.subsets ?? []).some(({ addresses }) =>
        addresses?.some((a) => a.ip === ip && !a.targetRef)
      )
    ).map((endpoints) => resourceOf(endpoints, "subsets")),
    ...(service ? [resourceOf(service)] : []),
  ];
}
