/** A recorded mesh in the layout of `istioctl bug-report`, as istioctl and kubectl would have written it. @module */
import { dump } from "js-yaml";
import type { AnyResource, Recording, Snapshot } from "../mod.ts";
import { resourceFile } from "../lib/source/cluster/layout.ts";
import { schemas } from "../lib/mesh/mod.ts";

const { signal } = new AbortController();

/** What kubectl prints for `all` and the kinds that istioctl names beside it. */
const RESOURCES = new Set([
  "ConfigMap",
  "CronJob",
  "CustomResourceDefinition",
  "DaemonSet",
  "Deployment",
  "EndpointSlice",
  "Endpoints",
  "Event",
  "HorizontalPodAutoscaler",
  "Ingress",
  "Job",
  "MutatingWebhookConfiguration",
  "Namespace",
  "Pod",
  "ReplicaSet",
  "Service",
  "StatefulSet",
  "ValidatingWebhookConfiguration",
]);

/** The kinds of Kubernetes that istioctl does not ask for, or not as objects. */
const NOT_CUSTOM = new Set([
  "Lease",
  "NetworkPolicy",
  "Node",
  "PodDisruptionBudget",
  "Secret",
  "ServiceAccount",
]);

const PROXY_FILES: Readonly<Record<string, string>> = {
  "certs.json": "certs",
  "config_dump.json": "config_dump?include_eds",
  "memory.json": "memory",
  "server_info.json": "server_info",
  "stats.prom": "stats/prometheus",
};

/** The files of a bug report about the first cluster of a recording, by their paths. */
export async function bugReportOf(
  { recordings: [recording], resources }: Snapshot,
): Promise<Record<string, string>> {
  const { capturedAt, kubernetesVersion, istioVersion } = recording.manifest;
  const files: Record<string, string> = {
    "analyze/allNamespaces/allNamespaces": "Info [IST0102] (Namespace legacy) …\n",
    "bug-report.log": `${capturedAt.replace("Z", ".000000Z")}\tinfo\tDone with bug-report\n`,
    "cluster/crs": listOf(resources, ({ kind }) => !RESOURCES.has(kind) && !NOT_CUSTOM.has(kind)),
    "cluster/k8s-resources": listOf(resources, ({ kind }) => RESOURCES.has(kind)),
    "cluster/kubectl-version": `Client Version: v1.35.0\nServer Version: ${kubernetesVersion}\n`,
    "cluster/secrets": tableOf(resources.filter(({ kind }) => kind === "Secret")),
    "versions": versions(istioVersion ?? ""),
  };
  for (const namespace of await recording.list("proxies", signal)) {
    for (const pod of await recording.list(`proxies/${namespace}`, signal)) {
      await addProxy(files, recording, `proxies/${namespace}/${pod}`);
    }
  }
  const istiod = resources.find(({ kind, labels }) => kind === "Pod" && labels["app"] === "istiod");
  const folder = `istio/${istiod?.namespace ?? "istio-system"}/${istiod?.name ?? "istiod-0"}`;
  files[`${folder}/discovery.log`] = await recording.read("istiod/istiod.log", signal) ?? "";
  files[`${folder}/metrics`] = await recording.read("istiod/metrics.prom", signal) ?? "";
  for (const name of await recording.list("istiod/debug", signal)) {
    const text = await recording.read(`istiod/debug/${name}`, signal);
    files[`${folder}/debug/${name.replace(".json", "")}`] = text ?? "";
  }
  const written = Object.entries(files).filter(([, text]) => text.trim() !== "");
  return Object.fromEntries(written.map(([path, text]) => [`bug-report/${path}`, text]));
}

function listOf(
  resources: readonly AnyResource[],
  isIn: (resource: AnyResource) => boolean,
): string {
  const listed = resources.filter(isIn);
  // A cluster knows its kinds by definitions, which not every recording has.
  const kinds = schemas.all().filter(({ group }) => /istio\.io$|gateway/.test(group));
  const definitions = isIn({ kind: "CustomResourceDefinition" } as AnyResource)
    ? kinds.map((schema) => ({
      apiVersion: "apiextensions.k8s.io/v1",
      kind: "CustomResourceDefinition",
      metadata: { name: resourceFile(schema).replace(".json", "") },
    }))
    : [];
  const items = [...listed.map(({ written }) => written), ...definitions];
  return dump({ apiVersion: "v1", items, kind: "List", metadata: { resourceVersion: "" } });
}

