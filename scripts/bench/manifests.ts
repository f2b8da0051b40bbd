/** Manifests of a mesh of any size, much like those that people write. @module */

const SERVICES_PER_NAMESPACE = 20;

/**
 * The manifests of a mesh of so many services: eight objects for each, ten with its pods, and two for each
 * namespace of twenty services. Nothing is wrong in it.
 */
export function manifests(services: number, { pods }: { readonly pods: boolean }): string {
  const documents = [CONTROL_PLANE];
  const service = SERVICE + (pods ? ofVersion("v1", POD) + ofVersion("v2", POD) : "");
  for (let i = 0; i < services; i++) {
    const namespace = `team-${Math.floor(i / SERVICES_PER_NAMESPACE)}`;
    const text = i % SERVICES_PER_NAMESPACE === 0 ? NAMESPACE + service : service;
    documents.push(text.replaceAll("NAMESPACE", namespace).replaceAll("NAME", `app-${i}`));
  }
  return documents.join("");
}

const CONTROL_PLANE = `apiVersion: v1
kind: Namespace
metadata:
  name: istio-system
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata:
  name: public
  namespace: istio-system
spec:
  selector:
    istio: ingressgateway
  servers:
  - port:
      number: 80
      name: http
      protocol: HTTP
    hosts:
    - "*.example.com"
`;

const NAMESPACE = `---
apiVersion: v1
kind: Namespace
metadata:
  name: NAMESPACE
  labels:
    istio-injection: enabled
---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata:
  name: default
  namespace: NAMESPACE
spec:
  mtls:
    mode: STRICT
`;

const ofVersion = (version: string, text: string) => text.replaceAll("VERSION", version);

const DEPLOYMENT = `---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: NAME-VERSION
  namespace: NAMESPACE
spec:
  replicas: 2
  selector:
    matchLabels:
      app: NAME
      version: VERSION
  template:
    metadata:
      labels:
        app: NAME
        version: VERSION
    spec:
      serviceAccountName: NAME
      containers:
      - name: app
        image: registry.example.com/NAME:VERSION
        ports:
        - containerPort: 8080
`;

const POD = `---
apiVersion: v1
kind: Pod
metadata:
  name: NAME-VERSION-6b7f4d8c5-x2v9q
  namespace: NAMESPACE
  labels:
    app: NAME
    version: VERSION
spec:
  serviceAccountName: NAME
  containers:
  - name: app
    image: registry.example.com/NAME:VERSION
    ports:
    - containerPort: 8080
    resources:
      requests: {cpu: 100m, memory: 128Mi}
  - name: istio-proxy
    image: docker.io/istio/proxyv2:1.27.0
status:
  phase: Running
`;

const SERVICE = `---
apiVersion: v1
kind: ServiceAccount
metadata:
  name: NAME
  namespace: NAMESPACE
---
apiVersion: v1
kind: Service
metadata:
  name: NAME
  namespace: NAMESPACE
  labels:
    app: NAME
spec:
  selector:
    app: NAME
  ports:
  - name: http
    port: 8080
    targetPort: 8080
${ofVersion("v1", DEPLOYMENT)}${ofVersion("v2", DEPLOYMENT)}---
# Sends a tenth of the requests to the new version.
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata:
  name: NAME
  namespace: NAMESPACE
spec:
  hosts:
  - NAME
  - NAME.example.com
  gateways: [mesh, istio-system/public]
  http:
  - name: beta
    match:
    - headers:
        x-beta:
          exact: "true"
    route:
    - destination: {host: NAME, subset: v2, port: {number: 8080}}
  - name: default
    timeout: 5s
    retries: {attempts: 2, perTryTimeout: 2s, retryOn: "5xx,reset"}
    route:
    - destination:
        host: NAME
        subset: v1
      weight: 90
    - destination:
        host: NAME
        subset: v2
      weight: 10
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata:
  name: NAME
  namespace: NAMESPACE
spec:
  host: NAME
  trafficPolicy:
    connectionPool:
      tcp: {maxConnections: 100}
    outlierDetection:
      consecutive5xxErrors: 5
      interval: 30s
  subsets:
  - name: v1
    labels: {version: v1}
  - name: v2
    labels: {version: v2}
---
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata:
  name: NAME-payments
  namespace: NAMESPACE
spec:
  hosts:
  - NAME.payments.example.net
  exportTo: ["."]
  location: MESH_EXTERNAL
  resolution: DNS
  ports:
  - number: 443
    name: tls
    protocol: TLS
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata:
  name: NAME
  namespace: NAMESPACE
spec:
  selector:
    matchLabels:
      app: NAME
  action: ALLOW
  rules:
  - from:
    - source:
        principals: ["cluster.local/ns/NAMESPACE/sa/NAME"]
        namespaces: ["istio-system"]
    to:
    - operation:
        methods: ["GET", "POST"]
        paths: ["/api/*"]
`;
