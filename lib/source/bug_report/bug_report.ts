import { compare } from "../../core/mod.ts";
import { type Manifest, parseIstiodVersion } from "../../evidence/mod.ts";
import { clusterName } from "../cluster/cluster_name.ts";
import { ISTIOD_DEBUG, ISTIOD_LOG, PROXY_LOG } from "../cluster/layout.ts";
import { mergedAnswers } from "../cluster/merged_answers.ts";
import { readableTree, type Tree } from "../tree.ts";
import { clusterStatusesOf } from "./cluster_statuses.ts";
import { reportedObjects } from "./objects.ts";
import { statisticsOf } from "./statistics.ts";
import { kubernetesVersion, reportedVersions } from "./versions.ts";

/** What `istioctl bug-report` writes at the top; `proxies` is a folder of snapshots, too. */
const PARTS = new Set([
  "analyze",
  "bug-report.log",
  "cluster",
  "cni",
  "istio",
  "operator",
  "proxies",
  "versions",
]);
const OF_SNAPSHOTS = new Set(["istiod", "manifest.json", "resources"]);

/** Whether the names in a folder are those of a bug report of istioctl. */
export function isBugReport(names: readonly string[]): boolean {
  return names.filter((name) => PARTS.has(name)).length > 1 &&
    !names.some((name) => OF_SNAPSHOTS.has(name));
}

/**
 * A bug report of istioctl as a tree in the layout of a snapshot. Its own layout is that of
 * `tools/bug-report` in Istio: `cluster` has what kubectl prints, `istio/NS/POD` and `proxies/NS/POD` have
 * answers of istiod and Envoy by the paths that were asked for. What it has no like of is not there.
 */
export async function bugReportTree(report: Tree, signal: AbortSignal): Promise<Tree> {
  const tree = readableTree(report);
  const read = (path: string) => tree.read(path, signal);
  const { objects, files, gaps } = await reportedObjects((name) => read(`cluster/${name}`));
  const { istioctl, istiod } = reportedVersions(await read("versions") ?? "");
  const kubernetes = kubernetesVersion(await read("cluster/kubectl-version") ?? "");
  const manifest: Manifest = {
    format: 1,
    tool: `istioctl ${istioctl} bug-report`.replace("  ", " "),
    capturedAt: lastTime(await read("bug-report.log") ?? ""),
    clusterName: clusterName(objects),
    ...(kubernetes !== undefined && { kubernetesVersion: kubernetes }),
    ...(istiod !== undefined && { istioVersion: parseIstiodVersion(istiod) }),
    gaps,
  };
  const texts = new Map([["manifest.json", JSON.stringify(manifest)]]);
  for (const [name, text] of files) texts.set(`resources/${name}`, text);
  if (istiod !== undefined) texts.set("istiod/version.json", istiod);
  return new BugReport(tree, texts);
}

/** When the last line of istioctl's own log was written; `""` where there is none. */
function lastTime(log: string): string {
  const times = [...log.matchAll(/^\d{4}-\d\d-\d\dT[\d:.]+Z(?=\s)/gm)];
  return times.at(-1)?.[0] ?? "";
}

/** A file of a proxy: which file of the bug report it is made of, and how. */
interface ProxyFile {
  readonly from: RegExp;
  readonly convert?: (text: string) => string;
}

const STATISTICS = "stats/prometheus";

const PROXY_FILES: ReadonlyMap<string, ProxyFile> = new Map([
  [PROXY_LOG, { from: /^istio-proxy\.log$/, convert: currentLog }],
  ["certs.json", { from: /^certs$/ }],
  ["clusters.json", { from: /^clusters$/, convert: clusterStatusesOf }],
  // It is named after the whole request, `config_dump?include_eds`, which not every system can write.
  ["config_dump.json", { from: /^config_dump\b/ }],
  ["memory.json", { from: /^memory$/ }],
  ["server_info.json", { from: /^server_info$/ }],
  ["stats.json", { from: /^stats$/, convert: statisticsOf }],
  ["stats.prom", { from: /^stats$/ }],
]);

