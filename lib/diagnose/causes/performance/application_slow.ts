import { definePerformanceCause } from "../../performance/cause.ts";
import { timed } from "../../performance/facts.ts";
import { byWorkload, type Place, podOf } from "../../performance/places.ts";
import { slowInstances, type SlowPlace, slowPlaces } from "../../performance/slow_places.ts";
import { ownMs, quantile, slowIn } from "../../performance/slowness.ts";
import {
  measuredFact,
  measuredObjects,
  slowWorkloads,
} from "../../performance/measured_slowness.ts";
import { cpuShortage, memoryShortage } from "../../performance/usage.ts";
import type { PerformanceCase } from "../../performance/case.ts";
import type { Timing } from "../../../traffic/mod.ts";
import type { Fact, Hypothesis } from "../../cause.ts";
import { label, resourceOf, workloadsOf } from "../../case/objects.ts";

/** The application itself takes long; the mesh adds nothing to it. */
export const applicationSlow = definePerformanceCause({
  id: "MM-P02",
  name: "application-slow",
  title: "The application itself is slow",
  category: "application",
  severity: "medium",
  docs: {
    why:
      "The time passes between the moment when the server's proxy hands the request to the application and " +
      "the moment when the application answers. No proxy and no setting of the mesh takes part in it.",
    symptom:
      "At the server's proxy DURATION is about X-ENVOY-UPSTREAM-SERVICE-TIME, and that is about what the " +
      "caller's proxy sees.",
    remedy:
      "Look into the application, its limits and what it calls outside the mesh. Until it is faster, send " +
      "less or no traffic to the slow version.",
    verify: "p99 of the server's own time falls.",
  },

  *consider(of) {
    for (const place of slowPlaces(byWorkload(of))) {
      if (slowInstances(of.mesh, place).length > 0) continue;
      yield {
        objects: [
          place.object,
          ...place.pods.map((pod) => resourceOf(pod)),
          ...of.services.map(({ resource }) => resourceOf(resource)),
        ],
        title: titleOf(place),
        facts: [...factsOf(place), ...usageFacts(of, place)],
        remedy: remedyOf(of, place),
      };
    }
    yield* outside(of);
    for (const { at, ms, faster } of slowWorkloads(of)) {
      const others = faster.map(({ workload }) => workload).join(" and ");
      const objects = measuredObjects(of, at.workload);
      yield {
        isSilent: true,
        objects,
        title: `${at.workload || of.label} takes ${Math.round(ms)} ms by the metrics${
          others ? `, ${others} much less` : ""
        }`,
        facts: [
          measuredFact(at, `at ${at.workload || of.label}`),
          ...faster.map((other) => measuredFact(other, `at ${other.workload}`)),
        ],
        remedy: { title: `Make ${at.workload || of.label} faster, or route away from it` },
      };
    }
  },
});

/** What answers is none of the mesh's pods: a service outside, or behind an address that nobody knows. */
function* outside(of: PerformanceCase): Generator<Hypothesis> {
  const answered = of.timings.filter((timing) =>
    podOf(of.mesh, timing) === undefined && timing.exchange.client?.entry.upstreamHost
  );
  const slow = slowIn(answered, ownMs);
  if (slow.length === 0) return;
  const pods = [...new Set(slow.flatMap(({ exchange }) => exchange.client?.proxy.pod ?? []))];
  yield {
    objects: [
      ...of.services.map(({ resource }) => resourceOf(resource)),
      ...workloadsOf(of.mesh, pods),
    ],
    title: `${of.label} takes ${median(slow)} for ${
      often(slow, answered)
    }, at an address of no pod`,
    facts: timed(slow, {
      weight: "proven",
      what: "behind the caller's proxy",
      msOf: ownMs,
      side: "client",
    }),
    remedy: { title: `Ask who runs ${of.label}; until then give the call a timeout` },
  };
}

function often(slow: readonly Timing[], all: readonly Timing[]): string {
  return slow.length === all.length ? "every request" : `${slow.length} of ${all.length} requests`;
}

function titleOf({ object, slow, timings, faster }: SlowPlace): string {
  const others = faster.length === 0
    ? ""
    : `, ${names(faster)} ${median(faster.flatMap((place) => place.timings))}`;
  return `${label(object)} itself takes ${median(slow)} for ${often(slow, timings)}${others}`;
}

function median(timings: readonly Timing[]): string {
  return `${Math.round(quantile(timings.map(ownMs), 0.5))} ms`;
}

function factsOf({ slow, faster }: SlowPlace): Fact[] {
  return [
    ...timed(slow, {
      weight: slow.some(({ server }) => server) ? "decisive" : "likely",
      what: slow.some(({ server }) => server)
        ? "in the application"
        : "behind the caller's proxy; the server's was not recorded",
      msOf: ownMs,
    }),
    ...faster.flatMap(({ timings, object }) =>
      timed(timings, { weight: "proven", what: `in ${label(object)}`, msOf: ownMs })
        .map(({ explains: _, ...fact }) => fact)
    ),
  ];
}

function usageFacts({ usage }: PerformanceCase, { pods }: SlowPlace): Fact[] {
  return usage.filter(({ pod, container }) => pods.includes(pod) && container !== "istio-proxy")
    .flatMap((each) => [...cpuShortage(each), ...memoryShortage(each)])
    .map((fact) => ({ ...fact, weight: "likely" }));
}

function names(places: readonly Place[]): string {
  return places.map(({ object }) => object.name).join(" and ");
}

function remedyOf({ label: service }: PerformanceCase, { object, faster }: SlowPlace): {
  title: string;
  action: string;
} {
  const { kind, namespace, name } = object;
  return {
    title: faster.length > 0
      ? `Make ${name} as fast as ${names(faster)}, or route ${service} away from it`
      : `Make ${name} faster`,
    action:
      `kubectl -n ${namespace} logs ${kind.toLowerCase()}/${name} --all-containers --tail=200`,
  };
}
