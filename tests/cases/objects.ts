/** Kubernetes objects of small meshes, with everything filled in that a case does not care about. @module */

/** What matters of a pod. */
export interface PodParts {
  /** Labels; `app` is the name without its last part where absent. */
  readonly labels?: Readonly<Record<string, string>>;
  /** Annotations. */
  readonly annotations?: Readonly<Record<string, string>>;
  /** Address. */
  readonly ip?: string;
  /** Ports of the application by name. */
  readonly ports?: Readonly<Record<string, number>>;
  /** Whether it has a sidecar. */
  readonly proxy?: boolean;
  /** Whether it is a gateway: a proxy without an application. */
  readonly gateway?: boolean;
  /** Whether it is ready. */
  readonly ready?: boolean;
  /** Further fields of `spec`. */
  readonly spec?: object;
  /** Further fields of `status`. */
  readonly status?: object;
}

/** A pod `namespace/name` of a Deployment; ready and with a sidecar unless said otherwise. */
export function pod(id: string, parts: PodParts = {}): object {
  const [namespace = "", name = ""] = id.split("/");
  const { ip = "10.0.0.9", ports = { http: 8080 }, proxy = true, ready = true } = parts;
  const app = {
    name: "app",
    image: "example.com/app:1",
    ports: Object.entries(ports).map(([name, containerPort]) => ({ name, containerPort })),
  };
  const istioProxy = (role: string) => ({
    name: "istio-proxy",
    image: "istio/proxyv2:1.32.0",
    args: ["proxy", role],
  });
  const containers = parts.gateway
    ? [istioProxy("router")]
    : proxy
    ? [app, istioProxy("sidecar")]
    : [app];
  const owner = name.replace(/-[^-]+$/, "");
  return {
    apiVersion: "v1",
    kind: "Pod",
    metadata: {
      namespace,
      name,
      labels: {
        ...(proxy ? { "security.istio.io/tlsMode": "istio" } : {}),
        ...(parts.labels ?? { app: owner }),
      },
      annotations: parts.annotations ?? {},
      ...(owner === name
        ? {}
        : { ownerReferences: [{ kind: "ReplicaSet", name: owner, controller: true }] }),
    },
    spec: { containers, ...parts.spec },
    status: {
      phase: "Running",
      podIP: ip,
      podIPs: [{ ip }],
      conditions: [{ type: "Ready", status: ready ? "True" : "False" }],
      ...parts.status,
    },
  };
}

/** A pod in ambient mode, on node `node-1` unless said otherwise. */
export function ambientPod(id: string, parts: PodParts = {}): object {
  return pod(id, {
    proxy: false,
    ...parts,
    annotations: { "ambient.istio.io/redirection": "enabled", ...parts.annotations },
    spec: { nodeName: "node-1", ...parts.spec },
  });
}

/** The ztunnel of a node. */
export function ztunnel(node = "node-1"): object {
  const containers = [{ name: "istio-proxy", image: "istio/ztunnel:1.32.0" }];
  return pod(`istio-system/ztunnel-${node}`, {
    labels: { app: "ztunnel" },
    ip: "10.0.9.1",
    spec: { nodeName: node, containers },
  });
}

/** A Namespace, in ambient mode where its labels do not say otherwise. */
export function ambientNamespace(
  name: string,
  labels: Readonly<Record<string, string>> = {},
): object {
  const all = { "istio.io/dataplane-mode": "ambient", ...labels };
  return { apiVersion: "v1", kind: "Namespace", metadata: { name, labels: all } };
}

/** A waypoint `namespace/name` that is ready, and its pod at 10.0.0.5. */
export function waypoint(id: string, parts: { labels?: object; status?: object } = {}): object[] {
  const [namespace, name = ""] = id.split("/");
  const conditions = [{ type: "Programmed", status: "True" }];
  const own = {
    "gateway.networking.k8s.io/gateway-name": name,
    "gateway.istio.io/managed": "istio.io-mesh-controller",
  };
  return [
    {
      apiVersion: "gateway.networking.k8s.io/v1",
      kind: "Gateway",
      metadata: { namespace, name, labels: parts.labels ?? {} },
      spec: {
        gatewayClassName: "istio-waypoint",
        listeners: [{ name: "mesh", port: 15008, protocol: "HBONE" }],
      },
      status: parts.status ?? { conditions, addresses: [{ type: "IPAddress", value: "10.1.0.5" }] },
    },
    pod(`${namespace}/${name}-1`, {
      gateway: true,
      ip: "10.0.0.5",
      labels: own,
      spec: { nodeName: "node-1", serviceAccountName: name },
    }),
  ];
}

/** A Service `namespace/name`; selects `app: name` and listens on 80 → 8080 as HTTP unless said otherwise. */
export function service(id: string, spec: object = {}, metadata: object = {}): object {
  const [namespace = "", name = ""] = id.split("/");
  return {
    apiVersion: "v1",
    kind: "Service",
    metadata: { namespace, name, ...metadata },
    spec: {
      clusterIP: "10.1.0.1",
      selector: { app: name },
      ports: [{ name: "http", port: 80, targetPort: 8080 }],
      ...spec,
    },
  };
}

/** Any other object, `apiVersion kind namespace/name`. */
export function object(id: string, spec: object, metadata: object = {}): object {
  const [apiVersion, kind, path = ""] = id.split(" ");
  const [namespace, name] = path.includes("/") ? path.split("/") : [undefined, path];
  return { apiVersion, kind, metadata: { namespace, name, ...metadata }, spec };
}

/** The EndpointSlice of a Service `namespace/name` with these addresses, all ready, on one port. */
export function endpointSlice(id: string, addresses: readonly string[], port = 8080): object {
  const [namespace, name = ""] = id.split("/");
  return {
    apiVersion: "discovery.k8s.io/v1",
    kind: "EndpointSlice",
    metadata: { namespace, name: `${name}-1`, labels: { "kubernetes.io/service-name": name } },
    addressType: "IPv4",
    endpoints: addresses.map((address) => ({
      addresses: [address],
      conditions: { ready: true },
    })),
    ports: [{ name: "http", port, protocol: "TCP" }],
  };
}

/** The settings of the mesh. */
export function meshConfig(mesh: object): object {
  return {
    apiVersion: "v1",
    kind: "ConfigMap",
    metadata: { namespace: "istio-system", name: "istio" },
    data: { mesh: JSON.stringify(mesh) },
  };
}
