import { type KubeClient, PodRefusal } from "../../client/mod.ts";
import { compare, type Gap, Limit } from "../../core/mod.ts";
import type { Manifest, Recording } from "../../evidence/mod.ts";
import { hasProxy, isReady, type Resource } from "../../mesh/mod.ts";
import {
  ENVOY,
  ISTIOD,
  ISTIOD_DEBUG,
  ISTIOD_FILES,
  ISTIOD_LOG,
  ISTIOD_OWN,
  PROXY_FILES,
  PROXY_LOG,
  resourceFile,
} from "./layout.ts";
import type { ListedKind } from "./list_objects.ts";
import { mergedAnswers } from "./merged_answers.ts";
import { PodQuestions } from "./pod_questions.ts";

/** What a live recording asks. */
export interface LiveCluster {
  /** The cluster. */
  readonly client: KubeClient;
  /** Its pods. */
  readonly pods: readonly Resource<"Pod">[];
  /** The replicas of istiod among them. */
  readonly istiods: readonly Resource<"Pod">[];
  /** Its objects by kind, as they were served. */
  readonly lists: readonly ListedKind[];
  /** What it says about itself; gaps are added while it is read. */
  readonly manifest: Omit<Manifest, "gaps">;
  /** Whether a file that was asked for once is kept in memory. */
  readonly keepsFiles: boolean;
}

const REQUESTS_AT_ONCE = 8;
const CHANGING: ReadonlySet<string> = new Set(["clusters.json", "stats.json", "stats.prom"]);

/**
 * A live cluster as files in the layout of a snapshot: each is asked for when it is read, once. Proxies
 * and istiod are reached by port-forward, or where that is forbidden by a command in their container.
 */
export class LiveRecording implements Recording {
  readonly #cluster: LiveCluster;
  readonly #gaps: Gap[] = [];
  readonly #files = new Map<string, Promise<string | undefined>>();
  readonly #turns = new Limit(REQUESTS_AT_ONCE);
  readonly #byNamespace: ReadonlyMap<string, readonly Resource<"Pod">[]>;
  readonly #pods: PodQuestions;

  /** Asks nothing yet. */
  constructor(cluster: LiveCluster) {
    this.#cluster = cluster;
    this.#byNamespace = Map.groupBy(cluster.pods, ({ namespace }) => namespace);
    this.#pods = new PodQuestions(cluster.client);
  }

