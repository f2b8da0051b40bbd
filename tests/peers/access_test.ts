/** Every request that a recorded server logged was let in or denied as its policies say. @module */
import { equal, ok } from "node:assert/strict";
import { realWorld } from "../../lib/io/mod.ts";
import { openSnapshot } from "../../lib/source/mod.ts";
import {
  type AccessLogEntry,
  type AccessRequest,
  authorize,
  formatPrincipal,
  Mesh,
  parseProxyLog,
  parseRbacDetails,
  policiesFor,
  type Recording,
  type Resource,
} from "../../mod.ts";
import { peerTest, recordingNames, shared } from "./shared.ts";

const signal = new AbortController().signal;

peerTest("policies decide as the recorded proxies did", "captures", async () => {
  const seen = { allow: 0, deny: 0 };
  for (const name of recordingNames()) {
    const path = shared(`captures/${name}.tar.gz`);
    const { recordings, resources } = await openSnapshot(path, { world: realWorld(), signal });
    const mesh = new Mesh(resources);
    for (const recording of recordings) {
      for await (const { server, entry } of servedBy(mesh, recording)) {
        const request = requestOf(mesh, recording, entry);
        const { decision, by } = authorize(policiesFor(mesh, server), request);
        const context = `${name} ${server.name} ${JSON.stringify(entry)}`;
        const denial = parseRbacDetails(`${entry.details} ${entry.termination}`);
        const observed = denial ? "deny" : "allow";
        equal(decision, observed, context);
        if (denial) equal(by?.policy.name, denial.rule?.name, context);
        if (denial) equal(by?.ruleIndex, denial.rule?.ruleIndex, context);
        seen[observed]++;
      }
    }
  }
  ok(seen.allow > 0 && seen.deny > 0, `checked ${seen.allow} allowed, ${seen.deny} denied`);
});

async function* servedBy(
  mesh: Mesh,
  recording: Recording,
): AsyncGenerator<{ server: Resource<"Pod">; entry: AccessLogEntry }> {
  const since = Date.parse(recording.manifest.windowStart ?? "");
  for (const namespace of await recording.list("proxies", signal)) {
    for (const name of await recording.list(`proxies/${namespace}`, signal)) {
      const server = mesh.get("Pod", namespace, name);
      const log = await recording.read(`proxies/${namespace}/${name}/access.log`, signal);
      if (!server || log === undefined) continue;
      for (const entry of parseProxyLog(log).requests) {
        if (entry.startMs >= since && isServed(entry)) yield { server, entry };
      }
    }
  }
}

/** Whether the request came in through the sidecar and passed authentication, so that policies saw it. */
function isServed({ upstreamCluster, details }: AccessLogEntry): boolean {
  return upstreamCluster.startsWith("inbound|") && !details.startsWith("jwt_authn");
}

function requestOf(mesh: Mesh, { manifest }: Recording, entry: AccessLogEntry): AccessRequest {
  const ip = entry.downstreamRemote.slice(0, entry.downstreamRemote.lastIndexOf(":"));
  const client = mesh.list("Pod").find((pod) =>
    pod.cluster === manifest.clusterName && pod.status.podIP === ip && !pod.spec.hostNetwork
  );
  const principal = client && formatPrincipal({
    trustDomain: mesh.config.trustDomain,
    namespace: client.namespace,
    serviceAccount: client.spec.serviceAccountName ?? "default",
  });
  return {
    source: {
      ip,
      isMtls: entry.serverName.startsWith("outbound_."),
      ...(principal ? { principal } : {}),
    },
    isHttp: entry.method !== "",
    method: entry.method,
    path: entry.path,
    host: entry.authority,
    port: Number(entry.downstreamLocal.slice(entry.downstreamLocal.lastIndexOf(":") + 1)),
    sni: entry.serverName || null,
  };
}