function tableOf(secrets: readonly AnyResource[]): string {
  const rows = secrets.map(({ namespace, name }) =>
    `${namespace}   ${name}   Opaque   1      5d\n`
  );
  return `NAMESPACE   NAME   TYPE   DATA   AGE\n${rows.join("")}`;
}

function versions(version: string): string {
  const build = (of: string) =>
    `version.BuildInfo{Version:"${of}", GitRevision:"abc", GolangVersion:"", BuildStatus:"Clean", GitTag:"${of}"}`;
  return `CLI version:\n${build("1.28.1")}\n\n` +
    "The following Istio control plane revisions/versions were found in the cluster:\n" +
    `Revision default:\n&version.MeshInfo{\n    {\n        Component: "pilot",\n        Info:      ${
      build(version)
    },\n    },\n}\n\n` +
    "The following proxy revisions/versions were found in the cluster:\n" +
    `Revision default: Versions {${version}}\n`;
}

async function addProxy(
  files: Record<string, string>,
  recording: Recording,
  folder: string,
): Promise<void> {
  for (const name of await recording.list(folder, signal)) {
    const text = await recording.read(`${folder}/${name}`, signal) ?? "";
    const path = PROXY_FILES[name];
    if (path !== undefined) files[`${folder}/${path}`] = text;
    if (name === "clusters.json") files[`${folder}/clusters`] = clustersAsText(text);
    if (name !== "access.log") continue;
    files[`${folder}/istio-proxy.log`] = since(recording.manifest.windowStart ?? "", text);
  }
}

/** As with `--start-time`. */
function since(start: string, log: string): string {
  const lines = log.split("\n").filter((line) => {
    const [time = start] = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[.\d]*Z/.exec(line) ?? [];
    return Date.parse(time) >= Date.parse(start) || !line.startsWith("[");
  });
  return lines.join("\n");
}

/** As Envoy prints them without `format=json`. */
function clustersAsText(json: string): string {
  const lines: string[] = [];
  for (const { name, host_statuses = [], circuit_breakers } of JSON.parse(json).cluster_statuses) {
    lines.push(`${name}::observability_name::${name}`);
    for (const { priority = "DEFAULT", ...limits } of circuit_breakers?.thresholds ?? []) {
      for (const [limit, value] of Object.entries(limits)) {
        if (typeof value !== "number") continue;
        lines.push(`${name}::${priority.toLowerCase()}_priority::${limit}::${value}`);
      }
    }
    lines.push(`${name}::added_via_api::true`);
    for (const host of host_statuses) {
      const { socket_address: socket, pipe, envoy_internal_address: internal } = host.address;
      const address = socket
        ? `${socket.address}:${socket.port_value}`
        : pipe?.path ?? `envoy://${internal.server_listener_name}/${internal.endpoint_id ?? ""}`;
      const say = (key: string, value: unknown) =>
        lines.push(`${name}::${address}::${key}::${value}`);
      for (const { name: stat, value = 0 } of host.stats ?? []) say(stat, value);
      say("hostname", host.hostname ?? "");
      say("health_flags", flagsOf(host.health_status ?? {}));
      say("weight", host.weight ?? 1);
      for (const part of ["region", "zone", "sub_zone"]) say(part, host.locality?.[part] ?? "");
      say("canary", false);
      say("priority", host.priority ?? 0);
      say("success_rate", -1);
    }
  }
  return lines.map((line) => `${line}\n`).join("");
}

function flagsOf(health: Readonly<Record<string, unknown>>): string {
  const flags = [
    ...health["eds_health_status"] === "UNHEALTHY" ? ["/failed_eds_health"] : [],
    ...health["failed_outlier_check"] ? ["/failed_outlier_check"] : [],
    ...health["failed_active_health_check"] ? ["/failed_active_hc"] : [],
  ];
  return flags.join("") || "healthy";
}
