import type { ProxyObservation } from "../../../connectivity/mod.ts";
import type { CauseResource } from "../../../core/mod.ts";
import type { Mesh, Resource } from "../../../mesh/mod.ts";
import { rateOf } from "../../../traffic/mod.ts";
import { edit, label, resourceOf } from "../../case/objects.ts";
import { telemetriesFor } from "../../case/telemetries.ts";
import type { Fact } from "../../cause.ts";
import { definePerformanceCause } from "../../performance/cause.ts";
import { proxiesOf } from "../../performance/memory.ts";
import { cpuShortage } from "../../performance/usage.ts";

/** Share of requests from which tracing them is work that shows, in per cent. */
const MUCH_SAMPLING = 50;

/** Lines of the access log per second from which writing them is work that shows. */
const MANY_LINES = 200;

/** A proxy without CPU traces, or logs, every request. */
export const telemetryCost = definePerformanceCause({
  id: "MM-P09",
  name: "telemetry-costs-cpu",
  title: "A proxy spends CPU that it does not have on traces and logs",
  category: "configuration",
  severity: "low",
  docs: {
    why:
      "A trace of every request, and a line of text for each, cost a proxy a good part of what the request " +
      "itself costs.",
    symptom:
      "The proxy is at its CPU limit, sampling is near 100 %, or it logs hundreds of lines a second.",
    remedy:
      'Sample 1 % of the requests; log only failures (filter "response.code >= 400") while the load is high.',
    verify: "The proxy's CPU falls.",
  },

  *consider(of) {
    for (const proxy of proxiesOf(of)) {
      const { pod } = proxy;
      if (!pod) continue;
      const short = of.usage.filter((usage) =>
        usage.pod === pod && usage.container === "istio-proxy"
      ).flatMap(cpuShortage);
      if (short.length === 0) continue;
      const sampling = samplingOf(of.mesh, pod);
      const costs = [...(sampling ? [sampling.fact] : []), ...logging(proxy)];
      if (costs.length === 0) continue;
      yield {
        isSilent: true,
        objects: [...(sampling?.objects ?? []), resourceOf(pod)],
        title: `the proxy of ${proxy.id} has no CPU left and ${
          sampling ? "traces" : "logs"
        } its requests`,
        facts: costs,
        remedy: {
          title: sampling ? "Sample fewer requests" : "Log only failures while the load is high",
          ...(sampling?.objects[0] ? { action: edit(sampling.objects[0]) } : {}),
        },
      };
    }
  },
});

/** Where somebody asks for traces of most requests. */
function samplingOf(
  mesh: Mesh,
  pod: Resource<"Pod">,
): { objects: CauseResource[]; fact: Fact } | undefined {
  for (const telemetry of telemetriesFor(mesh, pod)) {
    const index = (telemetry.spec.tracing ?? []).findIndex(({ randomSamplingPercentage }) =>
      randomSamplingPercentage !== undefined
    );
    const { randomSamplingPercentage: share = 0 } = telemetry.spec.tracing?.[index] ?? {};
    if (index < 0) continue;
    if (share < MUCH_SAMPLING) return undefined;
    const object = resourceOf(telemetry, `spec.tracing[${index}].randomSamplingPercentage`);
    const fact = {
      weight: "likely" as const,
      source: `${label(object)} ${object.path}`,
      detail: `${share} % of the requests are traced`,
    };
    return { objects: [object], fact };
  }
  return undefined;
}

function logging({ log, folder }: ProxyObservation): Fact[] {
  const rate = rateOf(log?.requests ?? []);
  return rate < MANY_LINES ? [] : [{
    weight: "likely",
    source: `${folder}/access.log`,
    detail: `${Math.round(rate)} lines a second`,
  }];
}
