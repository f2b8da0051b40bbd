/** What checks say of a control plane that is broken in one place, or nearly. @module */
import { INJECTOR, type Row } from "./row.ts";

const ISTIOD = "Deployment istio-system/istiod";

/** The rows. */
export const rows: readonly Row[] = [
  {
    check: "istiod-installed",
    when: "where there is none",
    change: (mesh) =>
      mesh.remove(ISTIOD, "Pod istio-system/istiod-1", "Service istio-system/istiod"),
    status: "error",
    says: /no istiod in namespace istio-system/,
  },
  {
    check: "istiod-installed",
    when: "where it is outside of the cluster",
    change(mesh) {
      mesh.remove(ISTIOD, "Pod istio-system/istiod-1");
      mesh.get(INJECTOR).webhooks[0].clientConfig = { url: "https://istiod.example.com/inject" };
    },
    status: "ok",
    says: /outside of these clusters: https:\/\/istiod/,
  },
  {
    check: "istiod-ready",
    when: "where no replica is",
    change(mesh) {
      mesh.get(ISTIOD).status = {};
      const { status } = mesh.get("Pod istio-system/istiod-1");
      status.conditions[0].status = "False";
      status.containerStatuses = [
        { name: "discovery", restartCount: 7, state: { waiting: { reason: "CrashLoopBackOff" } } },
      ];
    },
    status: "error",
    says: /0 of 2 pods ready \(istiod-1: discovery is CrashLoopBackOff, 7 restarts\)/,
  },
  {
    check: "istiod-ready",
    when: "where one of two is",
    change: (mesh) => mesh.get(ISTIOD).status.readyReplicas = 1,
    status: "warning",
    says: /1 of 2 pods ready/,
  },
  {
    check: "istiod-answers",
    when: "where istiod is not ready, which all else builds on",
    change: (mesh) => mesh.get(ISTIOD).status = {},
    status: "skipped",
    says: /^istiod-ready failed$/,
  },
  {
    check: "istiod-service-has-endpoints",
    when: "where the selector matches no pod",
    change: (mesh) => mesh.get("EndpointSlice istio-system/istiod-1").endpoints = [],
    status: "error",
    says: /no ready endpoint/,
  },
  {
    check: "istiod-answers",
    when: "where it closes the connection",
    change(mesh) {
      mesh.files.delete("istiod/version.json");
      const gap = { what: "istiod/version.json", reason: "unreadable: the connection is refused" };
      Object.assign(mesh.manifest, { gaps: [gap] });
    },
    status: "error",
    says: /the connection is refused/,
  },
  {
    check: "istiod-answers",
    when: "where nobody may ask it",
    change(mesh) {
      mesh.files.delete("istiod/version.json");
      const gap = { what: "istiod/version.json", reason: "forbidden" };
      Object.assign(mesh.manifest, { gaps: [gap] });
    },
    status: "unknown",
    says: /forbidden/,
  },
  {
    check: "istiod-stable",
    when: "where it was killed a while ago",
    change(mesh) {
      const terminated = { reason: "OOMKilled", finishedAt: "2026-12-01T11:50:00Z" };
      mesh.get("Pod istio-system/istiod-1").status.containerStatuses = [
        { name: "discovery", restartCount: 3, lastState: { terminated } },
      ];
    },
    status: "warning",
    says: /discovery ended 10 minutes ago: OOMKilled, 3 restarts/,
  },
  {
    check: "istiod-stable",
    when: "where that is long past",
    change(mesh) {
      const terminated = { reason: "Error", finishedAt: "2026-11-30T11:50:00Z" };
      mesh.get("Pod istio-system/istiod-1").status.containerStatuses = [
        { name: "discovery", restartCount: 3, lastState: { terminated } },
      ];
    },
    status: "ok",
    says: /1 pod/,
  },
  {
    check: "loss-of-a-pod-survived",
    when: "where there is one replica of istiod",
    change: (mesh) => mesh.get(ISTIOD).spec.replicas = 1,
    status: "info",
    says: /1 finding; MM1301/,
  },
  {
    check: "mesh-ports-open",
    when: "where a policy lets nothing into istiod",
    change: (mesh) =>
      mesh.add("east", {
        apiVersion: "networking.k8s.io/v1",
        kind: "NetworkPolicy",
        metadata: { namespace: "istio-system", name: "closed" },
        spec: { podSelector: { matchLabels: { app: "istiod" } }, policyTypes: ["Ingress"] },
      }),
    status: "error",
    says: /MM0601/,
  },
];
