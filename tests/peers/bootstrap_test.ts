import { deepStrictEqual } from "node:assert/strict";
import { realWorld } from "../../lib/io/mod.ts";
import { ConfigGenerator, optionsOfPod } from "../../lib/install/mod.ts";
import { hasProxy, Mesh } from "../../lib/mesh/mod.ts";
import { parseConfigDump } from "../../lib/proxy/mod.ts";
import { openSnapshot } from "../../lib/source/mod.ts";
import { peerTest, recordingNames, shared } from "./shared.ts";

type Json = Readonly<Record<string, unknown>>;

/** What the agent learns from its machine or its own build, not from the pod. */
const FROM_ELSEWHERE = new Set([
  "ENVOY_SKIP_DEPRECATED_LOGS",
  "ISTIO_VERSION",
  "METADATA_DISCOVERY",
  "WORKLOAD_IDENTITY_SOCKET_FILE",
]);

function without(json: unknown, names: ReadonlySet<string>): Json {
  return Object.fromEntries(Object.entries(json as Json).filter(([name]) => !names.has(name)));
}

/**
 * Who the proxy is, with what its pod decides. Without a label `app`, versions of the agent disagree about
 * the cluster's name.
 */
function identity(node: Json): Json {
  const { PROXY_CONFIG, ...metadata } = without(node["metadata"], FROM_ELSEWHERE);
  const { id, locality } = node;
  const labels = metadata["LABELS"] as Json;
  const cluster = labels["app"] === undefined ? undefined : node["cluster"];
  const settings = without(PROXY_CONFIG, new Set(["concurrency"]));
  return { id, cluster, locality, metadata, settings };
}

/** The clusters and listeners by name, and everything else that does not depend on the proxy's build. */
function skeleton(bootstrap: Json): Json {
  const { clusters, listeners } = bootstrap["static_resources"] as Record<string, Json[]>;
  const { admin, dynamic_resources } = bootstrap;
  const names = (list: readonly Json[] = []) => list.map(({ name }) => name);
  return { clusters: names(clusters), listeners: names(listeners), admin, dynamic_resources };
}

for (const name of recordingNames()) {
  peerTest(
    `buildBootstrap() starts the proxies of ${name} as they were started`,
    "captures",
    async () => {
      const { signal } = new AbortController();
      const outside = { world: realWorld(), signal };
      const path = shared(`captures/${name}.tar.gz`);
      const { recordings: [recording], resources } = await openSnapshot(path, outside);
      const mesh = new Mesh(resources);
      for (const pod of mesh.list("Pod").filter(hasProxy)) {
        const file = `proxies/${pod.namespace}/${pod.name}/config_dump.json`;
        const text = await recording.read(file, signal);
        if (text === undefined) continue;
        const recorded = parseConfigDump(text).bootstrap;
        const built = ConfigGenerator.buildBootstrap(optionsOfPod(pod, mesh));
        const plain = JSON.parse(JSON.stringify(built)) as Json;
        deepStrictEqual(
          identity(plain["node"] as Json),
          identity(recorded?.["node"] as Json),
          file,
        );
        deepStrictEqual(skeleton(plain), skeleton(recorded ?? {}), file);
      }
    },
  );
}
