/** Sources come from the Go module proxy: versioned, checksummed, cached. @module */

/** Directory of a Go module's files, downloaded if it is not there yet. */
export async function goModule(path: string, version: string): Promise<string> {
  const { stdout } = await new Deno.Command("go", {
    args: ["mod", "download", "-json", `${path}@${version}`],
    stderr: "inherit",
  }).output();
  const { Dir: directory } = JSON.parse(new TextDecoder().decode(stdout)) as { Dir?: string };
  if (directory !== undefined) return directory;
  // A module that asks for a newer Go than the installed one is extracted all the same.
  const env = await new Deno.Command("go", { args: ["env", "GOMODCACHE"] }).output();
  const cached = `${new TextDecoder().decode(env.stdout).trim()}/${path}@${version}`;
  await Deno.stat(cached);
  return cached;
}
