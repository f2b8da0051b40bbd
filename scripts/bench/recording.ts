/** Recordings of any size, grown from a small one. @module */
import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip, gunzipSync } from "node:zlib";
import { createTarPacker, unpackTar } from "modern-tar";

const PROXY = /^proxies\/[^/]+\/[^/]+\//;

/** The files of an archive by path. */
export async function filesOf(archive: string): Promise<ReadonlyMap<string, Uint8Array>> {
  const entries = await unpackTar(new Uint8Array(gunzipSync(await Deno.readFile(archive))));
  const files = entries.flatMap(({ header, data }) =>
    data ? [[header.name.replace(/^\.\//, ""), data] as const] : []
  );
  return new Map(files);
}

/** Writes an archive with the files of another and so many copies of the files of its first proxy. */
export async function writeRecording(from: string, to: string, proxies: number): Promise<void> {
  const files = await filesOf(from);
  const folder = [...files.keys()].map((path) => PROXY.exec(path)?.[0]).find(Boolean) ?? "";
  const { readable, controller } = createTarPacker();
  const add = async (name: string, data: Uint8Array) => {
    const writer = controller.add({ name, size: data.length }).getWriter();
    await writer.write(data);
    await writer.close();
  };
  const written = pipeline(
    Readable.from(readable),
    createGzip({ level: 1 }),
    createWriteStream(to),
  );
  for (const [path, data] of files) {
    if (!path.startsWith(folder)) await add(path, data);
    else {
      const name = path.slice(folder.length);
      for (let i = 0; i < proxies; i++) await add(`proxies/team/app-${i}/${name}`, data);
    }
  }
  controller.finalize();
  await written;
}
