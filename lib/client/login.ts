import { valueAt, type World } from "../core/mod.ts";
import type { Cluster, User } from "./library.ts";

/** Which cluster, as whom. */
export interface ContextInfo {
  /** Name of the context. */
  readonly name: string;
  /** Name of the cluster in the kubeconfig. */
  readonly cluster: string;
  /** URL of the API server. */
  readonly server: string;
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
  /** Headers of an impersonation that the client library does not know. */
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
}

/** One part of a kubeconfig. */
export interface Entry {
  /** What was written there. */
  readonly value: unknown;
  /** Folder of the file: relative paths start there. */
  readonly folder: string;
}

/** Files and the environment, and what interrupts reading them. */
export interface Surroundings {
  /** Files and the environment. */
  readonly world: Pick<World, "env" | "fs">;
  /** Interrupts. */
  readonly signal: AbortSignal;
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
const MAX_PEM_BYTES = 4e6;

/** Reads all that a context refers to: certificates and keys, but for tokens that change. */
export async function loginOf(context: NamedContext, surroundings: Surroundings): Promise<Login> {
  const { name, namespace, clusterName, userName, cluster, user } = context;
  const server = (text(cluster.value, "server") ?? "").replace(/\/+$/, "");
  return {
    info: { name, cluster: clusterName, server, user: userName, namespace },
    cluster: await clusterOf(clusterName, server, cluster, surroundings),
    user: await userOf(userName, user, surroundings),
    headers: impersonation(user.value),
  };
}

/** The service account of the pod that this runs in; `undefined` outside of a pod. */
export async function inCluster(surroundings: Surroundings): Promise<Login | undefined> {
  const { world: { env, fs }, signal } = surroundings;
  const [host, port] = [env.get("KUBERNETES_SERVICE_HOST"), env.get("KUBERNETES_SERVICE_PORT")];
  if (host === undefined || await fs.stat(`${SERVICE_ACCOUNT}/token`) === undefined) {
    return undefined;
  }
  const server = `https://${host.includes(":") ? `[${host}]` : host}:${port ?? "443"}`;
  const namespace = await fs.stat(`${SERVICE_ACCOUNT}/namespace`) === undefined
    ? "default"
    : new TextDecoder().decode(await fs.read(`${SERVICE_ACCOUNT}/namespace`, 1000, signal)).trim();
  const name = "in-cluster";
  return await loginOf({
    ...{ name, namespace, clusterName: name, userName: name },
    cluster: { value: { server, "certificate-authority": "ca.crt" }, folder: SERVICE_ACCOUNT },
    user: { value: { tokenFile: "token" }, folder: SERVICE_ACCOUNT },
  }, surroundings);
}

async function clusterOf(
  name: string,
  server: string,
  { value, folder }: Entry,
  surroundings: Surroundings,
): Promise<Cluster> {
  const caData = await material(value, "certificate-authority", folder, surroundings);
  const tlsServerName = text(value, "tls-server-name");
  const proxyUrl = text(value, "proxy-url");
  return {
    name,
    server,
    // The client library refuses plain HTTP, which `kubectl proxy` serves, unless told so.
    skipTLSVerify: valueAt(value, ["insecure-skip-tls-verify"]) === true ||
      server.startsWith("http:"),
    ...(caData !== undefined && { caData }),
    ...(tlsServerName !== undefined && { tlsServerName }),
    ...(proxyUrl !== undefined && { proxyUrl }),
  };
}

async function userOf(
  name: string,
  { value, folder }: Entry,
  surroundings: Surroundings,
): Promise<User> {
  const certData = await material(value, "client-certificate", folder, surroundings);
  const keyData = await material(value, "client-key", folder, surroundings);
  const tokenFile = text(value, "tokenFile");
  const provider = tokenFile === undefined
    ? valueAt(value, ["auth-provider"])
    : { name: "tokenFile", config: { tokenFile: absolute(folder, tokenFile) } };
  const exec = execOf(valueAt(value, ["exec"]), folder);
  const [token, username] = [text(value, "token"), text(value, "username")];
  const impersonateUser = text(value, "as");
  return {
    name,
    ...(certData !== undefined && { certData }),
    ...(keyData !== undefined && { keyData }),
    ...(token !== undefined && tokenFile === undefined && { token }),
    ...(username !== undefined && { username, password: text(value, "password") ?? "" }),
    ...(impersonateUser !== undefined && { impersonateUser }),
    ...(provider !== undefined && { authProvider: provider }),
    ...(exec !== undefined && { exec }),
  };
}

/** A plugin as the client library runs it, with what the plugin expects to be told. */
function execOf(value: unknown, folder: string): object | undefined {
  const command = text(value, "command");
  if (command === undefined) return undefined;
  const apiVersion = text(value, "apiVersion") ?? "client.authentication.k8s.io/v1";
  const info = { apiVersion, kind: "ExecCredential", spec: { interactive: false } };
  const env = valueAt(value, ["env"]);
  const args = valueAt(value, ["args"]);
  return {
    command: command.includes("/") ? absolute(folder, command) : command,
    args: Array.isArray(args) ? args.map(String) : [],
    env: [
      ...(Array.isArray(env) ? env : []),
      { name: "KUBERNETES_EXEC_INFO", value: JSON.stringify(info) },
    ],
  };
}

/** Base64 of a PEM that is given in place (`FIELD-data`) or as a file. */
async function material(
  value: unknown,
  field: string,
  folder: string,
  { world, signal }: Surroundings,
): Promise<string | undefined> {
  const data = text(value, `${field}-data`);
  const file = text(value, field);
  if (data !== undefined || file === undefined) return data;
  return (await world.fs.read(absolute(folder, file), MAX_PEM_BYTES, signal)).toBase64();
}

function impersonation(user: unknown): Login["headers"] {
  const groups = valueAt(user, ["as-groups"]);
  const uid = text(user, "as-uid");
  return {
    ...(Array.isArray(groups) && { "Impersonate-Group": groups.map(String) }),
    ...(uid !== undefined && { "Impersonate-Uid": uid }),
  };
}

function absolute(folder: string, path: string): string {
  return path.startsWith("/") ? path : `${folder}/${path}`;
}

/** A text field of a map; `undefined` where it is missing or empty. */
export function text(value: unknown, field: string): string | undefined {
  const found = valueAt(value, [field]);
  return typeof found === "string" && found !== "" ? found : undefined;
}
