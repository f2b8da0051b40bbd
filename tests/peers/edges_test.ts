/** Every connection that a recorded server logged was encrypted, plain or refused as both ends' objects say. @module */
import { equal, ok } from "node:assert/strict";
import { realWorld } from "../../lib/io/mod.ts";
import { openSnapshot } from "../../lib/source/mod.ts";
import {
  type AccessLogEntry,
  addressOf,
  type Edge,
  edgeTls,
  Mesh,
  parseProxyLog,
  type Recording,
  type Resource,
} from "../../mod.ts";
import { peerTest, recordingNames, shared } from "./shared.ts";

const signal = new AbortController().signal;

peerTest("edgeTls() says how the recorded connections came out", "captures", async () => {
  const seen = { mTLS: 0, plaintext: 0, refused: 0 };
  for (const name of recordingNames()) {
    const path = shared(`captures/${name}.tar.gz`);
    const { recordings, resources } = await openSnapshot(path, { world: realWorld(), signal });
    const mesh = new Mesh(resources);
    for (const recording of recordings) {
      for await (const { edge, entry } of edgesOf(mesh, recording)) {
        const observed = entry.details === "filter_chain_not_found"
          ? "refused"
          : entry.serverName.startsWith("outbound_.")
          ? "mTLS"
          : "plaintext";
        equal(edgeTls(mesh, edge).outcome, observed, `${name} ${JSON.stringify(entry)}`);
        seen[observed]++;
      }
    }
  }
  ok(seen.mTLS > 0 && seen.refused > 0, JSON.stringify(seen));
});

/** Connections of the time of the fault that came in to a sidecar from a pod that is known. */
async function* edgesOf(
  mesh: Mesh,
  recording: Recording,
): AsyncGenerator<{ edge: Edge; entry: AccessLogEntry }> {
  const since = Date.parse(recording.manifest.windowStart ?? "");
  for (const namespace of await recording.list("proxies", signal)) {
    for (const name of await recording.list(`proxies/${namespace}`, signal)) {
      const server = mesh.get("Pod", namespace, name);
      const log = await recording.read(`proxies/${namespace}/${name}/access.log`, signal);
      if (!server || log === undefined) continue;
      for (const entry of parseProxyLog(log).requests) {
        const edge = entry.startMs >= since ? edgeOf(mesh, server, entry) : undefined;
        if (edge) yield { edge, entry };
      }
    }
  }
}

function edgeOf(mesh: Mesh, server: Resource<"Pod">, entry: AccessLogEntry): Edge | undefined {
  const local = addressOf(entry.downstreamLocal), remote = addressOf(entry.downstreamRemote);
  // An address out of X-Forwarded-For has port 0: it is not the peer's.
  if (!remote.port) return undefined;
  const client = mesh.list("Pod").find((pod) =>
    pod.cluster === server.cluster && pod.status.podIP === remote.ip && !pod.spec.hostNetwork
  );
  const isInbound = entry.upstreamCluster.startsWith("inbound|") ||
    entry.details === "filter_chain_not_found";
  if (!client || !isInbound || local.ip !== server.status.podIP || !local.port) return undefined;
  const [, port, subset, host] = /^outbound_\.(\d+)_\.(.*?)_\.(.+)$/.exec(entry.serverName) ?? [];
  const service = mesh.services.resolve(entry.authority.split(":")[0] ?? "", client.namespace);
  return {
    client,
    server,
    host: host ?? service?.host ?? hostOf(mesh, server) ?? "",
    port: Number(port ?? local.port),
    containerPort: local.port,
    ...(subset ? { subset } : {}),
  };
}

/** The host of the first service of the pod's namespace that selects it: all that a refused handshake leaves. */
function hostOf(mesh: Mesh, server: Resource<"Pod">): string | undefined {
  return mesh.services.all.find(({ resource }) =>
    resource.identifier === "Service" && resource.namespace === server.namespace &&
    Object.entries(resource.spec.selector ?? { none: "" }).every(([key, value]) =>
      server.labels[key] === value
    )
  )?.host;
}