  /** What it says about itself; a file that was asked for and is not there is among the gaps. */
  get manifest(): Manifest {
    return { ...this.#cluster.manifest, gaps: this.#gaps };
  }

  /** Names directly below a folder of the layout. */
  list(folder: string): Promise<readonly string[]> {
    const [top, namespace, pod] = folder.split("/");
    return Promise.resolve(this.#names(top ?? "", namespace, pod));
  }

  #names(top: string, namespace: string | undefined, name: string | undefined): readonly string[] {
    if (top === "resources") {
      return this.#cluster.lists.map(({ schema }) => resourceFile(schema)).sort(compare);
    }
    if (top === "istiod") {
      if (this.#cluster.istiods.length === 0) return [];
      if (namespace === "debug") return ISTIOD_DEBUG.map((each) => `${each}.json`);
      return namespace === undefined ? ["debug", ...ISTIOD_FILES.keys(), ISTIOD_LOG].sort() : [];
    }
    if (top !== "logs" && top !== "proxies") return [];
    const isWanted = (pod: Resource<"Pod">) => top === "logs" || hasProxy(pod);
    if (namespace === undefined) {
      return [...this.#byNamespace].filter(([, pods]) => pods.some(isWanted)).map(([key]) => key)
        .sort(compare);
    }
    const pods = (this.#byNamespace.get(namespace) ?? []).filter(isWanted);
    if (name === undefined) return pods.map((pod) => pod.name).sort(compare);
    const pod = pods.find((each) => each.name === name);
    if (pod === undefined) return [];
    return top === "proxies"
      ? [...PROXY_FILES.keys(), PROXY_LOG].sort()
      : containersOf(pod).map((container) => `${container}.log`).sort(compare);
  }

  /** Text of a file, asked for once. */
  read(path: string, signal: AbortSignal): Promise<string | undefined> {
    const known = this.#files.get(path);
    if (known !== undefined) return known;
    const file = this.#turns.run(() => this.#ask(path, signal)).catch((cause) => {
      if (!(cause instanceof PodRefusal)) throw cause;
      const reason = cause.status === 403 ? "forbidden" : `unreadable: ${cause.message}`;
      this.#gaps.push({ what: path, reason });
      return undefined;
    });
    if (this.#cluster.keepsFiles) this.#files.set(path, file);
    return file;
  }

  /** Forgets logs and counters, which change with every request; configuration stays as it was read. */
  forget(): void {
    for (const path of [...this.#files.keys()]) {
      const file = path.slice(path.lastIndexOf("/") + 1);
      if (file.endsWith(".log") || CHANGING.has(file)) this.#files.delete(path);
    }
  }

  async #ask(path: string, signal: AbortSignal): Promise<string | undefined> {
    const [top, first = "", second = "", third = ""] = path.split("/");
    if (top === "resources") return this.#resources(first);
    if (top === "istiod") return await this.#askIstiod([first, second, third], signal);
    const pod = this.#byNamespace.get(first)?.find(({ name }) => name === second);
    if (pod === undefined) return undefined;
    if (top === "logs") return await this.#pods.log(pod, withoutSuffix(third), signal);
    if (top !== "proxies" || !hasProxy(pod)) return undefined;
    if (third === PROXY_LOG) return await this.#pods.log(pod, ENVOY.container, signal);
    const request = PROXY_FILES.get(third);
    return request && await this.#pods.get(pod, ENVOY, request, signal);
  }

  #resources(file: string): string | undefined {
    const list = this.#cluster.lists.find(({ schema }) => resourceFile(schema) === file);
    return list && JSON.stringify({ apiVersion: "v1", kind: "List", items: list.items });
  }

  /** Each proxy is connected to one replica of istiod, so all are asked for what only they know. */
  async #askIstiod(path: readonly string[], signal: AbortSignal): Promise<string | undefined> {
    const { istiods } = this.#cluster;
    const [file = "", name = "", proxy = ""] = path;
    if (istiods.length === 0) return undefined;
    if (file === ISTIOD_LOG) return await this.#istiodLogs(signal);
    if (file === "config_dump") {
      const id = encodeURIComponent(`${withoutSuffix(proxy)}.${name}`);
      return await this.#firstAnswer(istiods, `/debug/config_dump?proxyID=${id}`, signal);
    }
    const request = ISTIOD_FILES.get(file);
    if (request !== undefined) return await this.#firstAnswer(istiods, request, signal);
    const debug = withoutSuffix(name);
    if (file !== "debug" || !ISTIOD_DEBUG.includes(debug)) return undefined;
    const debugPath = `/debug/${debug}`;
    if (!ISTIOD_OWN.has(debug)) return await this.#firstAnswer(istiods, debugPath, signal);
    // Without one of them, the proxies that are connected to it would seem to be lost.
    const answers = istiods.map((pod) =>
      this.#pods.get(pod, ISTIOD, debugPath, signal).catch((cause) => {
        throw cause instanceof PodRefusal
          ? new PodRefusal(cause.status, `${pod.name}: ${cause.message}`)
          : cause;
      })
    );
    return mergedAnswers(await Promise.all(answers));
  }

  /** The logs of all replicas that can be read; the others are gaps. */
  async #istiodLogs(signal: AbortSignal): Promise<string> {
    const refusals: PodRefusal[] = [];
    const logs = await Promise.all(this.#cluster.istiods.map(async (pod) => {
      try {
        return await this.#pods.log(pod, ISTIOD.container, signal);
      } catch (cause) {
        if (!(cause instanceof PodRefusal)) throw cause;
        refusals.push(new PodRefusal(cause.status, `${pod.name}: ${cause.message}`));
        return "";
      }
    }));
    if (refusals.length === logs.length) throw refusals[0]!;
    for (const { message } of refusals) {
      this.#gaps.push({ what: `istiod/${ISTIOD_LOG}`, reason: message });
    }
    return logs.join("");
  }

  async #firstAnswer(
    pods: readonly Resource<"Pod">[],
    path: string,
    signal: AbortSignal,
  ): Promise<string> {
    const [pod, ...others] = pods;
    try {
      return await this.#pods.get(pod!, ISTIOD, path, signal);
    } catch (cause) {
      if (!(cause instanceof PodRefusal) || others.length === 0) throw cause;
      return await this.#firstAnswer(others, path, signal);
    }
  }
}

/** Pods of istiod that can be asked: of a revision, where one is given. */
export function istiodPods(
  pods: readonly Resource<"Pod">[],
  istioNamespace: string,
  revision: string,
): readonly Resource<"Pod">[] {
  return pods.filter((pod) =>
    pod.namespace === istioNamespace && pod.labels["app"] === "istiod" && isReady(pod) &&
    (revision === "" || (pod.labels["istio.io/rev"] ?? "default") === revision)
  );
}

function containersOf({ spec: { containers = [], initContainers = [] } }: Resource<"Pod">) {
  const names = [...containers, ...initContainers].map(({ name }) => name);
  return names.filter((name) => name !== undefined && name !== "istio-init");
}

function withoutSuffix(file: string): string {
  return file.replace(/\.(?:json|log)$/, "");
}
