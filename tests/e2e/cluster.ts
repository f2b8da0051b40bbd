/** What the tests against a live cluster share. @module */
import { connect, type KubeClient, type KubeObject } from "../../lib/client/mod.ts";
import { type FaultProxy, kubeconfig } from "../../scripts/testbed/mod.ts";
import { realWorld } from "../../lib/io/mod.ts";
import { type Kind, type Schema, schemas } from "../../lib/mesh/mod.ts";

/** Parts are started by hooks, outside of what a single test would be blamed for. */
export const LIVE = { sanitizeOps: false, sanitizeResources: false } as const;

/** Never aborts. */
export const { signal } = new AbortController();

/** The schema of a kind. */
export function schema(kind: Kind): Schema {
  return schemas.byIdentifier(kind);
}

/** A client that ends with the test. */
export interface TestClient extends KubeClient, AsyncDisposable {}

/** Connects with the text of a kubeconfig. */
export async function connectWith(text: string, context?: string): Promise<TestClient> {
  const kubeconfig = await Deno.makeTempFile();
  await Deno.writeTextFile(kubeconfig, text);
  const client = await connect({
    world: realWorld(),
    kubeconfig,
    signal,
    ...(context !== undefined && { context }),
  });
  await Deno.remove(kubeconfig);
  return Object.assign(client, { [Symbol.asyncDispose]: () => client.close() });
}

/** A client whose requests pass a proxy. */
export async function connectThrough(proxy: FaultProxy, token: string): Promise<TestClient> {
  const { cert: ca } = proxy.target.authority;
  return await connectWith(kubeconfig({ server: proxy.url, ca, credentials: { token } }));
}

/** An object that only has a name. */
export function configMap(name: string, data: Readonly<Record<string, string>> = {}): KubeObject {
  return { apiVersion: "v1", kind: "ConfigMap", metadata: { name, namespace: "default" }, data };
}
