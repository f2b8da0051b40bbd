/** Every recorded `istioctl proxy-config` run, compared with what this program prints. @module */
import { deepStrictEqual, ok, strictEqual } from "node:assert/strict";
import { realWorld } from "../../lib/io/mod.ts";
import { openSnapshot, type Snapshot } from "../../lib/source/mod.ts";
import {
  envoyApi,
  Failure,
  formatAllTables,
  formatTable,
  goJson,
  goYaml,
  parseProxySource,
  proxyConfigDocument,
  type ProxyConfigFilters,
  proxyConfigTable,
  type ProxySource,
  redactSecrets,
  type TableKind,
} from "../../mod.ts";
import { peerTest, shared } from "./shared.ts";

interface Run {
  readonly dump: string;
  readonly kind: TableKind | "all";
  readonly output: "short" | "json" | "yaml";
  readonly args: readonly string[];
  readonly rc: number;
  readonly stdout?: string;
  readonly sha256?: string;
}

const RUNS = "peer-cases/proxy-config-runs.json";
const signal = new AbortController().signal;
const api = envoyApi();

peerTest("every run of the peer prints the same and ends alike", RUNS, async () => {
  const runs = JSON.parse(await Deno.readTextFile(shared(RUNS))) as Run[];
  const read = reader();
  let [compared, better] = [0, 0];
  for (const run of runs) {
    const name = `${run.dump} ${run.kind} -o ${run.output} ${run.args.join(" ")}`;
    const text = await read(run.dump);
    const { stdout, isFailed } = print(run, text);
    strictEqual(isFailed, run.rc !== 0, name);
    if (isBetter(run, text)) {
      ok(stdout.length > (run.stdout ?? "").length, name);
      better++;
    } else await compare(run, stdout, name);
    compared++;
  }
  console.log(`${compared} runs, ${better} of them answered where the peer shows nothing`);
});

/** The peer reads endpoints only from `/clusters` and shows an empty table for a dump that has them. */
function isBetter({ kind }: Run, text: string): boolean {
  return kind === "endpoint" && text.includes("EndpointsConfigDump");
}

async function compare(run: Run, stdout: string, name: string): Promise<void> {
  if (run.stdout === undefined || run.stdout === "" && run.rc === 0) {
    strictEqual(await sha256(stdout), run.sha256, name);
    return;
  }
  // The peer indents structs of a bootstrap by eight.
  if (run.kind === "bootstrap" && run.output === "json" && run.rc === 0) {
    deepStrictEqual(JSON.parse(stdout), JSON.parse(run.stdout), name);
  } else strictEqual(withoutVerdict(stdout), withoutVerdict(run.stdout), name);
}

/** Whether a certificate is valid depends on the day. */
function withoutVerdict(stdout: string): string {
  return stdout.startsWith("RESOURCE NAME") ? stdout.replaceAll(/ (?:true|false) +/g, " ") : stdout;
}

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return new Uint8Array(digest).toHex();
}

/** What is on stdout, and whether the run failed. */
function print(run: Run, text: string): { stdout: string; isFailed: boolean } {
  try {
    const source = parseProxySource(text, run.dump);
    if (run.output !== "short") {
      return { stdout: printDocument(run, source, text), isFailed: false };
    }
    const options = { ...optionsOf(run.args), wide: false, named: false, now: new Date() };
    if (run.kind !== "all") {
      const table = formatTable(proxyConfigTable(run.kind, source, options));
      return { stdout: table, isFailed: false };
    }
    const headings = run.args.includes("--with-headers");
    const all = formatAllTables(source, options, headings);
    return { stdout: all.text, isFailed: all.failure !== undefined };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { stdout: "", isFailed: true };
  }
}

function printDocument({ kind, output, args }: Run, source: ProxySource, text: string): string {
  if (kind === "all") {
    const { value, count } = redactSecrets(source.document);
    strictEqual(count, 0, "a dump of the peer holds no secret");
    return output === "json" ? `${text}\n` : `${goYaml(value)}\n`;
  }
  const document = proxyConfigDocument(kind, source, optionsOf(args).filters, api);
  return output === "json" ? goJson(document) : `${goYaml(document)}\n`;
}

function optionsOf(args: readonly string[]): { filters: ProxyConfigFilters; verbose: boolean } {
  const value = (flag: string) => args[args.indexOf(flag) + 1] ?? "";
  const filters = Object.fromEntries(
    args.filter((arg) => /^--(?!verbose|with-headers)/.test(arg)).map((flag) => [
      flag.slice(2),
      flag === "--port" ? Number(value(flag)) : value(flag),
    ]),
  );
  return { filters, verbose: !args.includes("--verbose=false") };
}

/** Reads a dump of the peer's, or one out of a recording (`../captures/NAME.tar.gz:PATH`). */
function reader(): (dump: string) => Promise<string> {
  const snapshots = new Map<string, Snapshot>();
  return async (dump) => {
    const [, archive, path = ""] = /^\.\.\/(captures\/[^:]+):(.*)$/.exec(dump) ?? [];
    if (archive === undefined) return await Deno.readTextFile(shared(`peer-cases/${dump}`));
    const snapshot = snapshots.get(archive) ??
      await openSnapshot(shared(archive), { world: realWorld(), signal });
    snapshots.set(archive, snapshot);
    return await snapshot.recordings[0].read(path, signal) ?? "";
  };
}
