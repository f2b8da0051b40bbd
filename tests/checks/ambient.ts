/** What checks say of an ambient mesh that is broken in one place, or nearly. @module */
import type { Row } from "./row.ts";

/** The rows. */
export const rows: readonly Row[] = [
  {
    check: "cni-ready",
    when: "where a node lacks it",
    change: (mesh) => mesh.get("DaemonSet istio-system/istio-cni-node").status.numberReady = 0,
    status: "error",
    says: /0 of 1 pods ready/,
  },
  {
    check: "cni-ready",
    when: "where istio-init does its work",
    change: (mesh) => mesh.remove("DaemonSet istio-system/istio-cni-node"),
    status: "skipped",
    says: /not installed/,
  },
  {
    check: "cilium-makes-room",
    when: "where Cilium balances connections inside of pods",
    change(mesh) {
      delete mesh.get("ConfigMap kube-system/cilium-config").data["bpf-lb-sock-hostns-only"];
    },
    status: "warning",
    says: /it replaces kube-proxy; it balances connections inside of pods/,
  },
  {
    check: "cilium-makes-room",
    when: "where Cilium removes istio-cni",
    change(mesh) {
      mesh.get("ConfigMap kube-system/cilium-config").data["cni-exclusive"] = "true";
    },
    status: "error",
    says: /it removes istio-cni/,
  },
  {
    check: "cilium-makes-room",
    when: "where another CNI is used",
    change: (mesh) => mesh.remove("ConfigMap kube-system/cilium-config"),
    status: "skipped",
    says: /no settings of Cilium/,
  },
  {
    check: "ztunnel-ready",
    when: "where ambient mode is asked for and there is none",
    change: (mesh) => mesh.remove("DaemonSet istio-system/ztunnel"),
    status: "error",
    says: /no ztunnel is installed/,
  },
  {
    check: "ztunnel-ready",
    when: "where nobody uses ambient mode",
    change(mesh) {
      mesh.remove("DaemonSet istio-system/ztunnel", "Namespace calm");
    },
    status: "skipped",
    says: /not used/,
  },
  {
    check: "waypoints-there",
    when: "where the waypoint was deleted",
    change: (mesh) => mesh.remove("Gateway calm/waypoint"),
    status: "error",
    says: /1 finding; .*waypoint/,
  },
];
