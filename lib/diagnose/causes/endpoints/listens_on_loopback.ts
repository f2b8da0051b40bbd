import type { Case } from "../../../connectivity/mod.ts";
import { INJECTED_CONTAINERS, type Resource } from "../../../mesh/mod.ts";
import { serviceOf } from "../../case/case_facts.ts";
import { resourceOf, workloadsOf } from "../../case/objects.ts";
import { linesWith, logged } from "../../case/signs.ts";
import { defineCause, type Fact } from "../../cause.ts";

const LOOPBACK = String.raw`(?:127\.0\.0\.\d+|localhost|\[?::1\]?)`;

/** An argument that names the address to listen on. */
const ARGUMENT = new RegExp(
  String.raw`--?(?:[\w.-]*(?:bind|host|listen|addr|address|interface)[\w.-]*)[= ]"?${LOOPBACK}`,
  "i",
);

/** A variable that names the address to listen on, not that of something to connect to. */
const VARIABLE = /^(?:(?:SERVER|HTTP|APP|LISTEN|BIND|WEB)_)?(?:HOST|ADDR|ADDRESS|BIND|LISTEN)$/i;

/** The application listens, but only on the loopback address, where its own proxy does not connect. */
export const listensOnLoopback = defineCause({
  id: "MM-C04",
  name: "listens-on-loopback",
  title: "The application listens on the loopback address only",
  category: "application",
  severity: "high",
  explains: ["MM-C52", "MM-C46", "MM-C54", "MM-C53"],
  docs: {
    why:
      "The server's proxy connects to the application on the pod's address. A process that listens on " +
      "127.0.0.1 or ::1 takes connections from inside the pod alone, and the kernel refuses all others.",
    symptom:
      "503 UF connection refused on the inbound cluster although the process runs; localhost works in the pod.",
    remedy:
      "Listen on 0.0.0.0 or ::, or hand requests to the loopback address by a Sidecar's defaultEndpoint.",
    verify: "The server's proxy logs via_upstream responses again.",
    links: [
      "https://istio.io/latest/docs/ops/configuration/traffic-management/network-topologies/",
    ],
  },

  *consider(of) {
    const sign = { side: "server", flags: ["UF"], transport: /111|refused/i } as const;
    const bare = { side: "server", flags: ["UF"], details: /111|refused/i } as const;
    const lines = [...linesWith(of, sign), ...linesWith(of, bare)];
    for (const pod of new Set(lines.flatMap(({ line }) => line.proxy.pod ?? []))) {
      const reasons = [...saidByLog(of, pod), ...saidByTemplate(pod)];
      if (reasons.length === 0) continue;
      const service = serviceOf(of);
      const ports = [...of.destination.targetPorts].join(", ");
      const [workload] = workloadsOf(of.mesh, [pod]);
      yield {
        objects: [
          ...(workload ? [workload] : []),
          resourceOf(pod),
          ...(service ? [resourceOf(service)] : []),
        ],
        title:
          `${pod.namespace}/${pod.name} listens on the loopback address only, so its proxy cannot ` +
          `reach port ${ports}`,
        facts: [...reasons, ...logged(of, linesWith(of, sign).length > 0 ? sign : bare)],
        remedy: { title: "Listen on 0.0.0.0 or ::" },
      };
      return;
    }
  },
});

/** The last line in which the application says where it listens. */
function saidByLog(of: Case, pod: Resource<"Pod">): Fact[] {
  const text = of.applicationLogs.get(`${pod.namespace}/${pod.name}`) ?? "";
  const ports = [...of.destination.targetPorts];
  const said = text.split("\n").findLast((line) =>
    /listen|bound|binding|serving|running|started/i.test(line) &&
    ports.some((port) => line.includes(`:${port}`) || line.includes(`port ${port}`))
  );
  // "http://localhost:PORT" is what many servers print for people, wherever they listen.
  return said && /127\.0\.0\.\d+|\[?::1\]?:\d/.test(said)
    ? [{
      weight: "proven",
      source: `logs/${pod.namespace}/${pod.name}`,
      detail: said.trim().slice(0, 200),
    }]
    : [];
}

function saidByTemplate(pod: Resource<"Pod">): Fact[] {
  return (pod.spec.containers ?? []).filter(({ name }) => !INJECTED_CONTAINERS.has(name ?? ""))
    .flatMap(({ name, command = [], args = [], env = [] }): Fact[] => {
      const argument = ARGUMENT.exec([...command, ...args].join(" "))?.[0];
      const variable = env.find((each) =>
        VARIABLE.test(each.name ?? "") &&
        new RegExp(`^${LOOPBACK}(?::\\d+)?$`).test(each.value ?? "")
      );
      const detail = argument ?? (variable && `${variable.name}=${variable.value}`);
      const source = `Pod ${pod.namespace}/${pod.name} spec.containers[${name}]`;
      return detail ? [{ weight: "proven", source, detail }] : [];
    });
}
