import { REDACTED, scrub, scrubPath } from "../../core/mod.ts";
import { deepStrictEqual, match, ok, strictEqual } from "node:assert/strict";
import { parseDefaultLine } from "../../evidence/mod.ts";
import { redactFile } from "./file.ts";
import { redactJson } from "./json.ts";
import { redactObject } from "./object.ts";

const CANARY = "canary4711";
const JWT = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJjYW5hcnkifQ.c2lnbmF0dXJl";
const KEY = "-----BEGIN EC PRIVATE KEY-----\nMHcCAQEEIcanary4711\n-----END EC PRIVATE KEY-----";
const options = { parseRequest: parseDefaultLine, hasApplicationLogs: false };

function silent(value: unknown): string {
  const text = JSON.stringify(value);
  ok(!text.includes(CANARY) && !text.includes("eyJ") && !text.includes("MHcC"), text);
  return text;
}

Deno.test("scrub() takes secrets out of text by their form, and leaves names alone", () => {
  const rows: [string, string][] = [
    [`token is ${JWT}`, `token is ${REDACTED}`],
    [`Authorization: Bearer ${CANARY}`, `Authorization: ${REDACTED}`],
    [`with bearer ${CANARY}x`, `with bearer ${REDACTED}`],
    [`before ${KEY} after`, `before ${REDACTED} after`],
    [`https://user:${CANARY}@host/`, `https://user:${REDACTED}@host/`],
    [`db_password=${CANARY}&x=1`, `db_password=${REDACTED}&x=1`],
    [`"client_secret": "${CANARY}"`, `"client_secret": "${REDACTED}"`],
    ["AKIAIOSFODNN7EXAMPLE", REDACTED],
    ["kubernetes://bookinfo-secret", "kubernetes://bookinfo-secret"],
    [
      "outbound|9080|v1|reviews.bookinfo.svc.cluster.local",
      "outbound|9080|v1|reviews.bookinfo.svc.cluster.local",
    ],
    [
      "upstream_reset_before_response_started{connection_termination}",
      "upstream_reset_before_response_started{connection_termination}",
    ],
  ];
  for (const [text, expected] of rows) strictEqual(scrub(text), expected);
});

Deno.test("scrubPath() keeps the way and the names of a query, not its values", () => {
  strictEqual(scrubPath(`/a/b?id=${CANARY}&x`), `/a/b?id=${REDACTED}&x=${REDACTED}`);
  strictEqual(scrubPath("/reset/0123456789abcdef0123456789abcdefXY"), `/reset/${REDACTED}`);
  strictEqual(
    scrubPath("/orders/12ed56c5-7b06-4193-8c83-0fe0ecd9c212"),
    "/orders/12ed56c5-7b06-4193-8c83-0fe0ecd9c212",
  );
});

const pod = {
  apiVersion: "v1",
  kind: "Pod",
  metadata: {
    name: "web",
    namespace: "shop",
    labels: { app: "web" },
    annotations: {
      "example.com/note": CANARY,
      "kubectl.kubernetes.io/last-applied-configuration": CANARY,
      "sidecar.istio.io/inject": "true",
    },
    managedFields: [{ manager: CANARY }],
  },
  spec: {
    containers: [
      {
        name: "web",
        image: "web:1",
        args: [`--password=${CANARY}`],
        command: [CANARY],
        env: [{ name: "DB_PASSWORD", value: CANARY }, { name: "PLAIN", value: CANARY }],
        ports: [{ containerPort: 8080 }],
        livenessProbe: {
          httpGet: { path: "/ok", port: 8080, httpHeaders: [{ name: "x", value: CANARY }] },
        },
        lifecycle: { preStop: { exec: { command: [CANARY] } } },
      },
      {
        name: "istio-proxy",
        args: ["proxy", "sidecar"],
        env: [{ name: "ISTIO_META_CLUSTER_ID", value: "east" }, { name: "OTHER", value: CANARY }],
      },
    ],
    volumes: [{ name: "v", csi: { driver: "x", volumeAttributes: { secret: CANARY } } }],
  },
  status: { podIP: "10.0.0.1", message: CANARY, phase: "Running" },
  extra: CANARY,
};

