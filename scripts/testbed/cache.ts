/** Where the parts are kept between runs, and the programs that fetch them. */

/** A part that this machine cannot provide: a failure in CI, a printed skip elsewhere. */
export class Unavailable extends Error {
  override readonly name = "Unavailable";

  constructor(readonly part: string, reason: string) {
    super(`${part}: ${reason}`);
  }
}

/** The folder of all parts: outside the repository, so that a clean checkout finds them again. */
export function cacheFolder(): string {
  const base = Deno.env.get("XDG_CACHE_HOME") ?? `${Deno.env.get("HOME") ?? "/tmp"}/.cache`;
  return `${base}/meshmedic-testbed`;
}

/** Runs a program to its end and returns what it printed; throws {@linkcode Unavailable}. */
export async function run(
  part: string,
  command: string,
  args: readonly string[],
  options: { env?: Record<string, string>; cwd?: string; mayFail?: boolean } = {},
): Promise<string> {
  const { env = {}, cwd, mayFail = false } = options;
  let output: Deno.CommandOutput;
  try {
    output = await new Deno.Command(command, {
      args: [...args],
      env,
      stdin: "null",
      ...(cwd === undefined ? {} : { cwd }),
    }).output();
  } catch (cause) {
    if (!(cause instanceof Deno.errors.NotFound)) throw cause;
    throw new Unavailable(part, `"${command}" is not installed`);
  }
  if (!output.success && !mayFail) {
    const text = new TextDecoder().decode(output.stderr).trim().split("\n").slice(-8).join("\n");
    throw new Unavailable(part, `"${command} ${args.join(" ")}" failed:\n${text}`);
  }
  return new TextDecoder().decode(output.stdout);
}

/** Whether a file or folder is there. */
export async function exists(path: string): Promise<boolean> {
  try {
    await Deno.stat(path);
    return true;
  } catch {
    return false;
  }
}

/**
 * The program `name` of a Debian package, installed through `apt-get` by root where it is missing.
 * Debian starts a service on installation unless told otherwise, so `policy-rc.d` is consulted first.
 */
export async function debianProgram(part: string, name: string, pkg: string): Promise<string> {
  const find = async () => {
    const path = await run(part, "sh", ["-c", `command -v ${name} || true`]);
    return path.trim() === "" ? undefined : path.trim();
  };
  const found = await find();
  if (found !== undefined) return found;
  if (Deno.uid() !== 0) throw new Unavailable(part, `install the package ${pkg}`);
  const env = { DEBIAN_FRONTEND: "noninteractive", RUNLEVEL: "1" };
  await run(part, "apt-get", ["update", "-q"], { env, mayFail: true });
  await run(part, "apt-get", ["install", "-qy", "--no-install-recommends", pkg], { env });
  const installed = await find();
  if (installed === undefined) throw new Unavailable(part, `the package ${pkg} has no ${name}`);
  return installed;
}

/** Arguments that build a small binary without giving the whole machine to the compiler. */
export function goBuild(verb: "build" | "install", ...args: string[]): [string, string[]] {
  return ["nice", ["-n", "10", "go", verb, "-trimpath", "-buildvcs=false", ...args]];
}
