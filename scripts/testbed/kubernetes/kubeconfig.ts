/** Kubeconfig texts for the people of a test. */

/** How a user proves who it is. */
export type Credentials =
  | { readonly token: string }
  | { readonly tokenFile: string }
  | { readonly cert: string; readonly key: string }
  | {
    readonly exec: {
      readonly command: string;
      readonly args: readonly string[];
      readonly [field: string]: unknown;
    };
  }
  | { readonly "auth-provider": { readonly name: string; readonly config: object } }
  | Record<string, never>;

/** One context: a server, and who speaks to it. */
export interface ContextOptions {
  /** Name of the context, its cluster and its user; default: `testbed`. */
  readonly name?: string;
  readonly server: string;
  /** PEM of the authority; absent: the server is not verified. */
  readonly ca?: string;
  readonly credentials: Credentials;
  readonly namespace?: string;
  /** `proxy-url` and `tls-server-name` of the cluster. */
  readonly proxyUrl?: string;
  readonly tlsServerName?: string;
}

/** A kubeconfig; the first context is the current one. */
export function kubeconfig(...contexts: readonly ContextOptions[]): string {
  const named = contexts.map((context) => ({ name: context.name ?? "testbed", context }));
  return JSON.stringify(
    {
      apiVersion: "v1",
      kind: "Config",
      "current-context": named[0]?.name,
      contexts: named.map(({ name, context: { namespace } }) => ({
        name,
        context: { cluster: name, user: name, namespace },
      })),
      clusters: named.map(({ name, context }) => ({
        name,
        cluster: {
          server: context.server,
          "proxy-url": context.proxyUrl,
          "tls-server-name": context.tlsServerName,
          ...(context.ca === undefined
            ? { "insecure-skip-tls-verify": true }
            : { "certificate-authority-data": btoa(context.ca) }),
        },
      })),
      users: named.map(({ name, context }) => ({ name, user: user(context.credentials) })),
    },
    null,
    2,
  );
}

function user(credentials: Credentials): object {
  if ("cert" in credentials) {
    const { cert, key } = credentials;
    return { "client-certificate-data": btoa(cert), "client-key-data": btoa(key) };
  }
  if (!("exec" in credentials)) return credentials;
  const apiVersion = "client.authentication.k8s.io/v1";
  return { exec: { apiVersion, interactiveMode: "Never", ...credentials.exec } };
}