Deno.test("redactObject() keeps of a pod what the mesh is about", () => {
  const kept = redactObject(pod);
  silent(kept);
  deepStrictEqual(kept["metadata"], {
    name: "web",
    namespace: "shop",
    labels: { app: "web" },
    annotations: { "sidecar.istio.io/inject": "true" },
  });
  deepStrictEqual(kept["status"], { podIP: "10.0.0.1", phase: "Running" });
  const { containers } = kept["spec"] as { containers: Record<string, unknown>[] };
  deepStrictEqual(containers[0]?.["ports"], [{ containerPort: 8080 }]);
  deepStrictEqual(containers[0]?.["env"], [{ name: "DB_PASSWORD" }, { name: "PLAIN" }]);
  deepStrictEqual(containers[1]?.["args"], ["proxy", "sidecar"]);
  deepStrictEqual(containers[1]?.["env"], [
    { name: "ISTIO_META_CLUSTER_ID", value: "east" },
    { name: "OTHER" },
  ]);
});

Deno.test("redactObject() keeps no data of Secrets and ConfigMaps but what is public", () => {
  const certificate = "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----";
  const secret = {
    apiVersion: "v1",
    kind: "Secret",
    metadata: { name: "tls" },
    type: "kubernetes.io/tls",
    data: {
      "tls.crt": btoa(certificate),
      "tls.key": btoa(KEY),
      "ca.crt": btoa(KEY),
      other: btoa(CANARY),
    },
    stringData: { x: CANARY },
  };
  deepStrictEqual(redactObject(secret), {
    apiVersion: "v1",
    kind: "Secret",
    metadata: { name: "tls" },
    type: "kubernetes.io/tls",
    data: { "tls.crt": btoa(certificate) },
  });
  const configMap = (name: string) =>
    redactObject({
      apiVersion: "v1",
      kind: "ConfigMap",
      metadata: { name },
      data: { mesh: CANARY },
    });
  deepStrictEqual(configMap("app")["data"], { mesh: REDACTED });
  deepStrictEqual(configMap("istio")["data"], { mesh: CANARY });
  deepStrictEqual(Object.keys(redactObject({ ...secret, kind: "Unknown" })), [
    "apiVersion",
    "kind",
    "metadata",
  ]);
});

Deno.test("redactObject() keeps the configuration of the mesh without values of headers", () => {
  const route = {
    match: [{
      uri: { prefix: "/a" },
      headers: { cookie: { exact: CANARY }, "x-user": { exact: "ann" } },
    }],
    headers: { request: { set: { "x-key": CANARY }, add: { a: CANARY }, remove: ["b"] } },
    route: [{ destination: { host: "reviews", subset: "v1" } }],
  };
  const vs = redactObject({
    apiVersion: "networking.istio.io/v1",
    kind: "VirtualService",
    metadata: { name: "vs" },
    spec: { hosts: ["reviews"], http: [route] },
  });
  silent(vs);
  deepStrictEqual(vs["spec"], {
    hosts: ["reviews"],
    http: [{
      match: [{
        uri: { prefix: "/a" },
        headers: { cookie: { exact: REDACTED }, "x-user": { exact: "ann" } },
      }],
      headers: { request: { set: { "x-key": REDACTED }, add: { a: REDACTED }, remove: ["b"] } },
      route: [{ destination: { host: "reviews", subset: "v1" } }],
    }],
  });
  silent(redactObject({
    apiVersion: "gateway.networking.k8s.io/v1",
    kind: "HTTPRoute",
    metadata: { name: "r" },
    spec: {
      rules: [{
        matches: [{ headers: [{ name: "authorization", value: CANARY }] }],
        filters: [{
          type: "RequestHeaderModifier",
          requestHeaderModifier: { set: [{ name: "a", value: CANARY }] },
        }],
      }],
    },
  }));
  silent(redactObject({
    apiVersion: "extensions.istio.io/v1alpha1",
    kind: "WasmPlugin",
    metadata: { name: "w" },
    spec: { pluginConfig: { key: CANARY }, vmConfig: { env: [{ name: "A", value: CANARY }] } },
  }));
});

