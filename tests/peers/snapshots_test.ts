/** Recordings open completely, and a folder and an archive of it are the same. @module */
import { deepStrictEqual, ok } from "node:assert/strict";
import { gunzipSync } from "node:zlib";
import { unpackTar } from "modern-tar";
import { realWorld } from "../../lib/io/mod.ts";
import { openSnapshot, type Recording, type Snapshot } from "../../mod.ts";
import { fakeWorld } from "../fake_world.ts";
import { peerTest, recordingNames, shared } from "./shared.ts";

const { signal } = new AbortController();

for (const name of recordingNames()) {
  const file = `captures/${name}.tar.gz`;
  peerTest(
    `recording ${name} opens without gaps, as a folder and as an archive`,
    file,
    async () => {
      const archive = await openSnapshot(shared(file), { world: realWorld(), signal });
      const files = await unpacked(shared(file));
      const folder = await openSnapshot("/repo", { world: fakeWorld({ files }).world, signal });
      deepStrictEqual(archive.gaps, []);
      ok(archive.resources.length > 100);
      deepStrictEqual(objectsOf(folder), objectsOf(archive));
      deepStrictEqual(await textsOf(folder), await textsOf(archive));
    },
  );
}

async function unpacked(path: string): Promise<Record<string, Uint8Array<ArrayBuffer>>> {
  const entries = await unpackTar(new Uint8Array(gunzipSync(await Deno.readFile(path))));
  const files = entries.flatMap(({ header, data }) =>
    data ? [[`/repo/${header.name}`, data] as const] : []
  );
  return Object.fromEntries(files);
}

function objectsOf({ recordings, resources, gaps }: Snapshot): unknown {
  return {
    manifests: recordings.map(({ manifest }) => manifest),
    resources: resources.map(({ cluster, namespace, object }) => ({ cluster, namespace, object })),
    gaps,
  };
}

/** The length of each file below `proxies`, by path: enough to tell them apart. */
async function textsOf(
  { recordings: [recording] }: Snapshot,
): Promise<ReadonlyMap<string, number>> {
  const lengths = new Map<string, number>();
  for (const path of await pathsOf(recording, "proxies")) {
    const text = await recording.read(path, signal);
    ok(text !== undefined, path);
    lengths.set(path, text.length);
  }
  ok(lengths.size > 0);
  return lengths;
}

async function pathsOf(recording: Recording, folder: string): Promise<string[]> {
  const names = await recording.list(folder, signal);
  if (names.length === 0) return [folder];
  return (await Promise.all(names.map((name) => pathsOf(recording, `${folder}/${name}`)))).flat();
}