/** istioctl appends the log of a container that has ended, and says so in the first line. */
function currentLog(text: string): string {
  const [, current = text] = /^=+ Previous log present[^\n]*\n\n([\s\S]*?)\n\n=+ Previous log =+\n/
    .exec(text) ?? [];
  return current;
}

class BugReport implements Tree {
  constructor(readonly tree: Tree, readonly texts: ReadonlyMap<string, string>) {}

  async list(folder: string, signal: AbortSignal): Promise<readonly string[]> {
    const [top, namespace, pod, ...rest] = folder.split("/");
    if (folder === "") return ["istiod", "manifest.json", "proxies", "resources"];
    if (folder === "resources") return this.#namesBelow("resources/");
    if (folder === "istiod") return await this.#istiodNames(signal);
    if (folder === "istiod/debug") {
      const names = await Promise.all(
        (await this.#istiods(signal)).map((istiod) => this.tree.list(`${istiod}/debug`, signal)),
      );
      const asked = new Set(names.flat());
      return ISTIOD_DEBUG.filter((name) => asked.has(name)).map((name) => `${name}.json`);
    }
    if (top !== "proxies" || rest.length > 0) return [];
    const names = await this.tree.list(folder, signal);
    if (namespace === undefined || pod === undefined) return names;
    return [...PROXY_FILES].flatMap(([file, { from }]) =>
      names.some((name) => from.test(name)) ? [file] : []
    );
  }

  async read(path: string, signal: AbortSignal): Promise<string | undefined> {
    const text = this.texts.get(path);
    if (text !== undefined) return text;
    const [top, ...rest] = path.split("/");
    if (top === "proxies") return await this.#readOfProxy(path, signal);
    return top === "istiod" ? await this.#readOfIstiod(rest.join("/"), signal) : undefined;
  }

  #namesBelow(folder: string): readonly string[] {
    return [...this.texts.keys()].filter((path) => path.startsWith(folder))
      .map((path) => path.slice(folder.length)).sort(compare);
  }

  async #istiodNames(signal: AbortSignal): Promise<readonly string[]> {
    const istiods = await this.#istiods(signal);
    const names = await Promise.all(istiods.map((istiod) => this.tree.list(istiod, signal)));
    const there = new Set(names.flat());
    const files = [...ISTIOD_FILES].flatMap(([file, from]) => there.has(from) ? [file] : []);
    const debug = there.has("debug") ? ["debug"] : [];
    return [...debug, ...files, ...this.#namesBelow("istiod/")].sort(compare);
  }

  async #istiods(signal: AbortSignal): Promise<readonly string[]> {
    const namespaces = await this.tree.list("istio", signal);
    const pods = await Promise.all(namespaces.map(async (namespace) => {
      const names = await this.tree.list(`istio/${namespace}`, signal);
      return names.map((name) => `istio/${namespace}/${name}`);
    }));
    return pods.flat();
  }

  async #readOfIstiod(file: string, signal: AbortSignal): Promise<string | undefined> {
    const from = ISTIOD_FILES.get(file) ?? file.replace(/\.json$/, "");
    const istiods = await this.#istiods(signal);
    const read = await Promise.all(
      istiods.map((istiod) => this.tree.read(`${istiod}/${from}`, signal)),
    );
    const texts = read.filter((text) => text !== undefined);
    if (texts.length === 0) return undefined;
    if (file === ISTIOD_LOG) return texts.map(currentLog).join("");
    return mergedAnswers(texts);
  }

  async #readOfProxy(path: string, signal: AbortSignal): Promise<string | undefined> {
    const slash = path.lastIndexOf("/");
    const file = PROXY_FILES.get(path.slice(slash + 1));
    if (!file) return undefined;
    const folder = path.slice(0, slash);
    const names = await this.tree.list(folder, signal);
    const name = names.find((each) => file.from.test(each));
    if (name === undefined) return undefined;
    const from = name === "stats" ? STATISTICS : name;
    const text = await this.tree.read(`${folder}/${from}`, signal);
    return text === undefined ? undefined : file.convert?.(text) ?? text;
  }
}

/** Files in the folder of istiod → those in the folder of each replica. */
const ISTIOD_FILES: ReadonlyMap<string, string> = new Map([
  [ISTIOD_LOG, "discovery.log"],
  ["metrics.prom", "metrics"],
]);
