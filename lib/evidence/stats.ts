/** Reads the answer of `/stats?format=json`: counters and gauges by name. Throws on text that is no JSON. */
export function parseStats(text: string): Map<string, number> {
  const raw = JSON.parse(text) as { stats?: { name?: string; value?: unknown }[] } | null;
  const stats = new Map<string, number>();
  for (const { name, value } of raw?.stats ?? []) {
    if (name !== undefined && typeof value === "number") stats.set(name, value);
  }
  return stats;
}
