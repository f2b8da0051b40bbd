/** What each check says of a mesh that is broken in one place, or nearly. @module */
import type { CheckStatus } from "../../mod.ts";
import type { HealthyMesh } from "./healthy_mesh.ts";

/** One change to the healthy mesh, and what one check says then. */
export interface Row {
  /** Name of the check. */
  readonly check: string;
  /** Completes "is error …". */
  readonly when: string;
  /** Breaks the mesh. */
  readonly change: (mesh: HealthyMesh) => void;
  /** How the check ends. */
  readonly status: CheckStatus;
  /** What it says. */
  readonly says: RegExp;
}

/** Another root than that of the mesh, from 2020 to 2099. */
const OTHER_ROOT = `-----BEGIN CERTIFICATE-----
MIIBizCCATGgAwIBAgIBATAKBggqhkjOPQQDAjANMQswCQYDVQQDDAJjYTAgFw0y
MDAxMDEwMDAwMDBaGA8yMDk5MDEwMTAwMDAwMFowGzEZMBcGA1UEAwwQc2hvcC5l
eGFtcGxlLmNvbTBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABHXTR8XYcrCAqhhK
+KC2EPCYff2BojGOQUahVlz6DuYN63BC+N6qa6zE2erUQtigRtM6PuJO+7l16ubz
/2xlwlyjcjBwMBsGA1UdEQQUMBKCEHNob3AuZXhhbXBsZS5jb20wHQYDVR0OBBYE
FJaLrL4FnotDAl9Jvd1PYBbbMipfMDIGA1UdIwQrMCmhEaQPMA0xCzAJBgNVBAMM
AmNhghQNinOV+rt/DKGpwpAeyunpLd0w3TAKBggqhkjOPQQDAgNIADBFAiATkXVt
JGoP6oxJ2CY1b/jZigMafKNimkoYKjEJVP3MqgIhAI6wXtfjBU7gdvuC/Irai/gK
EI4TwkhYliuhuQA2DRef
-----END CERTIFICATE-----
`;

const ISTIOD = "Deployment istio-system/istiod";
const INJECTOR = "MutatingWebhookConfiguration istio-sidecar-injector";
const VALIDATOR = "ValidatingWebhookConfiguration istio-validator-istio-system";
const GATEWAY = "Deployment istio-system/gateway";
const SYNCZ = "istiod/debug/syncz.json";
const LISTENERS = "type.googleapis.com/envoy.config.listener.v3.Listener";

