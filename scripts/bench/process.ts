/** Programs as users start them: cold. @module */

const POLL_MS = 20;

/** Runs a program to its end; the result is the most memory that it held, in MB, where Linux tells. */
export async function run(program: string, ...args: readonly string[]): Promise<number> {
  const command = new Deno.Command(program, { args: [...args], stdout: "null", stderr: "piped" });
  const child = command.spawn();
  const done = child.output();
  let isRunning = true;
  const ended = done.finally(() => isRunning = false);
  let mb = 0;
  while (isRunning) {
    mb = await peakOf(child.pid) ?? mb;
    await Promise.race([ended, new Promise((wake) => setTimeout(wake, POLL_MS))]);
  }
  const { code, stderr } = await done;
  // Findings are no failure of the program.
  if (code > 1) throw new Error(`${program} failed: ${new TextDecoder().decode(stderr)}`);
  return mb;
}

async function peakOf(pid: number): Promise<number | undefined> {
  const status = await Deno.readTextFile(`/proc/${pid}/status`).catch(() => "");
  const [, kilobytes] = /^VmHWM:\s*(\d+) kB$/m.exec(status) ?? [];
  return kilobytes === undefined ? undefined : Number(kilobytes) / 1000;
}
