/** Rows of the causes that lie in objects of Gateway API. @module */
import type { CaseParts } from "../cases/case_of.ts";
import { object, pod, service } from "../cases/objects.ts";
import { atGateway, type CauseRow, HOST, refused, times, WEB, WEB_SERVICE } from "./row.ts";

const NAME = "gateway.networking.k8s.io/gateway-name";
const POD = pod("shop/edge-istio-1", {
  ip: "10.0.0.8",
  gateway: true,
  labels: { [NAME]: "edge" },
});
const NOT_FOUND = times(3, refused(404, "NR", "route_not_found"));
const UNRESOLVED = times(3, refused(500, "", "direct_response"));
const ACCEPTED = { type: "Accepted", status: "True", reason: "Accepted" };
const RESOLVED = { type: "ResolvedRefs", status: "True", reason: "ResolvedRefs" };
const PROGRAMMED = { type: "Programmed", status: "True", reason: "Programmed" };

/** The rows. */
export const rows: readonly CauseRow[] = [
  {
    cause: "MM-G14",
    fires: {
      ...outside({
        gateway: [{ ...PROGRAMMED, status: "False", reason: "AddressNotAssigned" }],
        route: [ACCEPTED, RESOLVED],
      }),
    },
    object: "Gateway/shop/edge",
    near: outside({ gateway: [PROGRAMMED], route: [ACCEPTED, RESOLVED] }),
    nearly: "the Gateway is programmed",
  },
  {
    cause: "MM-G14",
    when: "and whose class nobody handles",
    fires: outside({
      gateway: [{ type: "Accepted", status: "Unknown", reason: "Pending" }],
      route: [],
    }),
    object: "GatewayClass//istio",
    near: outside({ gateway: [PROGRAMMED], route: [] }),
    nearly: "a controller has taken the Gateway",
  },
  {
    cause: "MM-G15",
    fires: withGrpcRoute("v1.0.0"),
    object: "GRPCRoute/shop/api",
    near: withGrpcRoute("v1.2.1"),
    nearly: "the definition is new enough",
  },
  {
    cause: "MM-R18",
    fires: {
      ...outside({
        gateway: [PROGRAMMED],
        route: [{ ...ACCEPTED, status: "False", reason: "NotAllowedByListeners" }, RESOLVED],
      }),
      logs: answers(NOT_FOUND),
    },
    object: "HTTPRoute/shop/web",
    near: {
      ...outside({ gateway: [PROGRAMMED], route: [ACCEPTED, RESOLVED] }),
      logs: answers(NOT_FOUND),
    },
    nearly: "the Gateway accepts the route",
  },
  {
    cause: "MM-R19",
    fires: {
      ...outside({
        gateway: [PROGRAMMED],
        route: [ACCEPTED, { ...RESOLVED, status: "False", reason: "BackendNotFound" }],
      }),
      logs: answers(UNRESOLVED),
    },
    object: "HTTPRoute/shop/web",
    near: {
      ...outside({ gateway: [PROGRAMMED], route: [ACCEPTED, RESOLVED] }),
      logs: answers(UNRESOLVED),
    },
    nearly: "all backends are resolved",
  },
];

function answers(lines: ReturnType<typeof times>): ReturnType<typeof atGateway> {
  return { "shop/edge-istio-1": Object.values(atGateway(lines))[0]! };
}

/** A gateway with one route; conditions as their controllers report them. */
function outside(
  conditions: { readonly gateway: readonly object[]; readonly route: readonly object[] },
): CaseParts {
  const gateway = object("gateway.networking.k8s.io/v1 Gateway shop/edge", {
    gatewayClassName: "istio",
    listeners: [{ name: "http", port: 80, protocol: "HTTP" }],
  });
  const route = object("gateway.networking.k8s.io/v1 HTTPRoute shop/web", {
    parentRefs: [{ name: "edge" }],
    hostnames: [HOST],
    rules: [{ backendRefs: [{ name: "web", port: 80 }] }],
  });
  const parents = [{ parentRef: { name: "edge" }, conditions: conditions.route }];
  return {
    dumps: false,
    from: "external",
    to: `http://${HOST}`,
    objects: [
      POD,
      service("shop/edge-istio", { selector: { [NAME]: "edge" } }),
      WEB,
      WEB_SERVICE,
      { ...gateway, status: { conditions: conditions.gateway } },
      { ...route, status: { parents } },
    ],
  };
}

/** A gateway with a GRPCRoute that no controller has looked at, by the definition of a release. */
function withGrpcRoute(release: string): CaseParts {
  const parts = outside({ gateway: [PROGRAMMED], route: [ACCEPTED, RESOLVED] });
  return {
    ...parts,
    to: "http://api.example.com",
    objects: [
      ...parts.objects,
      object(
        "apiextensions.k8s.io/v1 CustomResourceDefinition grpcroutes.gateway.networking.k8s.io",
        {},
        { annotations: { "gateway.networking.k8s.io/bundle-version": release } },
      ),
      object("gateway.networking.k8s.io/v1 GRPCRoute shop/api", {
        parentRefs: [{ name: "edge" }],
        hostnames: ["api.example.com"],
        rules: [{ backendRefs: [{ name: "web", port: 80 }] }],
      }),
    ],
    logs: answers(NOT_FOUND.map((line) => ({ ...line, authority: "api.example.com" }))),
  };
}
