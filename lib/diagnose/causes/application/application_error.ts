import type { Case } from "../../../connectivity/mod.ts";
import { hasProxy } from "../../../mesh/mod.ts";
import { defineCause, type Hypothesis } from "../../cause.ts";
import { resourceOf, workloadsOf } from "../../case/objects.ts";
import { linesWith, logged } from "../../case/signs.ts";

/** The application itself answered with an error; the mesh carried it faithfully. */
export const applicationError = defineCause({
  id: "MM-C46",
  name: "application-error",
  title: "The application itself returned the error",
  category: "application",
  severity: "info",
  docs: {
    why:
      "The server's proxy got the response from the application (details via_upstream on its inbound " +
      "cluster). No part of the mesh made the error, and no setting of the mesh will cure it.",
    symptom: "The same status, without flags, at the server's and at the caller's proxy.",
    remedy:
      "Read the application's log at that time, and look at what the application calls itself.",
  },

  *consider(of) {
    const errors = linesWith(of, { side: "server", flags: ["-"], details: /^via_upstream$/ })
      .filter(({ line, exchange }) => line.entry.code >= 400 && exchange.isFailure);
    if (errors.length === 0) {
      yield* passedOn(of);
      return;
    }
    const pods = [...new Set(errors.flatMap(({ line }) => line.proxy.pod ?? []))];
    const workloads = workloadsOf(of.mesh, pods);
    const codes = [...new Set(errors.map(({ line }) => line.entry.code))].sort();
    const names = workloads.map(({ kind, namespace, name }) => `${kind} ${namespace}/${name}`).join(
      ", ",
    );
    yield {
      objects: [...workloads, ...pods.map((pod) => resourceOf(pod))],
      title: `${names} itself answered ${codes.join(", ")}; the mesh is innocent`,
      facts: logged(of, { side: "server", flags: ["-"], details: /^via_upstream$/, codes }),
      remedy: {
        title: "Read the application's log",
        ...(workloads[0]
          ? {
            action: `kubectl -n ${workloads[0].namespace} logs ${workloads[0].kind.toLowerCase()}/${
              workloads[0].name
            } --tail=100`,
          }
          : {}),
      },
    };
  },
});

const PASSED_ON = { side: "client", flags: ["-"], details: /^via_upstream$/ } as const;

/** The caller's proxy passed an error on, and no proxy of the server logged anything. */
function* passedOn(of: Case): Iterable<Hypothesis> {
  const errors = linesWith(of, PASSED_ON).filter(({ line, exchange }) =>
    line.entry.code >= 400 && exchange.servers.length === 0
  );
  if (errors.length === 0) return;
  const addresses = new Set(errors.map(({ line }) => line.entry.upstreamHost));
  const pods = [...addresses].flatMap((at) => of.mesh.podAt(at.replace(/:\d+$/, "")) ?? []);
  const codes = [...new Set(errors.map(({ line }) => line.entry.code))].sort();
  const { host, service } = of.destination;
  // Where a proxy stands before the application it may have made the answer itself.
  const isAlone = !pods.some(hasProxy);
  yield {
    objects: [
      ...workloadsOf(of.mesh, pods),
      ...pods.map((pod) => resourceOf(pod)),
      ...(service ? [resourceOf(service.resource)] : []),
    ],
    title: isAlone
      ? `${host} itself answered ${codes.join(", ")}; the caller's proxy only passed it on`
      : `${host} or the proxy before it answered ${
        codes.join(", ")
      }; that proxy's log was not read`,
    facts: logged(of, { ...PASSED_ON, codes }, isAlone ? "decisive" : "likely"),
    remedy: {
      title: isAlone ? `Read the log of ${host}` : `Read the logs of ${host} and of its proxy`,
    },
  };
}
