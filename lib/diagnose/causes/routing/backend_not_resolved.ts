import { nearest } from "../../../core/mod.ts";
import { setting } from "../../case/cure.ts";
import { conditionsOf, gatewayRouteOf } from "../../case/gateway_routes.ts";
import { missingCluster } from "../../case/missing_cluster.ts";
import { edit, resourceOf } from "../../case/objects.ts";
import { logged } from "../../case/signs.ts";
import { defineCause } from "../../cause.ts";

/** A Gateway API route points to a backend that does not exist or may not be referred to. */
export const backendNotResolved = defineCause({
  id: "MM-R19",
  name: "backend-not-resolved",
  title: "A backend of a Gateway API route is not resolved",
  category: "configuration",
  severity: "high",
  explains: ["MM-R32", "MM-R33"],
  docs: {
    why:
      "A backendRef that names no Service, or one in another namespace without a ReferenceGrant, gets " +
      "no endpoints; requests on the rule are answered with 500.",
    symptom:
      "500 with NC cluster_not_found or direct_response; ResolvedRefs is False on the route.",
    remedy:
      "Correct the backendRef, or permit it with a ReferenceGrant in the backend's namespace.",
    verify: "The route's ResolvedRefs condition turns True.",
    links: ["https://gateway-api.sigs.k8s.io/api-types/referencegrant/"],
  },

  *consider(of) {
    const route = gatewayRouteOf(of);
    if (!route) return;
    const bad = conditionsOf(route).find(({ type, status }) =>
      type === "ResolvedRefs" && status === "False"
    );
    const missing = missingCluster(of);
    if (!bad && missing.length === 0) return;
    const host = missing[0]?.parsed.host;
    const likely = host && nearest(host, of.mesh.services.all.map((s) => s.host));
    const refs = (route.spec.rules ?? []).flatMap(({ backendRefs }, i) =>
      (backendRefs ?? []).map(({ name, namespace, port }, j) => ({ name, namespace, port, i, j }))
    );
    const ref = refs.find(({ name, namespace = route.namespace }) =>
      host?.startsWith(`${name}.${namespace}.`)
    );
    const namesakes = of.mesh.list("Service", ref?.namespace ?? route.namespace);
    const likelyName = ref && nearest(ref.name ?? "", namesakes.map(({ name }) => name));
    const path = ref ? `spec.rules[${ref.i}].backendRefs[${ref.j}].name` : "spec.rules";
    yield {
      objects: [resourceOf(route, path)],
      title:
        `${route.kind} ${route.namespace}/${route.name} refers to a backend that is not resolved` +
        (host ? `: ${host}` : bad?.message ? `: ${bad.message}` : ""),
      facts: [
        ...(bad
          ? [{
            weight: "proven" as const,
            source: `${route.kind} ${route.namespace}/${route.name} status`,
            detail: `ResolvedRefs is False: ${bad.reason ?? ""} ${bad.message ?? ""}`.trim(),
          }]
          : []),
        ...(missing[0]?.facts ?? []),
        ...logged(of, {
          side: "client",
          codes: [500],
          details: /direct_response|cluster_not_found/,
        }),
      ],
      remedy: {
        title: likely
          ? `Refer to ${likely}`
          : "Refer to a Service that exists and may be referred to",
        ...(ref && likelyName
          ? setting(route, path, likelyName)
          : { action: edit(resourceOf(route)) }),
      },
    };
  },
});
