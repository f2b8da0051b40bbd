/** A real Prometheus that scrapes given targets. */

import { debianProgram } from "./cache.ts";
import { freePort, Process } from "./process.ts";

/** A running Prometheus. */
export interface Prometheus extends AsyncDisposable {
  readonly url: string;
}

/** The path of Prometheus, Debian's. */
export function installPrometheus(): Promise<string> {
  return debianProgram("prometheus", "prometheus", "prometheus");
}

/** Starts Prometheus; it scrapes `/stats/prometheus` of each `HOST:PORT` every second. */
export async function startPrometheus(
  folder: string,
  targets: readonly string[],
): Promise<Prometheus> {
  const home = await Deno.makeTempDir({ dir: folder, prefix: "prometheus-" });
  const url = `http://127.0.0.1:${freePort()}`;
  await Deno.writeTextFile(`${home}/prometheus.yml`, configuration(targets));
  const process = await Process.start({
    name: "prometheus",
    command: await installPrometheus(),
    args: [
      `--config.file=${home}/prometheus.yml`,
      `--storage.tsdb.path=${home}/data`,
      `--web.listen-address=${new URL(url).host}`,
    ],
    folder: home,
    isReady: async () => (await fetch(`${url}/-/ready`)).ok,
    readySeconds: 30,
  });
  return { url, [Symbol.asyncDispose]: () => process.stop() };
}

function configuration(targets: readonly string[]): string {
  return JSON.stringify({
    global: { scrape_interval: "1s" },
    scrape_configs: [
      { job_name: "envoy", metrics_path: "/stats/prometheus", static_configs: [{ targets }] },
    ],
  });
}
