/** Where recordings and peer data lie: `MESHMEDIC_SHARED`, else `../shared` beside the clone. @module */

const folder = Deno.env.get("MESHMEDIC_SHARED") ??
  new URL("../../../shared", import.meta.url).pathname;

/** A file or folder of the shared data. */
export function shared(path: string): string {
  return `${folder}/${path}`;
}

/** Defines a test that needs a part of the shared data, and prints a skip where that is absent. */
export function peerTest(name: string, needs: string, run: () => Promise<void> | void): void {
  const isThere = exists(shared(needs));
  if (!isThere) console.log(`skipped for want of ${shared(needs)}: ${name}`);
  Deno.test({ name, ignore: !isThere, fn: run });
}

/** Names of the recordings, without `.tar.gz`, sorted. */
export function recordingNames(): string[] {
  if (!exists(shared("captures"))) {
    console.log(`skipped for want of ${shared("captures")}: all tests against recordings`);
    return [];
  }
  return [...Deno.readDirSync(shared("captures"))]
    .map(({ name }) => /^(.*)\.tar\.gz$/.exec(name)?.[1])
    .filter((name) => name !== undefined)
    .sort();
}

function exists(path: string): boolean {
  try {
    Deno.statSync(path);
    return true;
  } catch {
    return false;
  }
}
