import { type Exposition, quantileOf } from "../../../evidence/mod.ts";
import type { Cause, Fact } from "../../cause.ts";
import { resourceOf } from "../../case/objects.ts";
import { istiodDeployments } from "../../lifecycle/istiod.ts";
import { definePostureCause, type PostureCase } from "../../security/case.ts";

/** What distinguishes the ways in which istiod has too much to do. */
interface Burden {
  readonly id: `MM-X${number}`;
  readonly name: string;
  readonly title: string;
  readonly severity: "high" | "medium";
  readonly why: string;
  readonly symptom: string;
  readonly remedy: string;
  /** What shows it in words; `undefined` where it is not so. */
  shownBy(istiod: Exposition, of: PostureCase): string | undefined;
}

/** Seconds within which a change should reach its proxies. */
const SLOW_SECONDS = 10;

/** Pushes from which a quantile says something. */
const ENOUGH = 20;

/** Bytes of one type of configuration from which istiod and proxies begin to strain (pilot/pkg/xds/monitoring.go). */
const LARGE_BYTES = 10_000_000;

/** Seconds for which istiod must have counted, so that its start does not tell. */
const LONG_SECONDS = 600;

/** Updates of endpoints a second that keep proxies busy. */
const MANY_PER_SECOND = 5;

const BURDENS: readonly Burden[] = [
  {
    id: "MM-X05",
    name: "slow-convergence",
    title: "Changes take long to reach the proxies",
    severity: "high",
    why:
      "istiod computes the configuration of every proxy for every change. With too little CPU, or too much to " +
      "compute, changes queue up, and for minutes proxies send requests to pods that are gone.",
    symptom: "pilot_proxy_convergence_time is above 10 s; new endpoints are used late.",
    remedy:
      "Give istiod more CPU or replicas; send proxies less with Sidecars and discoverySelectors.",
    shownBy(istiod) {
      const times = istiod.histogram("pilot_proxy_convergence_time");
      if (!times || times.count < ENOUGH) return undefined;
      const p99 = quantileOf(times, 0.99);
      return p99 > SLOW_SECONDS
        ? `one change in a hundred takes more than ${Math.round(p99)} s to reach its proxies`
        : undefined;
    },
  },
  {
    id: "MM-X06",
    name: "configuration-too-large",
    title: "Proxies get more configuration than they can take well",
    severity: "medium",
    why:
      "Without Sidecar resources every proxy gets everything that the mesh has. From some 10 MB on pushes take " +
      "long, and each proxy needs hundreds of megabytes of memory.",
    symptom: "pilot_xds_config_size_bytes has values above 10 MB; proxies start slowly.",
    remedy: "Write a Sidecar for each namespace with the hosts that it calls.",
    shownBy(istiod) {
      const sizes = istiod.histogram("pilot_xds_config_size_bytes");
      const small = sizes?.buckets.findLast(({ le }) => le <= LARGE_BYTES)?.count;
      const large = sizes && small !== undefined ? sizes.count - small : 0;
      return large > 0 ? `${large} pushes were larger than 10 MB` : undefined;
    },
  },
  {
    id: "MM-X08",
    name: "endpoint-churn",
    title: "Endpoints change all the time",
    severity: "medium",
    why:
      "Each pod that turns ready or not changes the endpoints of its Services, and istiod tells every proxy. Pods " +
      "that flap keep istiod and all proxies busy.",
    symptom: "pilot_inbound_updates of type eds grows by several a second.",
    remedy: "Look for pods whose readiness flaps; correct their probes.",
    shownBy(istiod, { now }) {
      const started = istiod.sum("process_start_time_seconds");
      const seconds = started === undefined ? 0 : now.getTime() / 1000 - started;
      const updates = istiod.sum("pilot_inbound_updates", ({ type }) => type === "eds") ?? 0;
      const rate = updates / seconds;
      return seconds >= LONG_SECONDS && rate >= MANY_PER_SECOND
        ? `${Math.round(rate)} changes of endpoints a second since istiod started`
        : undefined;
    },
  },
];

/** The ways in which istiod has too much to do, by what it counts itself. */
export const istiodWork: readonly Cause<PostureCase>[] = BURDENS.map((burden) =>
  definePostureCause({
    id: burden.id,
    name: burden.name,
    title: burden.title,
    category: "control-plane",
    severity: burden.severity,
    docs: { why: burden.why, symptom: burden.symptom, remedy: burden.remedy },

    *consider(of) {
      const shown = of.istiod && burden.shownBy(of.istiod.figures, of);
      if (!of.istiod || shown === undefined) return;
      const fact: Fact = { weight: "likely", source: of.istiod.file, detail: shown };
      yield {
        isSilent: true,
        objects: istiodDeployments(of.mesh).map((deployment) => resourceOf(deployment)),
        title: `${burden.title.toLowerCase()}: ${shown}`,
        facts: [fact],
        remedy: { title: burden.remedy },
      };
    },
  })
);
