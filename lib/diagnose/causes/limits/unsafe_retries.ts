import { edit, label } from "../../case/objects.ts";
import { routeField, virtualServiceOf } from "../../case/routes.ts";
import { summarize } from "../../case/signs.ts";
import { defineCause } from "../../cause.ts";

/** Methods that are not safe to repeat (RFC 9110, section 9.2.2). */
const NOT_IDEMPOTENT: ReadonlySet<string> = new Set(["POST", "PATCH"]);

/** Conditions under which the server may have carried the request out before it is repeated. */
const MAY_BE_DONE = /(?:^|,)\s*(?:5xx|gateway-error|reset|retriable-4xx|internal|5\d\d)\s*(?:,|$)/;

/** The route repeats requests that are not safe to repeat, and the server got them several times. */
export const unsafeRetries = defineCause({
  id: "MM-C48",
  name: "unsafe-retries",
  title: "The route retries requests that are not safe to repeat",
  category: "configuration",
  severity: "high",
  docs: {
    why:
      "retryOn 5xx, gateway-error or reset repeats a request that the server may have carried out already. " +
      "For a POST that means two orders, two payments, two mails.",
    symptom: "The server's access log shows one request id several times with method POST.",
    remedy: "Match the methods that are safe, and set attempts: 0 for the others.",
    verify: "Each POST shows once in the server's access log.",
    links: ["https://istio.io/latest/docs/reference/config/networking/virtual-service/#HTTPRetry"],
  },

  *consider(of) {
    const [object] = routeField(of, "retries");
    const index = Number(/http\[(\d+)\]\.retries$/.exec(object?.path ?? "")?.[1] ?? NaN);
    const retries = virtualServiceOf(of)?.spec.http?.[index]?.retries;
    if (!object || !retries || !MAY_BE_DONE.test(retries.retryOn ?? "")) return;
    const repeated = of.exchanges.filter(({ client, servers }) =>
      client && NOT_IDEMPOTENT.has(client.entry.method) &&
      servers.filter(({ entry }) => entry.requestId === client.entry.requestId).length > 1
    );
    const [first] = repeated;
    if (!first) return;
    const tries = repeated.flatMap(({ servers }) => servers);
    yield {
      isSilent: true,
      objects: [object],
      title: `${label(object)} repeats ${first.client!.entry.method} requests: the server got ` +
        `${repeated.length} of them ${tries.length} times`,
      facts: [
        {
          weight: "proven",
          source: `${label(object)} ${object.path}`,
          detail: `retryOn ${retries.retryOn}, attempts ${retries.attempts ?? 2}`,
        },
        {
          weight: "likely",
          source: `${tries[0]!.proxy.folder}/access.log`,
          detail: summarize(tries),
        },
      ],
      remedy: {
        title: `Set attempts: 0 for ${[...NOT_IDEMPOTENT].join(" and ")}`,
        action: edit(object),
      },
    };
  },
});
