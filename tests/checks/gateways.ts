/** What checks say of gateways that are broken in one place, or nearly. @module */
import type { Row } from "./row.ts";

const GATEWAY = "Deployment istio-system/gateway";

/** The rows. */
export const rows: readonly Row[] = [
  {
    check: "gateways-ready",
    when: "where a gateway has no pod",
    change: (mesh) => mesh.get(GATEWAY).status = {},
    status: "error",
    says: /0 of 2 pods ready/,
  },
  {
    check: "gateways-addressed",
    when: "where the load balancer is pending",
    change: (mesh) => mesh.get("Service istio-system/gateway").status = { loadBalancer: {} },
    status: "warning",
    says: /waits for an address/,
  },
  {
    check: "gateways-addressed",
    when: "where the gateway is reached by node ports",
    change(mesh) {
      const { spec } = mesh.get("Service istio-system/gateway");
      spec.type = "NodePort";
    },
    status: "skipped",
    says: /no gateway has a Service of type LoadBalancer/,
  },
  {
    check: "gateways-programmed",
    when: "where a waypoint is not programmed",
    change: (mesh) =>
      mesh.get("Gateway calm/waypoint").status.conditions[1] = {
        type: "Programmed",
        status: "False",
        reason: "AddressNotAssigned",
        message: "no address",
      },
    status: "warning",
    says: /Programmed is False: AddressNotAssigned no address/,
  },
  {
    check: "gateways-programmed",
    when: "where the Gateway belongs to another controller",
    change(mesh) {
      mesh.get("GatewayClass istio-waypoint").spec.controllerName = "example.com/other";
      mesh.get("Gateway calm/waypoint").status.conditions[1].status = "False";
    },
    status: "skipped",
    says: /belongs to Istio/,
  },
  {
    check: "gateway-certificates",
    when: "where the Secret of a server is not there",
    change(mesh) {
      mesh.get("Gateway istio-system/edge").spec.servers = [{
        port: { number: 443, name: "https", protocol: "HTTPS" },
        hosts: ["*"],
        tls: { mode: "SIMPLE", credentialName: "lost" },
      }];
    },
    status: "error",
    says: /credentialName not found: "lost"/,
  },
  {
    check: "gateway-certificates",
    when: "where a Gateway selects nobody",
    change: (mesh) => mesh.get("Gateway istio-system/edge").spec.selector = { istio: "egress" },
    status: "ok",
    says: /found nothing/,
  },
];
