import { Failure, type RunOptions, type RunResult } from "../core/mod.ts";

/** Runs a program to its end; `undefined` where it is not installed. Throws a `Failure` `PROGRAM_FAILED`. */
export async function run(
  command: string,
  { args, env = {}, stdin, stderr, signal }: RunOptions,
): Promise<RunResult | undefined> {
  const keepsTalk = stderr === "kept";
  try {
    const child = new Deno.Command(command, {
      args: [...args],
      env,
      signal,
      stdin: stdin === "terminal" ? "inherit" : "null",
      stdout: "piped",
      stderr: keepsTalk ? "piped" : "inherit",
    }).spawn();
    const [{ code }, printed, talk] = await Promise.all([
      child.status,
      new Response(child.stdout).text(),
      keepsTalk ? new Response(child.stderr).text() : "",
    ]);
    signal.throwIfAborted();
    return { code, stdout: printed, stderr: talk };
  } catch (cause) {
    if (signal.aborted) throw signal.reason;
    if (cause instanceof Deno.errors.NotFound) return undefined;
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Failure("PROGRAM_FAILED", `Cannot run ${command}: ${reason}`, { cause });
  }
}

/** Runs `git` and gives what it prints. Throws a `Failure` `GIT_FAILED`. */
export async function git(args: readonly string[], signal: AbortSignal): Promise<string> {
  const ran = await run("git", { args, stdin: "nothing", stderr: "kept", signal });
  if (ran?.code === 0) return ran.stdout;
  if (ran === undefined) {
    const hint = "Install git, or leave --changed out.";
    throw new Failure("GIT_FAILED", "Cannot run git: it is not there", { hint });
  }
  const [line = ""] = ran.stderr.trim().split("\n");
  const why = /not a git repository/i.test(line) ? "this is no git repository" : line;
  throw new Failure("GIT_FAILED", `Cannot run git ${args[0]}: ${why}`);
}
