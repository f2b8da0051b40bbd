import { Failure, valueAt } from "../core/mod.ts";
import type { CredentialSource } from "./credentials/credential.ts";
import { credentialSource } from "./credentials/of_user.ts";
import { type Entry, type LoginSurroundings, pem, text } from "./entry.ts";
import { proxyFor } from "./environment_proxy.ts";
import type { Cluster, User } from "./library.ts";

/** Which cluster, as whom. */
export interface ContextInfo {
  /** Name of the context. */
  readonly name: string;
  /** Name of the cluster in the kubeconfig. */
  readonly cluster: string;
  /** URL of the API server. */
  readonly server: string;
  /** The proxy on the way there, as `host:port`. */
  readonly proxy?: string;
  /** Name of the user in the kubeconfig. */
  readonly user: string;
  /** Namespace of commands that name none. */
  readonly namespace: string;
}

/** A context with all that is needed to log in. */
export interface Login {
  /** Which cluster, as whom. */
  readonly info: ContextInfo;
  /** The cluster as the client library wants it. */
  readonly cluster: Cluster;
  /** The user as the client library wants it. */
  readonly user: User;
  /** What gives credentials that are not among those of the user. */
  readonly source: CredentialSource | undefined;
  /** Headers of an impersonation that the client library does not know. */
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
}

/** A context and the entries that it names. */
export interface NamedContext {
  /** Name of the context. */
  readonly name: string;
  /** Namespace of commands that name none. */
  readonly namespace: string;
  /** Name of the cluster. */
  readonly clusterName: string;
  /** Name of the user. */
  readonly userName: string;
  /** Entry of the cluster. */
  readonly cluster: Entry;
  /** Entry of the user. */
  readonly user: Entry;
}

const SERVICE_ACCOUNT = "/var/run/secrets/kubernetes.io/serviceaccount";

/** Reads all that a context refers to: certificates and keys, but for tokens that change. */
export async function loginOf(
  context: NamedContext,
  surroundings: LoginSurroundings,
): Promise<Login> {
  const { name, namespace, clusterName, userName, user } = context;
  const cluster = await clusterOf(context, surroundings);
  const { server, proxyUrl } = cluster;
  const proxy = proxyUrl === undefined ? {} : { proxy: new URL(proxyUrl).host };
  return {
    info: { name, cluster: clusterName, server, ...proxy, user: userName, namespace },
    cluster,
    user: await userOf(userName, user, surroundings),
    source: credentialSource(user, context.cluster, cluster, surroundings),
    headers: impersonation(user.value),
  };
}

/** The service account of the pod that this runs in; `undefined` outside of a pod. */
export async function inCluster(surroundings: LoginSurroundings): Promise<Login | undefined> {
  const { world: { env, fs }, signal } = surroundings;
  const [host, port] = [env.get("KUBERNETES_SERVICE_HOST"), env.get("KUBERNETES_SERVICE_PORT")];
  const file = `${SERVICE_ACCOUNT}/token`;
  if (host === undefined || await fs.stat(file) === undefined) return undefined;
  const server = `https://${host.includes(":") ? `[${host}]` : host}:${port ?? "443"}`;
  const namespace = await fs.stat(`${SERVICE_ACCOUNT}/namespace`) === undefined
    ? "default"
    : new TextDecoder().decode(await fs.read(`${SERVICE_ACCOUNT}/namespace`, 1000, signal)).trim();
  const name = "in-cluster";
  return await loginOf({
    ...{ name, namespace, clusterName: name, userName: name },
    cluster: { value: { server, "certificate-authority": "ca.crt" }, file },
    user: { value: { tokenFile: "token" }, file },
  }, surroundings);
}

async function clusterOf(
  { name, clusterName, cluster: entry }: NamedContext,
  surroundings: LoginSurroundings,
): Promise<Cluster> {
  const { value } = entry;
  const caData = await pem(entry, "certificate-authority", surroundings);
  const skipsVerification = valueAt(value, ["insecure-skip-tls-verify"]) === true;
  const server = serverOf(name, value, caData !== undefined || skipsVerification);
  const tlsServerName = text(value, "tls-server-name");
  const proxyUrl = text(value, "proxy-url") ?? proxyFor(server, surroundings.world.env);
  if (proxyUrl !== undefined && !/^(?:https?|socks[45][ah]?):\/\/./.test(proxyUrl)) {
    throw unusable(name, "its proxy-url is no http, https or socks URL");
  }
  return {
    name: clusterName,
    server: server.href.replace(/\/+$/, ""),
    // The client library refuses plain HTTP, which `kubectl proxy` serves, unless told so.
    skipTLSVerify: skipsVerification || server.protocol === "http:",
    ...(caData !== undefined && { caData }),
    ...(tlsServerName !== undefined && { tlsServerName }),
    ...(proxyUrl !== undefined && { proxyUrl }),
  };
}

/** The address of the API server; without a scheme it is that of the other settings, as in client-go. */
function serverOf(context: string, cluster: unknown, hasTls: boolean): URL {
  const written = text(cluster, "server") ?? "";
  const complete = written.includes("://") ? written : `http${hasTls ? "s" : ""}://${written}`;
  const server = URL.canParse(complete) ? new URL(complete) : undefined;
  if (server !== undefined && /^https?:$/.test(server.protocol)) return server;
  throw unusable(context, `its server "${written}" is no http or https URL`);
}

async function userOf(name: string, entry: Entry, surroundings: LoginSurroundings): Promise<User> {
  const { value } = entry;
  const certData = await pem(entry, "client-certificate", surroundings);
  const keyData = await pem(entry, "client-key", surroundings);
  const [token, username] = [text(value, "token"), text(value, "username")];
  const impersonateUser = text(value, "as");
  return {
    name,
    ...(certData !== undefined && { certData }),
    ...(keyData !== undefined && { keyData }),
    ...(token !== undefined && text(value, "tokenFile") === undefined && { token }),
    ...(username !== undefined && { username, password: text(value, "password") ?? "" }),
    ...(impersonateUser !== undefined && { impersonateUser }),
  };
}

function impersonation(user: unknown): Login["headers"] {
  const groups = valueAt(user, ["as-groups"]);
  const uid = text(user, "as-uid");
  return {
    ...(Array.isArray(groups) && { "Impersonate-Group": groups.map(String) }),
    ...(uid !== undefined && { "Impersonate-Uid": uid }),
  };
}

function unusable(context: string, reason: string): Failure {
  return new Failure("FILE_NOT_READABLE", `Cannot use context "${context}": ${reason}`);
}
