import { isInbound } from "../../../connectivity/mod.ts";
import { edit, label, resourceOf } from "../../case/objects.ts";
import { virtualServiceOf } from "../../case/routes.ts";
import { summarize } from "../../case/signs.ts";
import { defineCause } from "../../cause.ts";

/** A rule asks for a header that the caller gets but does not send on, so that another rule takes its requests. */
export const headerNotForwarded = defineCause({
  id: "MM-R14",
  name: "header-not-forwarded",
  title: "A rule asks for a header that the caller does not send on",
  category: "application",
  severity: "medium",
  docs: {
    why:
      "Each hop decides by the headers that it gets. A header that came with the user's request is there " +
      "further on only where every application in between copies it to the requests that it makes.",
    symptom: "The rule acts on the first hop; behind it all requests take the default route.",
    remedy: "Copy the header in the application, as is done for those of tracing.",
    verify: "The access log shows the rule's route and cluster.",
    links: [
      "https://istio.io/latest/docs/tasks/observability/distributed-tracing/overview/#trace-context-propagation",
    ],
  },

  *consider(of) {
    const { route, targets, proxy } = of.walk;
    const vs = virtualServiceOf(of);
    const asked = (route?.match.headers ?? []).map(({ name }) => name)
      .filter((name) => of.question.request.headers.has(name));
    if (!vs || asked.length === 0 || targets.length === 0) return;
    // Who gets no requests himself has no header to send on.
    if (!proxy?.log?.requests.some(isInbound)) return;
    const lines = of.exchanges.flatMap(({ client }) => client ?? []);
    const names = new Set(targets.map(({ name }) => name));
    if (lines.length === 0 || lines.some(({ entry }) => names.has(entry.upstreamCluster))) return;
    const index = (vs.spec.http ?? []).findIndex(({ match = [] }) =>
      match.some(({ headers = {} }) => asked.every((name) => name in headers))
    );
    const object = resourceOf(vs, index < 0 ? undefined : `spec.http[${index}].match`);
    const clusters = [...new Set(lines.map(({ entry }) => entry.upstreamCluster))].sort();
    yield {
      isSilent: true,
      objects: [object],
      title:
        `${of.caller.label} does not send ${asked.join(", ")} on: ${
          label(object)
        } would send such ` +
        `requests to ${[...names].join(", ")}, they went to ${clusters.join(", ")}`,
      facts: [
        {
          weight: "proven",
          source: `${proxy.folder}/access.log`,
          detail: `${summarize(lines)}; none on ${[...names].join(", ")}`,
        },
      ],
      remedy: { title: `Copy ${asked.join(", ")} to outgoing requests`, action: edit(object) },
    };
  },
});
