import { Failure, nearest, valueAt } from "../core/mod.ts";
import { type Entry, type LoginSurroundings, text } from "./entry.ts";
import { inCluster, type Login, loginOf } from "./login.ts";

/** Where to look for the cluster. */
export interface KubeconfigOptions extends LoginSurroundings {
  /** Path of the kubeconfig; `$KUBECONFIG` and `~/.kube/config` where it is not given. */
  readonly kubeconfig?: string;
  /** Name of the context; the current one where it is not given. */
  readonly context?: string;
}

interface Kubeconfig {
  readonly contexts: ReadonlyMap<string, Entry>;
  readonly clusters: ReadonlyMap<string, Entry>;
  readonly users: ReadonlyMap<string, Entry>;
  readonly current: string | undefined;
  readonly paths: readonly string[];
}

const MAX_KUBECONFIG_BYTES = 16e6;

/**
 * Finds the context and reads all that it refers to. Of several kubeconfigs the first that names a thing
 * wins, as in kubectl. Without one, a pod's own service account is used. Throws a {@linkcode Failure}.
 */
export async function readLogin(options: KubeconfigOptions): Promise<Login> {
  const kubeconfig = await readKubeconfig(options);
  if (kubeconfig === undefined) {
    const login = await inCluster(options);
    if (login !== undefined) return login;
    const hint =
      "Name files or folders, - for what is piped in, --snapshot PATH, or a cluster with --kubeconfig.";
    const message = "Cannot tell which mesh to look at: there is no kubeconfig, and this is no pod";
    throw new Failure("USAGE", message, { hint });
  }
  const name = options.context ?? kubeconfig.current;
  const context = name === undefined ? undefined : kubeconfig.contexts.get(name);
  if (name === undefined || context === undefined) throw noContext(name, kubeconfig);
  const clusterName = text(context.value, "cluster") ?? "";
  const userName = text(context.value, "user") ?? "";
  const cluster = kubeconfig.clusters.get(clusterName);
  if (cluster === undefined || text(cluster.value, "server") === undefined) {
    throw noCluster(name, clusterName, kubeconfig.paths);
  }
  const user = kubeconfig.users.get(userName);
  if (user === undefined && userName !== "") throw noUser(name, userName, kubeconfig.paths);
  const namespace = text(context.value, "namespace") ?? "default";
  return await loginOf({
    ...{ name, namespace, clusterName, userName, cluster },
    user: user ?? { value: {}, file: "" },
  }, options);
}

async function readKubeconfig(
  { kubeconfig, world: { env, fs }, signal }: KubeconfigOptions,
): Promise<Kubeconfig | undefined> {
  const given = kubeconfig ?? env.get("KUBECONFIG") ?? "";
  const paths = kubeconfig === undefined
    ? given.split(":").filter((path) => path !== "")
    : [kubeconfig];
  if (paths.length === 0) paths.push(`${env.get("HOME") ?? ""}/.kube/config`);
  const files: Entry[] = [];
  for (const path of paths) {
    // As in kubectl, of the paths that nobody gave as a flag some may not be there.
    if (kubeconfig === undefined && await fs.stat(path) === undefined) continue;
    const bytes = await fs.read(path, MAX_KUBECONFIG_BYTES, signal);
    files.push({ value: await parse(path, new TextDecoder().decode(bytes)), file: path });
  }
  if (files.length === 0) return undefined;
  const current = files.map(({ value }) => text(value, "current-context"));
  return {
    contexts: named(files, "contexts", "context"),
    clusters: named(files, "clusters", "cluster"),
    users: named(files, "users", "user"),
    current: current.find((name) => name !== undefined),
    paths,
  };
}

async function parse(path: string, content: string): Promise<unknown> {
  const { loadAll, YAMLException } = await import("js-yaml");
  try {
    return loadAll(content, { maxAliases: 100 })[0];
  } catch (cause) {
    if (!(cause instanceof YAMLException)) throw cause;
    const line = (cause.mark?.line ?? 0) + 1;
    const message = `Cannot read kubeconfig "${path}": line ${line}: ${cause.reason}`;
    throw new Failure("FILE_NOT_READABLE", message);
  }
}

function named(
  files: readonly Entry[],
  list: string,
  field: string,
): ReadonlyMap<string, Entry> {
  const entries = new Map<string, Entry>();
  for (const { value, file } of files) {
    const items = valueAt(value, [list]);
    for (const item of Array.isArray(items) ? items : []) {
      const name = text(item, "name");
      if (name === undefined || entries.has(name)) continue;
      entries.set(name, { value: valueAt(item, [field]), file });
    }
  }
  return entries;
}

function noContext(name: string | undefined, { contexts, paths }: Kubeconfig): Failure {
  const where = `kubeconfig "${paths.join(":")}"`;
  const names = [...contexts.keys()].sort();
  const choice = names.length === 0 ? "It has no contexts." : `It has: ${names.join(", ")}.`;
  if (name === undefined) {
    const message = `Cannot choose a cluster: ${where} has no current context`;
    return new Failure("FILE_NOT_READABLE", message, { hint: choice });
  }
  const likely = nearest(name, names);
  return new Failure(
    "USAGE",
    `Cannot use context "${name}": ${where} has none of that name`,
    { hint: likely === undefined ? choice : `Did you mean "${likely}"? ${choice}` },
  );
}

function noCluster(context: string, cluster: string, paths: readonly string[]): Failure {
  const where = `kubeconfig "${paths.join(":")}" has no server for cluster "${cluster}"`;
  return new Failure("FILE_NOT_READABLE", `Cannot use context "${context}": ${where}`);
}

function noUser(context: string, user: string, paths: readonly string[]): Failure {
  const where = `kubeconfig "${paths.join(":")}" has no user "${user}"`;
  return new Failure("FILE_NOT_READABLE", `Cannot use context "${context}": ${where}`);
}
