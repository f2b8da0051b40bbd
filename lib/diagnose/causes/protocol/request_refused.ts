import { type Cause, defineCause } from "../../cause.ts";
import { resourceOf } from "../../case/objects.ts";
import { linesWith, logged, type Sign } from "../../case/signs.ts";

/** What distinguishes the requests that a proxy refuses for their form. */
interface Refusal {
  readonly id: `MM-C${number}`;
  readonly name: string;
  readonly title: string;
  readonly sign: Sign;
  readonly why: string;
  readonly symptom: string;
  readonly remedy: string;
}

const REFUSALS: readonly Refusal[] = [
  {
    id: "MM-C32",
    name: "headers-or-body-too-large",
    title: "Headers or body are larger than the proxy takes",
    sign: { details: /headers_too_large|too_many_headers|payload_too_large/ },
    why:
      "A proxy takes up to 60 KiB and 100 request headers; filters that buffer have limits for bodies.",
    symptom: "431 DPE http1.headers_too_large, or 413 request_payload_too_large.",
    remedy:
      "Shrink the headers, mostly cookies or tokens, or raise max_request_headers_kb by an EnvoyFilter.",
  },
  {
    id: "MM-C33",
    name: "http-1-0-refused",
    title: "The caller speaks HTTP/1.0",
    sign: { details: /low_version/ },
    why:
      "Envoy refuses HTTP/1.0 unless it is told to take it; old load balancers and tools still use it.",
    symptom: "426 with flag DPE and details low_version.",
    remedy: "Make the caller speak HTTP/1.1, or set ISTIO_META_HTTP10 to 1 for the proxy.",
  },
  {
    id: "MM-C34",
    name: "upgrade-refused",
    title: "An upgrade such as WebSocket is refused",
    sign: { details: /upgrade_failed/ },
    why: "The route or the connection manager does not allow the upgrade, or the port is HTTP/2.",
    symptom: "403 or 400 with details upgrade_failed on the request that asks for the upgrade.",
    remedy: "Use HTTP/1.1 on that port, and allow the upgrade.",
  },
  {
    id: "MM-C51",
    name: "proxy-overloaded",
    title: "A proxy sheds load",
    sign: { flags: ["OM"] },
    why: "Envoy's overload manager refuses requests near the limits of memory or connections.",
    symptom: "503 with flag OM or details overload.",
    remedy: "Give the proxy more memory or replicas.",
  },
];

/** The causes by which a proxy refuses a request for its form or for lack of room. */
export const requestRefused: readonly Cause[] = REFUSALS.map((refusal) =>
  defineCause({
    id: refusal.id,
    name: refusal.name,
    title: refusal.title,
    category: "network",
    severity: "medium",
    explains: ["MM-C46", "MM-C09"],
    docs: { why: refusal.why, symptom: refusal.symptom, remedy: refusal.remedy },

    *consider(of) {
      const lines = linesWith(of, refusal.sign);
      if (lines.length === 0) return;
      const pods = [...new Set(lines.flatMap(({ line }) => line.proxy.pod ?? []))];
      const where = pods.map(({ namespace, name }) => `${namespace}/${name}`).join(", ");
      yield {
        objects: [
          ...pods.map((pod) => resourceOf(pod)),
          ...(of.destination.service ? [resourceOf(of.destination.service.resource)] : []),
        ],
        title: `the proxy of ${where} refuses ${lines.length} of ${of.exchanges.length} requests: ${
          refusal.title[0]!.toLowerCase()
        }${refusal.title.slice(1)}`,
        facts: logged(of, refusal.sign),
        remedy: { title: refusal.remedy },
      };
    },
  })
);
