import { defineCause } from "../../cause.ts";
import { resourceOf, workloadsOf } from "../../case/objects.ts";
import { routeField } from "../../case/routes.ts";
import { linesWith, logged } from "../../case/signs.ts";

/** Retries repeat a request that the application answers with the same error each time. */
export const retriesHideError = defineCause({
  id: "MM-C53",
  name: "retries-multiply-application-error",
  title: "Retries hide and multiply an application error",
  category: "application",
  severity: "medium",
  explains: ["MM-C46"],
  docs: {
    why:
      "The application answers with an error, and the caller's proxy tries again until its attempts " +
      "are used up. The error stays and the application gets several times the load.",
    symptom:
      "URX at the caller's proxy; the server's proxy logs the same error several times per request.",
    remedy: "Cure the application; limit attempts, and retry only what is safe to repeat.",
    verify: "Each request shows once in the server's access log.",
  },

  *consider(of) {
    const sign = { side: "client", flags: ["URX"] } as const;
    const tried = linesWith(of, sign).filter(({ exchange }) =>
      exchange.servers.some(({ entry }) => entry.code >= 500 && entry.details === "via_upstream")
    );
    if (tried.length === 0) return;
    const servers = tried.flatMap(({ exchange }) => exchange.servers);
    const pods = [...new Set(servers.flatMap(({ proxy }) => proxy.pod ?? []))];
    const workloads = workloadsOf(of.mesh, pods);
    const names = workloads.map(({ kind, namespace, name }) => `${kind} ${namespace}/${name}`).join(
      ", ",
    );
    yield {
      objects: [...workloads, ...routeField(of, "retries"), ...pods.map((pod) => resourceOf(pod))],
      title: `${names} answers with the same error on every try (${servers.length} tries for ` +
        `${tried.length} requests)`,
      facts: [
        ...logged(of, sign),
        ...logged(of, { side: "server", flags: ["-"], codes: [500, 501, 502, 503, 504] }),
      ],
      remedy: {
        title: "Cure the application, and limit the attempts",
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
