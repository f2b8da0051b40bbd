/** A mesh in which every check is true, small, and to be broken in one place by each test. @module */
import { Mesh, type ReviewedRight, type SourceInfo } from "../../mod.ts";
import type { CheckedMesh } from "../../lib/check/mod.ts";
import { ROOT } from "../../lib/proxy/certificate_fixture.ts";
import { toResource } from "../../lib/source/object.ts";
import { type AnyResource, Resource, schemas } from "../../lib/mesh/mod.ts";
import { recordingOf } from "../cases/case_of.ts";
import { endpointSlice, object, pod, service } from "../cases/objects.ts";

/** An object as a test changes it. */
// deno-lint-ignore no-explicit-any -- a test breaks whatever it likes
export type Plain = any;

const SYNCED = { sent: "n1", acked: "n1", sentTime: "2026-12-01T11:00:00Z" };
const TYPES = "type.googleapis.com/envoy.config.";
const NETWORK = "topology.istio.io/network";
const PROXIES = ["shop/web-1", "istio-system/gateway-1"];

/** Objects, files and the time; all may be changed before it is looked at. */
export class HealthyMesh {
  /** By `Kind namespace/name`, or `Kind name`; of further clusters with `CLUSTER ` in front. */
  readonly objects = new Map<string, Plain>();
  /** Files of the recording of the first cluster. */
  readonly files = new Map<string, Plain>();
  /** What the first cluster says of itself. */
  readonly manifest: Record<string, string> = {
    clusterName: "east",
    kubernetesVersion: "v1.35.4",
  };
  /** What could not be read. */
  readonly gaps: { what: string; reason: string }[] = [];
  /** When it is looked at. */
  now = new Date("2026-12-01T12:00:00Z");
  /** Where it comes from. */
  source: SourceInfo = { type: "cluster", detail: "test" };
  /** What the user may not do, as `verb resource`. */
  readonly forbidden = new Set<string>();

  /** Makes the mesh. */
  constructor() {
    for (const each of [...controlPlane(), ...application(), ...ambient(), ...west()]) {
      this.add(...each);
    }
    for (const [path, content] of Object.entries(filesOfIstiod())) this.files.set(path, content);
    for (const id of PROXIES) this.files.set(`proxies/${id}/certs.json`, certificates(id));
  }

  /** Adds an object to a cluster. */
  add(cluster: string, value: Plain): void {
    const { kind, metadata: { namespace, name } } = value;
    const id = `${kind} ${namespace === undefined ? name : `${namespace}/${name}`}`;
    this.objects.set(cluster === "east" ? id : `${cluster} ${id}`, { cluster, value });
  }

  /** An object to be changed; throws where there is none. */
  get(id: string): Plain {
    const found = this.objects.get(id);
    if (found === undefined) throw new TypeError(`no ${id}`);
    return found.value;
  }

  /** Takes objects away. */
  remove(...ids: readonly string[]): void {
    for (const id of ids) if (!this.objects.delete(id)) throw new TypeError(`no ${id}`);
  }

  /** The mesh as checks look at it. */
  observe(): CheckedMesh {
    const resources = [...this.objects.values()].map(({ cluster, value }): AnyResource => {
      const resource = toResource(value, { cluster, defaultNamespace: "default" });
      if (resource instanceof Resource) return resource;
      throw new TypeError(`No resource: ${resource.reason}`);
    });
    const texts = new Map(
      [...this.files].map(([path, content]) =>
        [path, typeof content === "string" ? content : JSON.stringify(content)] as const
      ),
    );
    const clusters = new Set(resources.map(({ cluster }) => cluster));
    const others = [...clusters].filter((name) => name !== "east")
      .map((clusterName) => recordingOf(new Map(), { clusterName, kubernetesVersion: "v1.35.4" }));
    return {
      mesh: new Mesh(resources, { gaps: this.gaps }),
      recordings: [recordingOf(texts, this.manifest), ...others],
      now: this.now,
    };
  }

  /** Whether the user has a right. */
  may(right: { verb: string; resource: string }): Promise<ReviewedRight> {
    const allowed = !this.forbidden.has(`${right.verb} ${right.resource}`);
    return Promise.resolve({ allowed, reason: allowed ? "" : "no rule" });
  }
}

type Placed = readonly [cluster: string, value: Plain];

