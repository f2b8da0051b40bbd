import type { Case } from "../../../connectivity/mod.ts";
import type { Resource } from "../../../mesh/mod.ts";
import { resourceOf, workloadsOf } from "../../case/objects.ts";
import { permissivePort } from "../../case/permissive_port.ts";
import { refusedMode } from "../../case/tls_edges.ts";
import { defineCause } from "../../cause.ts";

/** Metrics are scraped in plain text from a port that takes only mTLS. */
export const scrapeRefused = defineCause({
  id: "MM-T18",
  name: "scrape-refused-by-strict",
  title: "Metrics are scraped in plain text from a STRICT port",
  category: "security",
  severity: "low",
  explains: ["MM-T01", "MM-I01"],
  docs: {
    why:
      "A scraper outside the mesh has no certificate. Under STRICT the server's proxy closes its connections to " +
      "the application's port; the agent's port 15020 is not captured and serves the same metrics.",
    symptom:
      "The target is down; the server's proxy logs NR filter_chain_not_found from the scraper's address.",
    remedy: "Scrape the merged metrics on port 15020, or make the port PERMISSIVE.",
    verify: "The target is up.",
    links: ["https://istio.io/latest/docs/ops/integrations/prometheus/"],
  },

  *consider(of) {
    const [caller] = of.caller.pods;
    const refused = of.caller.dataPlane === "none" ? refusedMode(of) : undefined;
    if (!caller || !refused || !isScrape(of, caller, refused.server.pod)) return;
    const { pod, port, mtls: { from } } = refused.server;
    yield {
      objects: [
        ...workloadsOf(of.mesh, [pod]),
        resourceOf(pod),
        ...(from ? [resourceOf(from)] : []),
        resourceOf(caller),
      ],
      title: `${of.caller.label} scrapes port ${port} of ${pod.namespace}/${pod.name} in plain ` +
        "text, and the port takes only mTLS",
      facts: [
        {
          weight: "proven",
          source: from ? `PeerAuthentication ${from.namespace}/${from.name}` : "mesh defaults",
          detail: `port ${port} is STRICT; ${caller.name} has no proxy`,
        },
        ...refused.facts,
      ],
      remedy: {
        title: "Scrape port 15020, or make the metrics' port PERMISSIVE",
        ...permissivePort(of, refused.server, "metrics"),
      },
    };
  },
});

/** Programs that scrape, by the last part of their image's name. */
const SCRAPERS = /(?:^|\/)(?:prometheus|vmagent|grafana-agent|alloy|opentelemetry-collector)\b/;

/** Whether a request is for metrics: by its path, or by who asks for the port that the pod announces. */
function isScrape(
  { question: { request, target }, exchanges }: Case,
  caller: Resource<"Pod">,
  server: Resource<"Pod">,
): boolean {
  const path = request.path ?? exchanges[0]?.servers[0]?.entry.path ?? "";
  // The injector may have replaced the path that the application announced.
  const paths = ["/metrics", server.annotations["prometheus.io/path"]];
  if (paths.includes(path.split("?", 1)[0])) return true;
  const isScraper = (caller.spec.containers ?? []).some(({ image = "" }) => SCRAPERS.test(image));
  return isScraper || server.annotations["prometheus.io/port"] === String(target.port);
}
