/** What a trace says of a request is what the proxies logged for it. @module */
import { deepStrictEqual, ok, strictEqual } from "node:assert/strict";
import { realWorld } from "../../lib/io/mod.ts";
import {
  type AccessLogEntry,
  investigate,
  isGateway,
  isInbound,
  Mesh,
  observeProxy,
  openSnapshot,
  parseQuestion,
  type Recording,
  type TraceReport,
  traceRequest,
} from "../../mod.ts";
import { peerTest, recordingNames, shared } from "./shared.ts";

const signal = new AbortController().signal;

interface Truth {
  readonly source?: string;
  readonly destination?: string;
  readonly args?: readonly string[];
  readonly observedAccessLog?: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

for (const name of recordingNames()) {
  const file = `captures/${name}.tar.gz`;
  peerTest(`the trace of ${name} agrees with what was logged`, file, async () => {
    const truth: Truth = JSON.parse(await Deno.readTextFile(shared(`captures/${name}.truth.json`)));
    const recorded = await openRecording(file);
    if (truth.source && truth.destination) {
      const path = truth.args?.[truth.args.indexOf("--path") + 1];
      const report = await recorded.trace({ from: truth.source, to: truth.destination, path });
      ok(report.observed.length > 0, "no request was logged");
      strictEqual(report.agrees, true, JSON.stringify(report, null, 1));
      deepStrictEqual(strangers(report, truth), []);
    }
    const asked = await recorded.askedFor();
    ok(asked.length > 0, "no proxy sent a request");
    for (const { question, entry } of asked) {
      agreesWith(await recorded.trace(question), entry, JSON.stringify(question));
    }
  });
}

/** What the trace shows as logged and the truth does not know. */
function strangers({ observed }: TraceReport, { observedAccessLog = {} }: Truth): string[] {
  const known = new Set(Object.values(observedAccessLog).flatMap((lines) => Object.keys(lines)));
  return observed.map(({ code, flags, details, envoyCluster }) =>
    [code, flags.join(",") || "-", details || "-", envoyCluster || "-"].join(" ")
  ).filter((line) => !known.has(line));
}

/** Flags and details that only the configuration brings about. */
const DECIDED = /\b(?:NC|NR|UH|FI)\b|direct_response|route_not_found/;

function agreesWith({ expected }: TraceReport, entry: AccessLogEntry, context: string): void {
  const { code, flags, details, upstreamCluster, upstreamHost } = entry;
  const said = `${context}\n${code} ${flags} ${details} ${upstreamCluster}\n` +
    JSON.stringify(expected, null, 1);
  const possible = expected.filter(({ share, envoyCluster, endpoints }) =>
    share > 0 && (upstreamCluster === "" || envoyCluster === upstreamCluster) &&
    (upstreamHost === "" || endpoints.length === 0 || endpoints.includes(upstreamHost))
  );
  ok(possible.length > 0, `another cluster or endpoint: ${said} ${upstreamHost}`);
  const isSame = possible.some((each) => each.code === code && `${each.flags}` === `${flags}`);
  const isOpen = possible.some(({ isCertain }) => !isCertain);
  if (DECIDED.test(`${flags} ${details}`)) ok(isSame, `not foreseen: ${said}`);
  else ok(isSame || isOpen, `foreseen otherwise: ${said}`);
}

interface Asked {
  readonly from: string;
  readonly to: string;
  readonly path?: string | undefined;
  readonly method?: string;
}

async function openRecording(file: string) {
  const { recordings: [recording], resources } = await openSnapshot(shared(file), {
    world: realWorld(),
    signal,
  });
  const mesh = new Mesh(resources);
  const now = new Date(recording.manifest.capturedAt);
  return {
    askedFor: () => askedFor(recording, mesh),
    async trace(asked: Asked): Promise<TraceReport> {
      const question = parseQuestion({ ...asked, namespace: "default" });
      return await traceRequest(await investigate(question, { mesh, recording, now, signal }));
    },
  };
}

/** One question for each kind of request that a proxy sent on. */
async function askedFor(
  recording: Recording,
  mesh: Mesh,
): Promise<{ question: Asked; entry: AccessLogEntry }[]> {
  const asked = new Map<string, { question: Asked; entry: AccessLogEntry }>();
  for (const namespace of await recording.list("proxies", signal)) {
    for (const name of await recording.list(`proxies/${namespace}`, signal)) {
      const { log, pod } = await observeProxy(recording, mesh, { namespace, name }, signal);
      for (const entry of log?.requests ?? []) {
        if (isInbound(entry) || entry.authority === "") continue;
        const { authority, path, method, code, flags, details, upstreamCluster } = entry;
        const from = pod && isGateway(pod) ? "external" : `${name}.${namespace}`;
        const question = { from, to: `http://${authority}`, path, method };
        asked.set(JSON.stringify([question, code, flags, details, upstreamCluster]), {
          question,
          entry,
        });
      }
    }
  }
  return [...asked.values()];
}