function controlPlane(): Placed[] {
  const labels = { app: "istiod", "istio.io/rev": "default" };
  const istiod = pod("istio-system/istiod-1", {
    labels,
    proxy: false,
    spec: { containers: [{ name: "discovery", image: "istio/pilot:1.32.0" }], nodeName: "node-1" },
  });
  const caBundle = btoa(ROOT);
  const clientConfig = { service: { namespace: "istio-system", name: "istiod" }, caBundle };
  return [
    namespace("istio-system", { [NETWORK]: "net-east" }),
    object("apps/v1 Deployment istio-system/istiod", {
      replicas: 2,
      selector: { matchLabels: { app: "istiod" } },
      template: { metadata: { labels }, spec: { containers: [{ name: "discovery" }] } },
    }, { labels }),
    istiod,
    service("istio-system/istiod", { selector: { app: "istiod" } }, { labels }),
    endpointSlice("istio-system/istiod", ["10.0.0.2"]),
    ...["istio-system", "shop"].map(rootMap),
    {
      apiVersion: "v1",
      kind: "ConfigMap",
      metadata: { namespace: "istio-system", name: "istio-sidecar-injector" },
      data: {
        values: JSON.stringify({
          global: { hub: "istio", tag: "1.32.0", proxy: { image: "proxyv2" } },
        }),
      },
    },
    {
      apiVersion: "admissionregistration.k8s.io/v1",
      kind: "MutatingWebhookConfiguration",
      metadata: { name: "istio-sidecar-injector", labels: { "istio.io/rev": "default" } },
      webhooks: [{
        name: "namespace.sidecar-injector.istio.io",
        clientConfig,
        failurePolicy: "Fail",
        namespaceSelector: { matchLabels: { "istio-injection": "enabled" } },
        objectSelector: {
          matchExpressions: [{
            key: "sidecar.istio.io/inject",
            operator: "NotIn",
            values: ["false"],
          }],
        },
      }],
    },
    {
      apiVersion: "admissionregistration.k8s.io/v1",
      kind: "ValidatingWebhookConfiguration",
      metadata: { name: "istio-validator-istio-system" },
      webhooks: [{ name: "rev.validation.istio.io", clientConfig, failurePolicy: "Fail" }],
    },
    ...definitions(),
    {
      apiVersion: "v1",
      kind: "ConfigMap",
      metadata: { namespace: "kube-system", name: "cilium-config" },
      data: {
        "kube-proxy-replacement": "true",
        "bpf-lb-sock-hostns-only": "true",
        "cni-exclusive": "false",
      },
    },
    object("v1 Secret istio-system/istio-remote-secret-west", {}, {
      labels: { "istio/multiCluster": "true" },
    }),
    node(),
  ].map((value: Plain) => {
    if (value.kind === "Deployment") value.status = { readyReplicas: 2 };
    return ["east", value];
  });
}

function application(): Placed[] {
  const ready = [{ name: "istio-proxy", ready: true }];
  const labels = { app: "gateway", istio: "ingressgateway" };
  const router = [{ name: "istio-proxy", image: "auto", args: ["proxy", "router"] }];
  const gateway: Plain = object("apps/v1 Deployment istio-system/gateway", {
    replicas: 2,
    selector: { matchLabels: labels },
    template: { metadata: { labels }, spec: { containers: router } },
  });
  gateway.status = { readyReplicas: 2 };
  const balancer: Plain = service("istio-system/gateway", {
    type: "LoadBalancer",
    selector: labels,
  }, { labels: { [NETWORK]: "net-east" } });
  balancer.status = { loadBalancer: { ingress: [{ ip: "203.0.113.1" }] } };
  return [
    namespace("shop", { "istio-injection": "enabled" }),
    service("shop/web"),
    pod("shop/web-1", { ip: "10.0.0.3", status: { containerStatuses: ready } }),
    gateway,
    pod("istio-system/gateway-1", {
      gateway: true,
      labels,
      ip: "10.0.0.4",
      status: { containerStatuses: ready },
    }),
    balancer,
    object("networking.istio.io/v1 Gateway istio-system/edge", {
      selector: { istio: "ingressgateway" },
      servers: [{ port: { number: 80, name: "http", protocol: "HTTP" }, hosts: ["*"] }],
    }),
  ].map((value) => ["east", value]);
}