/** Of a mesh that runs. */
export const INSTALLED_ROWS: readonly Row[] = [
  {
    check: "api-servers-answer",
    when: "where one of several clusters gives no answer",
    change: (mesh) => mesh.gaps.push({ what: "cluster south", reason: "Cannot reach it" }),
    status: "error",
    says: /Cannot reach it/,
  },
  {
    check: "api-servers-answer",
    when: "of a recording",
    change: (mesh) => mesh.source = { type: "snapshot", detail: "mesh.tar.gz" },
    status: "unknown",
    says: /cannot be asked/,
  },
  {
    check: "objects-readable",
    when: "where a kind is forbidden",
    change: (mesh) => mesh.gaps.push({ what: "secrets", reason: "forbidden" }),
    status: "warning",
    says: /1 kind forbidden/,
  },
  {
    check: "pods-askable",
    when: "where neither port-forward nor exec is allowed",
    change({ forbidden }) {
      forbidden.add("create pods/portforward").add("create pods/exec");
    },
    status: "warning",
    says: /not allowed/,
  },
  {
    check: "pods-askable",
    when: "where exec is allowed in the place of port-forward",
    change: ({ forbidden }) => forbidden.add("create pods/portforward"),
    status: "ok",
    says: /pods\/exec is allowed/,
  },
  {
    check: "istio-kinds-defined",
    when: "where a definition was deleted",
    change: (mesh) => mesh.remove("CustomResourceDefinition virtualservices.networking.istio.io"),
    status: "error",
    says: /virtualservices\.networking\.istio\.io is not defined/,
  },
  {
    check: "definitions-established",
    when: "where names are taken",
    change(mesh) {
      mesh.get("CustomResourceDefinition gateways.networking.istio.io").status.conditions = [
        { type: "NamesAccepted", status: "False", reason: "PluralConflict", message: "taken" },
      ];
    },
    status: "error",
    says: /NamesAccepted is False: PluralConflict taken/,
  },
  {
    check: "definitions-established",
    when: "where no state was recorded",
    change(mesh) {
      for (const [id, { value }] of mesh.objects) {
        if (id.startsWith("CustomResourceDefinition")) delete value.status;
      }
    },
    status: "unknown",
    says: /0 of \d+ definitions tell/,
  },
  {
    check: "gateway-api-recent",
    when: "where the Gateway API is old",
    change(mesh) {
      const { metadata } = mesh.get(
        "CustomResourceDefinition tlsroutes.gateway.networking.k8s.io",
      );
      metadata.annotations["gateway.networking.k8s.io/bundle-version"] = "v1.2.0";
    },
    status: "warning",
    says: /IST0176/,
  },
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
  {
    check: "kubernetes-supported",
    when: "where Kubernetes is too old for istiod",
    change: (mesh) => mesh.manifest["kubernetesVersion"] = "v1.27.9-gke.100",
    status: "warning",
    says: /v1\.27\.9-gke\.100 is older than 1\.31, the oldest for Istio 1\.32\.0/,
  },
  {
    check: "kubernetes-supported",
    when: "where Kubernetes is newer than what istiod knows",
    change(mesh) {
      mesh.manifest["kubernetesVersion"] = "v1.36.0";
      mesh.files.set("istiod/version.json", "1.29.1-abc-Clean");
    },
    status: "info",
    says: /newer than 1\.35/,
  },
  {
    check: "istiod-replicas-agree",
    when: "in the middle of a rollout",
    change(mesh) {
      const other = structuredClone(mesh.get("Pod istio-system/istiod-1"));
      other.metadata.name = "istiod-2";
      other.spec.containers[0].image = "istio/pilot:1.31.0";
      mesh.add("east", other);
    },
    status: "warning",
    says: /1 × 1\.31\.0, 1 × 1\.32\.0/,
  },
  {
    check: "proxies-not-skewed",
    when: "where a proxy is much older than istiod",
    change: (mesh) => mesh.get("Pod shop/web-1").spec.containers[1].image = "istio/proxyv2:1.24.0",
    status: "warning",
    says: /MM1307/,
  },
  {
    check: "proxies-not-skewed",
    when: "where a proxy is newer than istiod",
    change: (mesh) => mesh.get("Pod shop/web-1").spec.containers[1].image = "istio/proxyv2:1.33.0",
    status: "warning",
    says: /MM1307/,
  },
  {
    check: "proxies-not-skewed",
    when: "where a proxy is one minor version older",
    change: (mesh) => mesh.get("Pod shop/web-1").spec.containers[1].image = "istio/proxyv2:1.31.4",
    status: "ok",
    says: /1 rule found nothing/,
  },
  {
    check: "injector-reachable",
    when: "where the revision is gone",
    change: (mesh) => mesh.get(INJECTOR).webhooks[0].clientConfig.service.name = "istiod-old",
    status: "error",
    says: /istio-system\/istiod-old/,
  },
  {
    check: "injectors-disjoint",
    when: "where two revisions take the same namespace",
    change(mesh) {
      const other = structuredClone(mesh.get(INJECTOR));
      other.metadata.name = "istio-sidecar-injector-canary";
      mesh.add("east", other);
    },
    status: "error",
    says: /overlaps/,
  },
  {
    check: "webhooks-trust-istiod",
    when: "where a tool took the CA away",
    change: (mesh) => mesh.get(INJECTOR).webhooks[0].clientConfig.caBundle = "",
    status: "error",
    says: /namespace\.sidecar-injector\.istio\.io: it has no CA yet/,
  },
  {
    check: "webhooks-trust-istiod",
    when: "where the CA is another",
    change: (mesh) => mesh.get(INJECTOR).webhooks[0].clientConfig.caBundle = btoa(OTHER_ROOT),
    status: "warning",
    says: /none of the mesh's roots/,
  },
  {
    check: "webhooks-trust-istiod",
    when: "where the CA has ended",
    change: (mesh) => mesh.now = new Date("2036-12-01T00:00:00Z"),
    status: "error",
    says: /the CA expired/,
  },
  {
    check: "webhooks-trust-istiod",
    when: "where the CA is nonsense",
    change: (mesh) => mesh.get(INJECTOR).webhooks[0].clientConfig.caBundle = "%%%",
    status: "error",
    says: /no certificate/,
  },
  {
    check: "validator-enforces",
    when: "where istiod never came to Fail",
    change: (mesh) => mesh.get(VALIDATOR).webhooks[0].failurePolicy = "Ignore",
    status: "warning",
    says: /is Ignore/,
  },
  {
    check: "revisions-served",
    when: "where a namespace asks for a revision that is not there",
    change: (mesh) => mesh.get("Namespace shop").metadata.labels = { "istio.io/rev": "canary" },
    status: "error",
    says: /no webhook takes istio\.io\/rev=canary/,
  },
  {
    check: "pods-created",
    when: "where the API server could not call the injector",
    change: (mesh) => mesh.add("east", refusal("2026-12-01T11:30:00Z")),
    status: "error",
    says: /ReplicaSet shop\/web: .*failed calling webhook/,
  },
  {
    check: "pods-created",
    when: "where that was yesterday",
    change: (mesh) => mesh.add("east", refusal("2026-11-30T11:30:00Z")),
    status: "ok",
    says: /0 refusals/,
  },
  {
    check: "pods-injected",
    when: "where a pod is older than the label",
    change: (mesh) => mesh.get("Pod shop/web-1").spec.containers.pop(),
    status: "warning",
    says: /IST0103/,
  },
  {
    check: "proxy-images-current",
    when: "where istiod was upgraded and pods were not",
    change: (mesh) => mesh.get("Pod shop/web-1").spec.containers[1].image = "istio/proxyv2:1.31.0",
    status: "warning",
    says: /IST0158/,
  },
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
  {
    check: "remote-clusters-synced",
    when: "where a cluster cannot be reached",
    change: (mesh) => mesh.files.get("istiod/debug/clusterz.json")[1].syncStatus = "timeout",
    status: "error",
    says: /cluster west .* is timeout/,
  },
  {
    check: "clusters-known",
    when: "where istiod was not given the other cluster",
    change(mesh) {
      mesh.files.get("istiod/debug/clusterz.json").pop();
      mesh.remove("Secret istio-system/istio-remote-secret-west");
    },
    status: "error",
    says: /istiod of east does not read cluster west/,
  },
  {
    check: "clusters-known",
    when: "where a remote secret is of no use",
    change(mesh) {
      const other = structuredClone(mesh.get("Secret istio-system/istio-remote-secret-west"));
      other.metadata.name = "istio-remote-secret-north";
      mesh.add("east", other);
    },
    status: "warning",
    says: /reads no cluster by it/,
  },
  {
    check: "clusters-share-root",
    when: "where each cluster has a root of its own",
    change(mesh) {
      mesh.get("west ConfigMap istio-system/istio-ca-root-cert").data["root-cert.pem"] = OTHER_ROOT;
    },
    status: "error",
    says: /cluster west has no root in common with east/,
  },
  {
    check: "networks-joined",
    when: "where a network has no gateway",
    change: (mesh) => mesh.remove("west Service istio-system/eastwest"),
    status: "error",
    says: /network net-west has no gateway/,
  },
];

