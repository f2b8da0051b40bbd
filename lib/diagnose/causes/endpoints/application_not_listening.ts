import type { Case } from "../../../connectivity/mod.ts";
import { isZtunnel } from "../../../mesh/mod.ts";
import { defineCause, type Hypothesis } from "../../cause.ts";
import { serviceOf } from "../../case/case_facts.ts";
import { resourceOf, workloadsOf } from "../../case/objects.ts";
import { linesWith, logged } from "../../case/signs.ts";

const REFUSED = /111|refused/i;

/** Inside of the pod a connection that takes too long meets a process that hangs. */
const UNANSWERED = /111|refused|timeout|timed_out/i;

/** The server's ztunnel hands connections to the application as a sidecar does. */
const AT_ZTUNNEL = {
  side: "server",
  transport: /^connection failed: .*(?:refused|os error 111)/i,
} as const;

/** The request reaches the pod, and nothing listens on the port there. */
export const applicationNotListening = defineCause({
  id: "MM-C52",
  name: "application-not-listening",
  title: "Nothing listens on the application's port",
  category: "application",
  severity: "critical",
  explains: ["MM-C46", "MM-C54"],
  docs: {
    why:
      "The server's proxy hands the request to the application inside the pod and the kernel refuses " +
      "the connection: the process is down, hung, listens on another port, or only on another address. " +
      "A pod without a readiness probe on the port stays Ready all the while.",
    symptom:
      "503 UF with delayed_connect_error 111 (connection refused) or connection_timeout on the inbound " +
      "cluster of the server's proxy; 503 via_upstream at the caller's.",
    remedy: "Look at the process and its listen address, and add a readiness probe on the port.",
    verify: "The server's proxy logs via_upstream responses again.",
  },

  *consider(of) {
    const server = { side: "server", flags: ["UF"] } as const;
    const found = [
      ...linesWith(of, { ...server, transport: UNANSWERED }),
      ...linesWith(of, { ...server, details: UNANSWERED }),
      ...linesWith(of, AT_ZTUNNEL),
      // A destination without proxy refuses the caller's proxy itself.
      ...linesWith(of, { side: "client", flags: ["UF"], transport: REFUSED })
        .filter(({ exchange }) => exchange.servers.length === 0),
    ];
    if (found.length === 0) {
      yield* refusedByCounters(of);
      return;
    }
    const addresses = new Set(found.map(({ line }) => line.entry.upstreamHost));
    const pods = [
      ...new Set(
        found.flatMap(({ line, exchange }) =>
          line === exchange.client || line.proxy.pod && isZtunnel(line.proxy.pod)
            ? of.mesh.podAt(line.entry.upstreamHost.replace(/:\d+$/, "")) ?? []
            : line.proxy.pod ?? []
        ),
      ),
    ];
    if (pods.length === 0) return;
    const workloads = workloadsOf(of.mesh, pods);
    const service = serviceOf(of);
    const names = workloads.map(({ kind, namespace, name }) => `${kind} ${namespace}/${name}`).join(
      ", ",
    );
    yield {
      objects: [
        ...workloads,
        ...(service ? [resourceOf(service)] : []),
        ...pods.map((pod) => resourceOf(pod)),
      ],
      title: `${names} does not listen: connections to ${
        [...addresses].slice(0, 3).join(", ")
      } are not taken`,
      facts: [
        ...logged(of, { ...server, transport: UNANSWERED }),
        ...logged(of, { ...server, transport: /^$/, details: UNANSWERED }),
        ...logged(of, AT_ZTUNNEL),
        ...logged(of, { side: "client", flags: ["UF"], transport: REFUSED }),
      ],
      remedy: {
        title: "Look at the process, its log and its listen address",
        action: `kubectl -n ${workloads[0]?.namespace} logs ${workloads[0]?.kind.toLowerCase()}/${
          workloads[0]?.name
        } --all-containers --tail=100`,
      },
    };
  },
});

/** What the caller gets where the server's proxy cannot connect to the application. */
const PASSED_ON = { side: "client", codes: [503], details: /^via_upstream$/ } as const;

/** Without a log the proxy's counters still tell of refused connections; they may be older than the fault. */
function* refusedByCounters(of: Case): Iterable<Hypothesis> {
  if (of.exchanges.length > 0 && linesWith(of, PASSED_ON).length === 0) return;
  for (const { envoyClusters, pod, folder, log } of of.servers) {
    if (log) continue; // A log without refused connections outweighs a counter of unknown age.
    for (const { name, hosts } of envoyClusters?.values() ?? []) {
      const [direction, port] = name.split("|");
      if (direction !== "inbound" || !of.destination.targetPorts.has(Number(port)) || !pod) {
        continue;
      }
      const failed = hosts.reduce((sum, { stats }) => sum + (stats["cx_connect_fail"] ?? 0), 0);
      if (failed === 0) continue;
      const [workload] = workloadsOf(of.mesh, [pod]);
      yield {
        objects: [...(workload ? [workload] : []), resourceOf(pod)],
        title: `${pod.namespace}/${pod.name} refused ${failed} connections on port ${port}`,
        facts: [
          {
            weight: "likely",
            source: `${folder}/clusters.json`,
            detail: `cx_connect_fail ${failed} on ${name}`,
          },
          ...logged(of, PASSED_ON, "likely"),
        ],
        remedy: {
          title: "Look at the process, its log and its listen address",
          action: `kubectl -n ${pod.namespace} logs ${pod.name} --all-containers --tail=100`,
        },
      };
    }
  }
}
