/** Recordings of any size, grown from a small one. @module */
import { createWriteStream } from "node:fs";
import { dirname } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip, gunzipSync } from "node:zlib";
import { createTarPacker, unpackTar } from "modern-tar";

/** What a recording is made larger of. */
export interface Growth {
  /** Archive of the small recording. */
  readonly from: string;
  /** The namespace of it that is copied: with its objects, its proxies and their logs. */
  readonly namespace: string;
  /** Start of the addresses of the small recording. */
  readonly network: string;
  /** How many copies there are, at most 200, each in a network of its own. */
  readonly copies: number;
}

type File = readonly [path: string, data: Uint8Array];

/** The files of an archive by path. */
export async function filesOf(archive: string): Promise<ReadonlyMap<string, Uint8Array>> {
  const entries = await unpackTar(new Uint8Array(gunzipSync(await Deno.readFile(archive))));
  const files = entries.flatMap(({ header, data }) =>
    data ? [[header.name.replace(/^\.\//, ""), data] as const] : []
  );
  return new Map(files);
}

/** Writes a larger recording as a folder. */
export async function writeFolder(to: string, growth: Growth): Promise<void> {
  for await (const [path, data] of grown(growth)) {
    await Deno.mkdir(dirname(`${to}/${path}`), { recursive: true });
    await Deno.writeFile(`${to}/${path}`, data);
  }
}

/** Writes a larger recording as an archive. */
export async function writeArchive(to: string, growth: Growth): Promise<void> {
  const { readable, controller } = createTarPacker();
  const gzip = createGzip({ level: 1 });
  const written = pipeline(Readable.from(readable), gzip, createWriteStream(to));
  for await (const [path, data] of grown(growth)) {
    const writer = controller.add({ name: path, size: data.length }).getWriter();
    await writer.write(data);
    await writer.close();
  }
  controller.finalize();
  await written;
}

async function* grown({ from, namespace, network, copies }: Growth): AsyncGenerator<File> {
  const copy = (text: string, i: number) =>
    text.replaceAll(namespace, `${namespace}-${i}`).replaceAll(network, `10.${i}.`);
  for (const [path, data] of await filesOf(from)) {
    const isCopied = path.includes(`/${namespace}/`);
    const text = isCopied || path.startsWith("resources/") ? new TextDecoder().decode(data) : "";
    if (path.startsWith("resources/")) {
      yield [path, encode(grownList(text, namespace, copies, copy))];
    } else if (!isCopied) yield [path, data];
    else for (let i = 0; i < copies; i++) yield [copy(path, i), encode(copy(text, i))];
  }
}

/** A list of objects with so many copies of those that belong to a namespace. */
function grownList(
  text: string,
  namespace: string,
  copies: number,
  copy: (text: string, i: number) => string,
): string {
  const list = JSON.parse(text) as { items?: { metadata: Record<string, unknown> }[] };
  const isOwn = ({ metadata }: { metadata: Record<string, unknown> }) =>
    metadata.namespace === namespace || metadata.name === namespace;
  const items = (list.items ?? []).flatMap((item) => {
    const own = JSON.stringify(item);
    return isOwn(item)
      ? Array.from({ length: copies }, (_, i) => JSON.parse(copy(own, i)) as unknown)
      : [item];
  });
  return list.items ? JSON.stringify({ ...list, items }) : text;
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
