/** What checks say of proxies and certificates that are broken in one place, or nearly. @module */
import { OTHER_ROOT, type Row } from "./row.ts";

const SYNCZ = "istiod/debug/syncz.json";

const LISTENERS = "type.googleapis.com/envoy.config.listener.v3.Listener";

/** The rows. */
export const rows: readonly Row[] = [
  {
    check: "proxies-ready",
    when: "where a proxy waits for istiod",
    change(mesh) {
      const { status } = mesh.get("Pod shop/web-1");
      status.containerStatuses[0].ready = false;
      status.conditions[0].status = "False";
    },
    status: "warning",
    says: /istio-proxy is not ready/,
  },
  {
    check: "proxies-connected",
    when: "where istiod does not know a pod",
    change: (mesh) => mesh.files.get(SYNCZ).shift(),
    status: "warning",
    says: /1 proxies are connected; the control plane does not know its proxy/,
  },
  {
    check: "proxies-connected",
    when: "where istiod may not be asked",
    change: (mesh) => mesh.files.delete(SYNCZ),
    status: "unknown",
    says: /syncz/,
  },
  {
    check: "configuration-accepted",
    when: "where Envoy refuses a listener",
    change(mesh) {
      Object.assign(mesh.files.get(SYNCZ)[0].resources[LISTENERS], {
        sent: "n2",
        lastError: "no such filter",
      });
    },
    status: "error",
    says: /the proxy of shop\/web-1 rejects LDS: no such filter/,
  },
  {
    check: "configuration-accepted",
    when: "where a proxy is behind and cannot be asked why",
    change: (mesh) => mesh.files.get(SYNCZ)[0].resources[LISTENERS].sent = "n2",
    status: "unknown",
    says: /2 proxies/,
  },
  {
    check: "proxies-in-sync",
    when: "where a proxy has not taken a push for an hour",
    change: (mesh) => mesh.files.get(SYNCZ)[0].resources[LISTENERS].sent = "n2",
    status: "warning",
    says: /the proxy of shop\/web-1 has not taken LDS/,
  },
  {
    check: "proxies-in-sync",
    when: "where the push is on its way",
    change(mesh) {
      Object.assign(mesh.files.get(SYNCZ)[0].resources[LISTENERS], {
        sent: "n2",
        sentTime: "2026-12-01T11:59:55Z",
      });
    },
    status: "ok",
    says: /2 proxies/,
  },
  {
    check: "root-certificate-valid",
    when: "where the root ends in weeks",
    change: (mesh) => mesh.now = new Date("2036-10-20T00:00:00Z"),
    status: "warning",
    says: /ends in 30 days/,
  },
  {
    check: "root-certificate-valid",
    when: "where the root has ended",
    change: (mesh) => mesh.now = new Date("2036-12-01T00:00:00Z"),
    status: "error",
    says: /expired/,
  },
  {
    check: "root-certificate-distributed",
    when: "where a namespace lacks the root",
    change: (mesh) => mesh.remove("ConfigMap shop/istio-ca-root-cert"),
    status: "error",
    says: /no ConfigMap istio-ca-root-cert/,
  },
  {
    check: "root-certificate-distributed",
    when: "where a namespace has the root of an older control plane",
    change(mesh) {
      mesh.get("ConfigMap shop/istio-ca-root-cert").data["root-cert.pem"] = OTHER_ROOT;
    },
    status: "error",
    says: /another root/,
  },
  {
    check: "proxy-certificates-valid",
    when: "where a workload's certificate was not renewed",
    change: (mesh) => mesh.now = new Date("2026-12-01T20:30:00Z"),
    status: "warning",
    says: /of shop\/web-1 for spiffe:\S+ ends in 3 hours/,
  },
  {
    check: "proxy-certificates-valid",
    when: "where one could not be read",
    change(mesh) {
      mesh.files.delete("proxies/shop/web-1/certs.json");
      mesh.files.set("proxies/shop/web-1/access.log", "");
    },
    status: "unknown",
    says: /those of 1 proxies/,
  },
  {
    check: "proxies-share-root",
    when: "where a proxy trusts another root",
    change(mesh) {
      const [held] = mesh.files.get("proxies/shop/web-1/certs.json").certificates;
      held.ca_cert[0].serial_number = "bb";
    },
    status: "error",
    says: /trusts (aa and not bb|bb and not aa)/,
  },
];
