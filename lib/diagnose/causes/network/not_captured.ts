import { defineCause } from "../../cause.ts";
import { resourceOf, workloadsOf } from "../../case/objects.ts";
import { logged } from "../../case/signs.ts";

const ANNOTATIONS = [
  "traffic.sidecar.istio.io/excludeOutboundPorts",
  "traffic.sidecar.istio.io/excludeOutboundIPRanges",
  "traffic.sidecar.istio.io/includeOutboundIPRanges",
];

/** An annotation or the user id of the application keeps its requests away from its own proxy. */
export const notCaptured = defineCause({
  id: "MM-C42",
  name: "traffic-bypasses-proxy",
  title: "The caller's requests bypass its own proxy",
  category: "configuration",
  severity: "high",
  explains: ["MM-T01", "MM-A04"],
  docs: {
    why:
      "traffic.sidecar.istio.io annotations take ports or addresses away from the proxy. What bypasses " +
      "it is plain text, without routes, policies and metrics; a STRICT server refuses it.",
    symptom: "The caller's proxy logs nothing; the server's proxy logs NR filter_chain_not_found.",
    remedy: "Remove the annotation, or narrow it.",
    verify: "The caller's proxy logs the requests.",
  },

  *consider(of) {
    const [pod] = of.caller.pods;
    const { port } = of.destination;
    if (!pod || of.caller.dataPlane !== "sidecar" || port === undefined) return;
    if (of.exchanges.some(({ client }) => client)) return;
    const annotation = ANNOTATIONS.find((name) => bypasses(name, pod.annotations[name], port, of));
    if (!annotation) return;
    const facts = logged(of, { side: "server", details: /filter_chain_not_found/ });
    yield {
      isSilent: true,
      objects: [
        ...workloadsOf(of.mesh, [pod]).map((w) => ({
          ...w,
          path: `spec.template.metadata.annotations["${annotation}"]`,
        })),
        resourceOf(pod, `metadata.annotations["${annotation}"]`),
      ],
      title:
        `${of.caller.label}'s requests to port ${port} bypass its proxy (${
          annotation.split("/")[1]
        } ` +
        `${pod.annotations[annotation]})`,
      facts: [
        {
          weight: "proven",
          source: `Pod ${pod.namespace}/${pod.name} metadata.annotations`,
          detail: `${annotation}: ${pod.annotations[annotation]}; the proxy logged no request`,
        },
        ...facts,
      ],
      remedy: { title: `Remove ${annotation}` },
    };
  },
});

function bypasses(
  name: string,
  value: string | undefined,
  port: number,
  of: Parameters<typeof notCaptured.consider>[0],
): boolean {
  if (value === undefined) return false;
  const items = value.split(",").map((item) => item.trim());
  if (name.endsWith("excludeOutboundPorts")) return items.includes(String(port));
  const isIn = [...of.destination.addresses].some((ip) =>
    items.some((range) => contains(range, ip))
  );
  return name.endsWith("excludeOutboundIPRanges") ? isIn : value !== "*" && value !== "" && !isIn;
}

/** Whether an IPv4 range such as `10.0.0.0/8` contains an address. */
function contains(range: string, ip: string): boolean {
  if (range === "*") return true;
  const [base = "", bits = "32"] = range.split("/");
  const [a, b] = [base, ip].map((text) =>
    text.split(".").reduce((sum, part) => sum * 256 + Number(part), 0)
  );
  const size = 2 ** (32 - Number(bits));
  return Math.floor(a! / size) === Math.floor(b! / size);
}
