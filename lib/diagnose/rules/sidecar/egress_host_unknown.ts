import { type Fix, nearest, type Path } from "../../../core/mod.ts";
import {
  covers,
  exportedTo,
  fqdn,
  gatewaysOf,
  type Mesh,
  parseServiceHost,
  type Resource,
} from "../../../mesh/mod.ts";
import { removal, replacement } from "../../analysis/fix.ts";
import { defineRule, type RuleMesh } from "../../analysis/rule.ts";
import { isComplete } from "../_completeness.ts";

/** Every host that a Sidecar lets its proxies know is one of the mesh. */
export const egressHostUnknown = defineRule({
  code: "MM1103",
  name: "sidecar-egress-unknown",
  title: "Sidecar lists an egress host that matches nothing",
  severity: "warning",
  since: "0.1.0",
  inputs: ["Sidecar", "Service", "ServiceEntry"],
  reads: ["VirtualService"],
  equivalents: ["KIA1004"],
  mode: "default",
  docs: {
    why:
      "The proxies know only the hosts that the Sidecar lists. An entry that matches no service adds " +
      "none: requests to the service that was meant go to no cluster (502 or 503, BlackHoleCluster) " +
      "or pass the mesh by (PassthroughCluster).",
    remedy:
      "Write `NAMESPACE/HOST` with the fully qualified host: `shop/reviews.shop.svc.cluster.local`, " +
      "or `shop/*`. A short name matches nothing.",
    links: [
      "https://istio.io/latest/docs/reference/config/networking/sidecar/#IstioEgressListener",
    ],
  },

  *check({ mesh }) {
    const routed = mesh.once(hostsOfRoutes);
    for (const on of mesh.list("Sidecar")) {
      for (const [i, { hosts = [] }] of (on.spec.egress ?? []).entries()) {
        for (const [j, entry] of hosts.entries()) {
          const [where = "", host] = entry.split("/");
          if (!host || host.startsWith("*") || where === "~") continue;
          const namespace = where === "." ? on.namespace : where;
          if (isServed(mesh, host, namespace, on) || routed.has(host)) continue;
          const meant = intended(mesh, host, namespace);
          if (meant === undefined && !isJudged(mesh, host, on)) continue;
          const at = ["spec", "egress", i, "hosts", j];
          yield {
            on,
            at,
            message: `No service that namespace ${on.namespace} sees matches "${entry}"`,
            fix: meant === undefined ? undefined : cure(at, `${where}/${meant}`, hosts),
          };
        }
      }
    }
  },
});

type Registry = RuleMesh<"Service" | "ServiceEntry">;

function isServed(
  { services }: Registry,
  host: string,
  namespace: string,
  { namespace: own }: Resource<"Sidecar">,
): boolean {
  const found = [...services.declarations(host), ...[services.find(host, own)].filter((s) => !!s)];
  return found.some((service) =>
    (namespace === "*" || service.namespace === namespace) && exportedTo(service.exportTo, own) &&
    covers(service.host, host)
  );
}

/** Whether the service would be known if it were there. */
function isJudged(mesh: Registry, host: string, on: Resource): boolean {
  const service = parseServiceHost(host);
  return service
    ? isComplete(mesh, "Service", on, service.namespace)
    : isComplete(mesh, "ServiceEntry", on) && host.includes(".");
}

function cure(at: Path, meant: string, listed: readonly string[]): Fix {
  return listed.includes(meant)
    ? removal(at, `Remove it: "${meant}" is listed too`)
    : replacement(at, meant, `List "${meant}"`);
}

/** A host that only lacks its domain, or has a letter wrong. */
function intended(mesh: Registry, host: string, namespace: string): string | undefined {
  const service = parseServiceHost(host);
  const [name = "", home = namespace] = service
    ? [service.name, service.namespace]
    : host.replace(/\.svc$/, "").split(".");
  const names = mesh.list("Service", home).map((one) => one.name);
  const meant = names.includes(name) ? name : nearest(name, names);
  const full = meant === undefined ? undefined : fqdn(meant, home);
  return full !== host && (namespace === "*" || namespace === home) ? full : undefined;
}

/** Hosts that only VirtualServices define. */
function hostsOfRoutes(mesh: Mesh): ReadonlySet<string> {
  return new Set(
    mesh.list("VirtualService").filter((vs) => gatewaysOf(vs).includes("mesh"))
      .flatMap(({ namespace, spec }) => (spec.hosts ?? []).map((host) => fqdn(host, namespace))),
  );
}
