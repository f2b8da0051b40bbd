import { compare } from "../../../core/mod.ts";
import { defineCause } from "../../cause.ts";
import { resourceOf, workloadsOf } from "../../case/objects.ts";
import { linesWith } from "../../case/signs.ts";

/** Of several instances only one answers with errors or refuses connections. */
export const oneInstanceFails = defineCause({
  id: "MM-C54",
  name: "one-instance-fails",
  title: "One instance of several fails, the others answer",
  category: "application",
  severity: "high",
  explains: ["MM-C46", "MM-C52", "MM-C53"],
  docs: {
    why:
      "The errors come from one pod alone, while its siblings answer the same requests: something is " +
      "wrong with that pod, not with the service or its configuration.",
    symptom: "All failing lines have the same upstream host, or come from the proxy of one pod.",
    remedy:
      "Save the pod's logs, delete it, and let outlier detection take such pods out in future.",
    verify: "The share of errors falls to zero.",
  },

  *consider(of) {
    const answers = linesWith(of, { side: "server" });
    const seen = answers.length > 0 ? answers : linesWith(of, { side: "client", details: /./ });
    const byPod = Map.groupBy(
      seen,
      ({ line, exchange }) =>
        line === exchange.client
          ? of.mesh.podAt(line.entry.upstreamHost.replace(/:\d+$/, ""))
          : line.proxy.pod,
    );
    byPod.delete(undefined);
    const pods = [...byPod].flatMap(([pod, lines]) => {
      if (!pod) return [];
      const failed = lines.filter(({ line }) =>
        line.entry.code >= 500 || line.entry.flags.includes("UF")
      );
      return [{ pod, lines, failed }];
    }).sort((a, b) => compare(a.pod.name, b.pod.name));
    const bad = pods.filter(({ lines, failed }) =>
      failed.length > 0 && failed.length >= lines.length * 0.8
    );
    const good = pods.filter(({ failed }) => failed.length === 0);
    if (bad.length !== 1 || good.length === 0 || bad.length + good.length !== pods.length) return;
    const { pod, lines, failed } = bad[0]!;
    // A pod of its own workload is a version, not an instance.
    const siblings = good.filter((other) =>
      workloadsOf(of.mesh, [other.pod])[0]?.name === workloadsOf(of.mesh, [pod])[0]?.name
    );
    if (siblings.length === 0) return;
    yield {
      objects: [resourceOf(pod), ...workloadsOf(of.mesh, [pod])],
      title:
        `pod ${pod.namespace}/${pod.name} fails ${failed.length} of its ${lines.length} requests, ` +
        `its ${siblings.length} siblings none`,
      facts: [{
        weight: "decisive",
        source: `access logs`,
        detail: pods.map((p) => `${p.pod.name}: ${p.failed.length} of ${p.lines.length} failed`)
          .join("; "),
        explains: [...new Set(failed.map(({ exchange }) => exchange))],
      }],
      remedy: {
        title: `Save the logs of ${pod.name} and delete it`,
        action:
          `kubectl -n ${pod.namespace} logs ${pod.name} --all-containers > ${pod.name}.log && ` +
          `kubectl -n ${pod.namespace} delete pod ${pod.name}`,
      },
    };
  },
});
