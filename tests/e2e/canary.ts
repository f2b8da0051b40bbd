/** One word in every place of a mesh where people keep secrets. @module */

/** The word. */
export const CANARY = `canary${crypto.randomUUID().slice(0, 8)}`;

/** A word in the code of filters, which is what `proxy-config` is asked to show. */
export const CODE: string = CANARY.replace("canary", "code");

/** The canary as it may show. */
export const CANARY_FORMS: readonly string[] = [
  CANARY,
  btoa(CANARY),
  btoa(`x${CANARY}`).slice(4, -4),
];

const METADATA = {
  name: "canary",
  namespace: "bookinfo",
  annotations: {
    "example.com/note": CANARY,
    "kubectl.kubernetes.io/last-applied-configuration": `{"data":{"password":"${CANARY}"}}`,
  },
};

const ISTIO = "networking.istio.io/v1";

/** Objects that hold it. */
export const OBJECTS = [
  { apiVersion: "v1", kind: "Secret", stringData: { password: CANARY } },
  { apiVersion: "v1", kind: "ConfigMap", data: { password: CANARY } },
  {
    apiVersion: "v1",
    kind: "Pod",
    spec: {
      nodeName: "node-1",
      containers: [{
        name: "app",
        image: "app",
        command: ["app", `--password=${CANARY}`],
        args: [CANARY],
        env: [{ name: "PASSWORD", value: CANARY }],
        livenessProbe: {
          httpGet: { port: 80, httpHeaders: [{ name: "authorization", value: CANARY }] },
        },
      }],
    },
  },
  {
    apiVersion: ISTIO,
    kind: "VirtualService",
    spec: {
      hosts: ["canary"],
      http: [{
        match: [{ headers: { cookie: { exact: `session=${CANARY}` } } }],
        headers: { request: { set: { authorization: `Bearer ${CANARY}`, "x-token": CANARY } } },
        route: [{ destination: { host: "canary" } }],
      }],
    },
  },
  {
    apiVersion: "networking.istio.io/v1alpha3",
    kind: "EnvoyFilter",
    spec: {
      configPatches: [{
        applyTo: "HTTP_FILTER",
        match: { context: "SIDECAR_INBOUND" },
        patch: {
          operation: "INSERT_BEFORE",
          value: { name: "lua", typed_config: { inlineCode: `key = "${CODE}"` } },
        },
      }],
    },
  },
  {
    apiVersion: "security.istio.io/v1",
    kind: "RequestAuthentication",
    spec: {
      selector: { matchLabels: { app: "none" } },
      jwtRules: [{ issuer: "x", jwks: `{"keys":[{"kty":"oct","k":"${CANARY}"}]}` }],
    },
  },
  {
    apiVersion: "extensions.istio.io/v1alpha1",
    kind: "WasmPlugin",
    spec: { url: `https://user:${CANARY}@example.com/x.wasm`, pluginConfig: { key: CANARY } },
  },
].map((object) => ({ ...object, metadata: METADATA }));

/** A file of a recording with the canary in it. */
export function planted(path: string, text: string): string {
  if (path.endsWith("/config_dump.json")) return plantedDump(text);
  if (path.endsWith("/access.log")) return text + plantedRequests(text);
  if (path.endsWith("/istiod.log")) {
    return `${text}\n2026-01-01T00:00:00.000000Z\terror\tads\tbad token=${CANARY}\n`;
  }
  return text;
}

/** Requests like those that were recorded, with secrets in their query and beside them. */
function plantedRequests(log: string): string {
  const [request = ""] = log.split("\n").filter((line) => / "GET \S+ HTTP/.test(line)).slice(-1);
  const withQuery = request.replace(
    / "GET (\S+?)(?:\?\S*)? HTTP/,
    ` "GET $1?id_token=${CANARY} HTTP`,
  );
  const lines = [withQuery, withQuery, `print ${CANARY}`];
  return `\n${
    lines.join("\n")
  }\n2026-01-01T00:00:00.000000Z\tinfo\txdsproxy\tcookie: a=${CANARY}\n`;
}

/** Envoy's configuration with a header for every route, and a filter in Lua. */
function plantedDump(text: string): string {
  const header = { key: "authorization", value: `Bearer ${CANARY}` };
  const other = { key: "x-token", value: CANARY };
  const added = [header, other].map((each) => JSON.stringify({ header: each })).join();
  const lua = JSON.stringify({
    name: "lua",
    typed_config: {
      "@type": "type.googleapis.com/envoy.extensions.filters.http.lua.v3.Lua",
      inline_code: `key = "${CODE}"`,
    },
  });
  return text
    .replaceAll(
      /"virtual_hosts":\s*\[/g,
      `"request_headers_to_add": [${added}], "virtual_hosts": [`,
    )
    .replaceAll(/"http_filters":\s*\[/g, `"http_filters": [${lua},`);
}
