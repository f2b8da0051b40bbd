import type { Case, ProxyObservation } from "../../../connectivity/mod.ts";
import type { Resource } from "../../../mesh/mod.ts";
import { defineCause, type Fact } from "../../cause.ts";
import { envoyFiltersFor } from "../../case/envoy_filters.ts";
import { edit, label, resourceOf } from "../../case/objects.ts";
import { linesWith } from "../../case/signs.ts";

/** A proxy on the way rejected its newest configuration and runs an older one. */
export const configurationRejected = defineCause({
  id: "MM-X03",
  name: "configuration-rejected",
  title: "A proxy rejected its configuration",
  category: "control-plane",
  severity: "critical",
  explains: ["MM-T01", "MM-C13", "MM-C17", "MM-C15", "MM-R03", "MM-X04", "MM-C14"],
  docs: {
    why:
      "Envoy takes an update whole or not at all. When istiod pushes something that it cannot accept, " +
      "mostly by an EnvoyFilter, the proxy keeps its old configuration: new ports, routes and endpoints " +
      "do not exist for it.",
    symptom:
      "istiod's syncz shows a rejection; the proxy's log says config rejected; changes do not act.",
    remedy: "Correct or remove the object that the rejection points to.",
    verify: "istioctl proxy-status shows SYNCED, and the rejection is gone.",
  },

  *consider(of) {
    for (const proxy of proxiesOf(of)) {
      const facts = rejectionsOf(of, proxy);
      if (facts.length === 0 || !proxy.pod) continue;
      const filters = envoyFiltersFor(of.mesh, proxy.pod);
      const text = facts.map(({ detail }) => detail).join("\n");
      const objects = filters.toSorted((a, b) =>
        mentions(b, text) - mentions(a, text) || newer(a, b)
      )
        .map((filter) => resourceOf(filter, "spec.configPatches"));
      const [first] = objects;
      const failures = of.exchanges.filter(({ isFailure }) => isFailure);
      yield {
        objects: [...objects, resourceOf(proxy.pod)],
        title:
          `proxy ${proxy.id} rejected its configuration${
            first ? `, made by ${label(first)}` : ""
          }, ` +
          "and runs an older one",
        // What the request does not need may be missing without harm to it.
        facts: isOnPath(of, proxy)
          ? facts.map((fact) => ({ ...fact, explains: failures }))
          : facts.map((fact) => ({ ...fact, weight: "likely" })),
        remedy: {
          title: first
            ? `Correct or remove ${label(first)}`
            : "Correct the object that istiod names",
          ...(first ? { action: edit(first) } : {}),
        },
      };
    }
  },
});

function proxiesOf(of: Case): ProxyObservation[] {
  return [...new Set([...(of.client ? [of.client] : []), ...of.servers])];
}

function rejectionsOf(of: Case, proxy: ProxyObservation): Fact[] {
  const facts: Fact[] = [];
  for (const [type, { rejection }] of of.controlPlane.sync?.get(proxy.id)?.types ?? []) {
    if (rejection === "") continue;
    facts.push({
      weight: "decisive",
      source: "istiod/debug/syncz.json",
      detail: `${type}: ${brief(rejection)}`,
    });
  }
  const entries = [
    ...proxy.dump?.listeners ?? [],
    ...proxy.dump?.clusters ?? [],
    ...proxy.dump?.routes ?? [],
  ];
  const rejected = entries.filter((entry) => entry.rejection !== undefined);
  if (rejected[0]?.rejection) {
    facts.push({
      weight: "decisive",
      source: `${proxy.folder}/config_dump.json`,
      detail: `error_state of ${rejected.map(({ name }) => name).slice(0, 3).join(", ")}: ` +
        brief(rejected[0].rejection.details),
    });
  }
  return facts;
}

function brief(text: string): string {
  const [line = ""] = text.split("\n");
  return line.length > 300 ? `${line.slice(0, 300)}…` : line;
}

/** Whether what the proxy lacks is why requests fail: it took them the wrong way, or not at all. */
function isOnPath(of: Case, proxy: ProxyObservation): boolean {
  const { verdict } = of.walk;
  if (proxy === of.client && verdict !== "forward") return true;
  const side = proxy === of.client ? "client" : "server";
  return linesWith(of, { side, flags: ["NC", "NR"] }).length > 0;
}

/** How many of the longer words of a filter's patches the rejection repeats. */
function mentions({ spec }: Resource<"EnvoyFilter">, text: string): number {
  const words = new Set(JSON.stringify(spec.configPatches ?? []).match(/[\w.]{6,}/g) ?? []);
  return [...words].filter((word) => text.includes(word)).length;
}

function newer(a: Resource, b: Resource): number {
  const [x, y] = [a, b].map(({ object }) => String(object.metadata.creationTimestamp ?? ""));
  return x! < y! ? 1 : x! > y! ? -1 : 0;
}