function ambient(): Placed[] {
  const agent = (name: string, labels: object): Plain => ({
    ...object(`apps/v1 DaemonSet istio-system/${name}`, {
      selector: { matchLabels: labels },
      template: { metadata: { labels }, spec: { containers: [{ name: "agent" }] } },
    }, { labels }),
    status: { desiredNumberScheduled: 1, numberReady: 1 },
  });
  const waypoint: Plain = object("gateway.networking.k8s.io/v1 Gateway calm/waypoint", {
    gatewayClassName: "istio-waypoint",
  });
  waypoint.status = {
    conditions: [{ type: "Accepted", status: "True" }, { type: "Programmed", status: "True" }],
  };
  return [
    namespace("calm", {
      "istio.io/dataplane-mode": "ambient",
      "istio.io/use-waypoint": "waypoint",
    }),
    agent("istio-cni-node", { "k8s-app": "istio-cni-node" }),
    agent("ztunnel", { app: "ztunnel" }),
    object("gateway.networking.k8s.io/v1 GatewayClass istio-waypoint", {
      controllerName: "istio.io/mesh-controller",
    }),
    waypoint,
  ].map((value) => ["east", value]);
}

/** The other cluster: a remote one, on a network of its own. */
function west(): Placed[] {
  const gateway: Plain = service("istio-system/eastwest", {}, {
    labels: { [NETWORK]: "net-west" },
  });
  gateway.status = { loadBalancer: { ingress: [{ ip: "203.0.113.2" }] } };
  return [namespace("istio-system", { [NETWORK]: "net-west" }), rootMap("istio-system"), gateway]
    .map((value) => ["west", value]);
}

function namespace(name: string, labels: object): Plain {
  return { apiVersion: "v1", kind: "Namespace", metadata: { name, labels } };
}

function rootMap(namespace: string): Plain {
  const metadata = { namespace, name: "istio-ca-root-cert" };
  return { apiVersion: "v1", kind: "ConfigMap", metadata, data: { "root-cert.pem": ROOT } };
}

function definitions(): Plain[] {
  return schemas.all().filter(({ group }) =>
    group !== "install.istio.io" && /istio\.io$|^gateway\.networking/.test(group)
  )
    .map(({ plural, group, kind, versions, namespaced }) => ({
      apiVersion: "apiextensions.k8s.io/v1",
      kind: "CustomResourceDefinition",
      metadata: {
        name: `${plural}.${group}`,
        annotations: { "gateway.networking.k8s.io/bundle-version": "v1.6.0" },
      },
      spec: {
        group,
        names: { kind, plural },
        scope: namespaced ? "Namespaced" : "Cluster",
        versions: versions.map((name) => ({ name, served: true })),
      },
      status: { conditions: [{ type: "Established", status: "True" }] },
    }));
}

function node(): Plain {
  return {
    apiVersion: "v1",
    kind: "Node",
    metadata: {
      name: "node-1",
      labels: { "kubernetes.io/os": "linux", "kubernetes.io/arch": "amd64" },
    },
    status: {
      allocatable: { cpu: "4", memory: "16Gi" },
      conditions: [{ type: "Ready", status: "True" }],
    },
  };
}

function filesOfIstiod(): Record<string, Plain> {
  const sync = (id: string) => ({
    proxy: id.split("/").reverse().join("."),
    cluster_id: "east",
    istio_version: "1.32.0",
    resources: {
      [`${TYPES}cluster.v3.Cluster`]: { ...SYNCED },
      [`${TYPES}listener.v3.Listener`]: { ...SYNCED },
    },
  });
  return {
    "istiod/version.json": "1.32.0-abc-Clean",
    "istiod/debug/syncz.json": PROXIES.map(sync),
    "istiod/debug/clusterz.json": [
      { id: "east", secretName: "", syncStatus: "synced" },
      { id: "west", secretName: "istio-system/istio-remote-secret-west", syncStatus: "synced" },
    ],
  };
}

function certificates(id: string): Plain {
  const root = { serial_number: "aa", valid_from: "2026-01-01T00:00:00Z" };
  return {
    certificates: [{
      ca_cert: [{ ...root, expiration_time: "2036-01-01T00:00:00Z" }],
      cert_chain: [{
        serial_number: `of ${id}`,
        subject_alt_names: [{ uri: `spiffe://cluster.local/ns/${id.split("/")[0]}/sa/default` }],
        valid_from: "2026-12-01T00:00:00Z",
        expiration_time: "2026-12-02T00:00:00Z",
      }],
    }],
  };
}
