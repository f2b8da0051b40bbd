import { Failure, type Gap } from "../../core/mod.ts";
import { type Recording, whyMissing } from "../../evidence/mod.ts";
import {
  type AccessLogFormat,
  formatsOf,
  linesOf,
  type LogReading,
  type LogSource,
} from "../../logs/mod.ts";
import { Mesh } from "../../mesh/mod.ts";
import { type LiveFlags, openRecordedOrLive } from "./live_mesh.ts";
import type { Shell } from "../shell.ts";

/** Logs to explain, with what helps to explain them. */
export interface LogInput extends Partial<LogReading> {
  /** The logs. */
  readonly sources: readonly LogSource[];
}

/** The logs that a user names; `-` is stdin. They are read as streams. */
export async function namedLogs(
  { world, signal }: Shell,
  names: readonly string[],
): Promise<Pick<LogInput, "sources" | "isJoinedOnce" | "quotesNoUnknown">> {
  const sources: LogSource[] = [];
  for (const name of names) {
    if (name !== "-" && (await world.fs.stat(name))?.isDirectory) {
      throw new Failure("FILE_NOT_READABLE", `Cannot read file "${name}": it is a folder`);
    }
    const stream = name === "-" ? world.stdin.open() : await world.fs.open(name);
    sources.push({ name, lines: linesOf(stream, signal) });
  }
  return { sources, isJoinedOnce: false, quotesNoUnknown: false };
}

/** The logs of the proxies of a snapshot or of live clusters, since the beginning of its window. */
export async function recordedLogs(
  shell: Shell,
  flags: LiveFlags & { readonly snapshot?: string | undefined },
): Promise<LogInput & { readonly formats: readonly AccessLogFormat[] }> {
  const { recordings, resources, gaps } = await openRecordedOrLive(shell, flags, []);
  const mesh = new Mesh(resources);
  const logs = (await Promise.all(recordings.map((each) => logsOf(each, shell)))).flat();
  const sinceMs = Date.parse(recordings[0].manifest.windowStart ?? "");
  return {
    sources: logs.flatMap(({ name, text }) =>
      text === undefined ? [] : [{ name, lines: text.split("\n") }]
    ),
    servers: logs.flatMap(({ name, text }) => text === undefined ? [] : [{ name, text }]),
    isJoinedOnce: true,
    quotesNoUnknown: true,
    formats: formatsOf(mesh.config),
    gaps: [...gaps, ...logs.flatMap(({ gap }) => gap ?? [])],
    ...(Number.isNaN(sinceMs) ? {} : { sinceMs }),
  };
}

interface RecordedLog {
  readonly name: string;
  readonly text?: string;
  readonly gap?: Gap;
}

async function logsOf(recording: Recording, { signal }: Shell): Promise<RecordedLog[]> {
  const logs: RecordedLog[] = [];
  const read = async (name: string, file: string) => {
    const text = await recording.read(file, signal);
    logs.push({ name, ...(text === undefined ? { gap: missing(recording, file) } : { text }) });
  };
  for (const namespace of await recording.list("proxies", signal)) {
    for (const pod of await recording.list(`proxies/${namespace}`, signal)) {
      await read(`${namespace}/${pod}`, `proxies/${namespace}/${pod}/access.log`);
    }
  }
  for (const namespace of await recording.list("logs", signal)) {
    for (const pod of await recording.list(`logs/${namespace}`, signal)) {
      if (!pod.startsWith("ztunnel")) continue;
      for (const file of await recording.list(`logs/${namespace}/${pod}`, signal)) {
        await read(`${namespace}/${pod}`, `logs/${namespace}/${pod}/${file}`);
      }
    }
  }
  return logs;
}

function missing(recording: Recording, what: string): Gap {
  return { what, reason: whyMissing(recording, what) };
}