/** Of a cluster before an install. */
export const PRE_ROWS: readonly Row[] = [
  {
    check: "kubernetes-recent",
    when: "where Kubernetes is old",
    change: (mesh) => mesh.manifest["kubernetesVersion"] = "v1.29.3",
    status: "error",
    says: /older than 1\.32/,
  },
  {
    check: "may-install",
    when: "where a right is missing",
    change: ({ forbidden }) => forbidden.add("create clusterroles"),
    status: "error",
    says: /may not create clusterroles\.rbac\.authorization\.k8s\.io: no rule/,
  },
  {
    check: "may-install",
    when: "of a recording",
    change: (mesh) => mesh.source = { type: "snapshot", detail: "mesh/" },
    status: "unknown",
    says: /cannot be asked/,
  },
  {
    check: "gateway-api-served",
    when: "where only beta versions are served",
    change(mesh) {
      const { spec } = mesh.get("CustomResourceDefinition httproutes.gateway.networking.k8s.io");
      spec.versions = [{ name: "v1", served: false }, { name: "v1beta1", served: true }];
    },
    status: "warning",
    says: /serves v1beta1/,
  },
  {
    check: "no-control-plane-yet",
    when: "where one is there",
    change: () => {},
    status: "info",
    says: /control plane of revision default/,
  },
  {
    check: "webhooks-not-stale",
    when: "where the control plane was deleted and its webhooks were not",
    change: (mesh) => mesh.remove("Service istio-system/istiod"),
    status: "error",
    says: /rev\.validation\.istio\.io calls Service istio-system\/istiod, which is not there/,
  },
  {
    check: "definitions-not-stale",
    when: "where a kind of old releases is defined",
    change: (mesh) =>
      mesh.add("east", {
        apiVersion: "apiextensions.k8s.io/v1",
        kind: "CustomResourceDefinition",
        metadata: { name: "policies.authentication.istio.io" },
        spec: { group: "authentication.istio.io", names: { kind: "Policy" } },
      }),
    status: "info",
    says: /reads this kind/,
  },
  {
    check: "nodes-fit",
    when: "where no node takes pods",
    change: (mesh) => mesh.get("Node node-1").status.conditions[0].status = "False",
    status: "error",
    says: /0 of 1 node/,
  },
  {
    check: "nodes-fit",
    when: "where a node is of a platform without images",
    change(mesh) {
      const other = structuredClone(mesh.get("Node node-1"));
      other.metadata.name = "node-2";
      other.metadata.labels["kubernetes.io/arch"] = "s390x";
      mesh.add("east", other);
    },
    status: "warning",
    says: /no images for s390x/,
  },
  {
    check: "room-for-istiod",
    when: "where the nodes are full",
    change(mesh) {
      const { spec } = mesh.get("Pod istio-system/istiod-1");
      spec.containers[0].resources = { requests: { memory: "15Gi" } };
    },
    status: "warning",
    says: /4000m CPU and 1\.0 GiB free/,
  },
];

function refusal(lastTimestamp: string): object {
  return {
    apiVersion: "v1",
    kind: "Event",
    metadata: { namespace: "shop", name: "web.1" },
    involvedObject: { kind: "ReplicaSet", namespace: "shop", name: "web" },
    reason: "FailedCreate",
    message: "Error creating: Internal error occurred: failed calling webhook " +
      '"namespace.sidecar-injector.istio.io": x509: certificate signed by unknown authority',
    lastTimestamp,
  };
}
