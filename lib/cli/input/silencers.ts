import { InvalidArgumentError } from "@commander-js/extra-typings";
import { type AnalysisReport, Failure } from "../../core/mod.ts";
import {
  type AnalysisRule,
  type BaselineFile,
  baselineOf,
  isDay,
  parseBaseline,
  silence,
  type SilenceOptions,
} from "../../diagnose/mod.ts";
import { json } from "../../report/mod.ts";
import type { Shell } from "../shell.ts";

const BASELINE_LIMIT_BYTES = 100 * 2 ** 20;

/** The flags that silence findings. */
export interface SilenceFlags {
  /** `--baseline-expires`. */
  readonly baselineExpires?: string | undefined;
  /** `--baseline`. */
  readonly baseline?: string | undefined;
  /** `--update-baseline`: the file need not be there. */
  readonly updateBaseline?: true | undefined;
  /** `--changed`. */
  readonly changed?: string | undefined;
}

/** What silences findings, as the user asks for it. Throws a `Failure` where a file cannot be used. */
export async function silencersOf(
  shell: Shell,
  flags: SilenceFlags,
  rules: readonly AnalysisRule[],
  texts: ReadonlyMap<string, string>,
): Promise<SilenceOptions> {
  const baseline = await readBaseline(shell, flags);
  const changed = flags.changed === undefined
    ? undefined
    : await changedFiles(shell, flags.changed, texts);
  return {
    rules,
    texts,
    now: shell.world.clock.now(),
    ...(baseline && { baseline }),
    ...(changed && { changed }),
  };
}

async function readBaseline(
  { world: { fs }, signal }: Shell,
  { baseline: file, updateBaseline }: SilenceFlags,
): Promise<BaselineFile | undefined> {
  if (file === undefined) {
    if (!updateBaseline) return undefined;
    throw new Failure("USAGE", "Cannot update a baseline without --baseline FILE");
  }
  const hint = "Write one with --update-baseline.";
  if (!await fs.stat(file)) {
    if (updateBaseline) return undefined;
    throw new Failure("FILE_NOT_READABLE", `Cannot read baseline "${file}": no such file`, {
      hint,
    });
  }
  const text = new TextDecoder().decode(await fs.read(file, BASELINE_LIMIT_BYTES, signal));
  try {
    return { ...parseBaseline(text), file, text };
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Failure("FILE_NOT_READABLE", `Cannot read baseline "${file}": ${reason}`, {
      cause,
      hint,
    });
  }
}

/**
 * What silences findings once the baseline holds all that is found, if the user wants that; the file is
 * written.
 */
export async function updatedBaseline(
  shell: Shell,
  { baseline: file, updateBaseline, baselineExpires }: SilenceFlags,
  report: AnalysisReport,
  { baseline: before, ...others }: SilenceOptions,
): Promise<SilenceOptions> {
  if (file === undefined || !updateBaseline) {
    return { ...others, ...(before && { baseline: before }) };
  }
  if (others.changed) throw new Failure("USAGE", "Cannot update a baseline of changed files only");
  // A suppression that silences nothing cannot be accepted: it can be deleted.
  const rules = others.rules.filter((rule) => !isAboutSuppressions(rule));
  const { findings } = silence(report, { ...others, rules });
  const baseline = baselineOf(findings, before, others.now, baselineExpires);
  const text = json(baseline);
  await shell.world.fs.write(file, text);
  await shell.detail(`wrote ${file}`);
  return { ...others, baseline: { ...baseline, file, text } };
}

function isAboutSuppressions(rule: AnalysisRule): boolean {
  return "finds" in rule && rule.finds.some((trouble) => trouble.startsWith("suppression-"));
}

/** A day such as `2026-12-31`. */
export function parseDay(text: string): string {
  if (isDay(text)) return text;
  throw new InvalidArgumentError("A day looks like 2026-12-31.");
}

/** The files that differ from what they were at a commit, or are new. */
async function changedFiles(
  { world, signal }: Shell,
  since: string,
  texts: ReadonlyMap<string, string>,
): Promise<NonNullable<SilenceOptions["changed"]>> {
  if (since.startsWith("-")) throw new Failure("USAGE", `Cannot use "${since}" as a commit`);
  const differing = await world.git(
    ["diff", "--name-only", "-z", "--relative", since, "--"],
    signal,
  );
  const untracked = await world.git(["ls-files", "--others", "--exclude-standard", "-z"], signal);
  const names = new Set(
    `${differing}\0${untracked}`.split("\0").filter((name) => name !== "")
      .map((name) => `${world.fs.cwd()}/${name}`),
  );
  const changed = new Set<string>();
  for (const file of texts.keys()) {
    // What is piped in is always new.
    if (file === "-" || names.has(await world.fs.realPath(file))) changed.add(file);
  }
  return { since, has: (file) => changed.has(file) };
}