Deno.test("redactJson() takes secrets out of Envoy's configuration", () => {
  const dump = {
    bootstrap: {
      node: {
        metadata: {
          ANNOTATIONS: { "example.com/x": CANARY, "sidecar.istio.io/status": "{}" },
          LABELS: { app: "web" },
        },
      },
    },
    routes: [{
      match: {
        headers: [{ name: "authorization", string_match: { exact: CANARY } }, {
          name: ":method",
          string_match: { exact: "GET" },
        }],
      },
      request_headers_to_add: [
        { header: { key: "x-key", value: CANARY }, append_action: "APPEND_IF_EXISTS_OR_ADD" },
        { header: { key: "x-ip", value: "%DOWNSTREAM_REMOTE_ADDRESS%" } },
      ],
    }],
    lua: { inline_code: `key = "${CANARY}"` },
    tls: {
      trusted_ca: { inline_string: "-----BEGIN CERTIFICATE-----\nx" },
      private_key: { inline_string: KEY },
    },
    jwks: { inline_string: '{"keys":[{"kty":"RSA","n":"x"}]}' },
    hmac: { inline_string: `{"keys":[{"kty":"oct","k":"${CANARY}"}]}` },
    wasm: { configuration: { "@type": "StringValue", value: CANARY } },
    password: CANARY,
  };
  const text = silent(redactJson(dump));
  for (
    const kept of [
      "GET",
      "%DOWNSTREAM_REMOTE_ADDRESS%",
      "BEGIN CERTIFICATE",
      "kty",
      "sidecar.istio.io/status",
    ]
  ) {
    ok(text.includes(kept), kept);
  }
});

const REQUEST =
  `[2026-11-22T16:54:47.391Z] "GET /reviews/0?token=${CANARY} HTTP/1.1" 503 NC cluster_not_found - "-" 0 0 0 - "-" "curl/7.88.1 ${CANARY}" "12ed56c5-7b06-4193-8c83-0fe0ecd9c212" "reviews.bookinfo:9080" "-" - - 10.200.143.43:9080 10.200.1.17:58274 - -`;

Deno.test("redactFile() keeps of a proxy's log its requests and its own messages", () => {
  const log = [
    REQUEST,
    `2026-11-22T16:54:47.4Z\twarning\tenvoy config\tgRPC config for x rejected: Error adding/updating listener(s)`,
    "0.0.0.0_9080: script load error",
    "",
    `print ${CANARY}`,
    `2026-11-22T16:54:47.4Z\tdebug\tenvoy http\t'authorization', '${CANARY}'`,
    `2026/11/22 17:17:45 ERROR ${CANARY}`,
    `2026-11-22T16:54:48Z\tinfo\txdsproxy\tconnected`,
    `after ${CANARY}`,
  ].join("\n");
  const kept = redactFile("proxies/a/b/access.log", log, options) ?? "";
  silent(kept);
  const [request, ...messages] = kept.trimEnd().split("\n");
  const entry = parseDefaultLine(request ?? "");
  const { path, userAgent, ...rest } = parseDefaultLine(REQUEST)!;
  deepStrictEqual({ ...entry }, {
    ...rest,
    path: `/reviews/0?token=${REDACTED}`,
    userAgent: "curl/7.88.1",
  });
  match(path + userAgent, /canary/);
  deepStrictEqual(messages.map((line) => line.split("\t").at(-1)), [
    "gRPC config for x rejected: Error adding/updating listener(s)",
    "0.0.0.0_9080: script load error",
    "connected",
  ]);
});

Deno.test("redactFile() keeps nothing of a form that it does not know", () => {
  strictEqual(redactFile("logs/a/b/app.log", CANARY, options), undefined);
  strictEqual(
    redactFile("logs/a/b/app.log", `x password=${CANARY}`, {
      ...options,
      hasApplicationLogs: true,
    }),
    `x password=${REDACTED}`,
  );
  strictEqual(redactFile("proxies/a/b/certs.json", `no json ${CANARY}`, options), undefined);
  strictEqual(redactFile("istiod/version.json", "1.30.2-x-Clean\n", options), "1.30.2-x-Clean\n");
  strictEqual(redactFile("istiod/version.json", `{"x": "${CANARY}"}`, options), undefined);
  strictEqual(
    redactFile(
      "istiod/metrics.prom",
      `# HELP x ${CANARY}\n# TYPE x gauge\nx{a="b"} 1\n${CANARY}!\n`,
      options,
    ),
    '# TYPE x gauge\nx{a="b"} 1\n',
  );
});
