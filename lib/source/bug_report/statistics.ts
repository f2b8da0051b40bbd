const SAMPLE = /^envoy_(\w+?)\{(?:(\w+)="((?:[^"\\]|\\.)*)")?\} (-?\d+)$/;

/** Scopes of Envoy whose counters and gauges have no label, and the one by which others are told apart. */
const PLAIN = /^(cluster_manager|control_plane|listener_manager|server)_(.+)$/;
const LABELLED: Readonly<Record<string, string>> = {
  cluster_name: "cluster",
  listener_address: "listener",
};

/**
 * Envoy's answer of `/stats/prometheus`, turned into its answer of `/stats?format=json`, as far as the names
 * that Envoy gives its statistics can be told from those for Prometheus: there each dot is an underscore.
 */
export function statisticsOf(text: string): string {
  const stats = text.split("\n").flatMap((line) => {
    const [, metric = "", label, of = "", value] = SAMPLE.exec(line) ?? [];
    const name = label === undefined ? plainName(metric) : labelledName(metric, label, of);
    return name === undefined ? [] : [{ name, value: Number(value) }];
  });
  return JSON.stringify({ stats });
}

function plainName(metric: string): string | undefined {
  const [, scope, name] = PLAIN.exec(metric) ?? [];
  return scope && `${scope}.${name}`;
}

function labelledName(metric: string, label: string, of: string): string | undefined {
  const scope = LABELLED[label];
  if (scope === undefined || !metric.startsWith(`${scope}_`)) return undefined;
  const name = metric.slice(scope.length + 1).replace(/^(http2|outlier_detection|ssl)_/, "$1.");
  return `${scope}.${of}.${name}`;
}
