import { deepStrictEqual, ok, rejects, strictEqual } from "node:assert/strict";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { packTar, type TarHeader } from "modern-tar";
import { Failure } from "../core/mod.ts";
import { ARCHIVE_LIMITS, readArchive } from "./archive.ts";

const { signal } = new AbortController();

type Entry = Partial<TarHeader> & { readonly name: string; readonly body?: string };

async function tar(...entries: readonly Entry[]): Promise<Uint8Array<ArrayBuffer>> {
  return await packTar(entries.map(({ body = "", ...header }) => ({
    header: { size: new TextEncoder().encode(body).length, ...header },
    body,
  })));
}

async function* chunksOf(bytes: Uint8Array, size = 1000): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

function read(bytes: Uint8Array, limits = {}) {
  return readArchive("a.tgz", chunksOf(bytes), signal, { ...ARCHIVE_LIMITS, ...limits });
}

Deno.test("readArchive() ignores what leads out of the archive or is no file, and says so", async () => {
  const { tree, gaps } = await read(
    await tar(
      { name: "./ok/a", body: "a" },
      { name: "ok/", type: "directory" },
      { name: "../up", body: "x" },
      { name: "/etc/passwd", body: "x" },
      { name: "ok/../../up", body: "x" },
      { name: "ok/\u001b[2J", body: "x" },
      { name: "link", type: "symlink", linkname: "/etc/passwd" },
      { name: "hard", type: "link", linkname: "ok/a" },
      { name: "pipe", type: "fifo" },
    ),
  );
  deepStrictEqual(await tree.list("", signal), ["ok"]);
  deepStrictEqual(await tree.list("ok", signal), ["a"]);
  strictEqual(await tree.read("ok/a", signal), "a");
  const outside = "a path out of the archive is ignored";
  deepStrictEqual(gaps.map(({ what, reason }) => `${what}: ${reason}`), [
    `../up: ${outside}`,
    `/etc/passwd: ${outside}`,
    `ok/../../up: ${outside}`,
    `ok/\uFFFD[2J: ${outside}`,
    "link: a symlink is ignored",
    "hard: a link is ignored",
    "pipe: a fifo is ignored",
  ]);
});

Deno.test("readArchive() reads long names, and the last of several entries with one name", async () => {
  const long = `${"folder/".repeat(60)}file`;
  const { tree } = await read(
    await tar({ name: long, body: "x" }, { name: "a", body: "1" }, { name: "a", body: "2" }),
  );
  strictEqual(await tree.read(long, signal), "x");
  strictEqual(await tree.read("a", signal), "2");
});

Deno.test("readArchive() reads the late files of a large archive as it reads the first", async () => {
  const late = { name: "late", body: "€".repeat(40_000) };
  const small = { name: "small", body: "s" };
  const bytes = await tar({ name: "first", body: "x".repeat(33e6) }, late, small, small);
  const { tree } = await readArchive("a.tar", chunksOf(bytes, 50_000), signal);
  strictEqual((await tree.read("first", signal))?.length, 33e6);
  for (const { name, body } of [late, small]) strictEqual(await tree.read(name, signal), body);
});

Deno.test("readArchive() stops at each of its limits", async () => {
  const bytes = await tar(
    { name: "a", body: "x".repeat(1000) },
    { name: "b", body: "y".repeat(1000) },
  );
  const rows: [object, RegExp][] = [
    [{ fileBytes: 999 }, /it holds "a" of 0 MB, more than is read from an archive$/],
    [{ heldBytes: 1500 }, /more than 0 MB of files even when compressed/],
    [{ entries: 1 }, /more than 1 entries/],
    [{ totalBytes: 2000 }, /it holds more than 0 MB,/],
  ];
  for (const [limits, message] of rows) {
    await rejects(read(bytes, limits), (error) => {
      ok(error instanceof Failure && message.test(error.message), String(error));
      strictEqual(error.hint, "Unpack it and name the folder.");
      return true;
    });
  }
});

Deno.test("readArchive() refuses what unpacks to far more than it is long", async () => {
  const bomb = gzipSync(new Uint8Array(100_000_000));
  await rejects(read(bomb), /more than 250 bytes for each byte that it is long/);
});

Deno.test("readArchive() reads gzip of several parts and with padding", async () => {
  const bytes = await tar({ name: "a", body: "x".repeat(5000) });
  const parts = [bytes.subarray(0, 700), bytes.subarray(700)].map((part) =>
    new Uint8Array(gzipSync(part))
  );
  const padded = new Uint8Array(await new Blob([...parts, new Uint8Array(512)]).arrayBuffer());
  strictEqual((await (await read(padded)).tree.read("a", signal))?.length, 5000);
});

Deno.test("readArchive() is interrupted by its signal", async () => {
  const bytes = await tar({ name: "a" }, { name: "b" });
  const reason = new Error("enough");
  await rejects(readArchive("a.tar", chunksOf(bytes), AbortSignal.abort(reason)), reason);
});

Deno.test("readArchive() answers whatever bytes with an archive or a failure", async () => {
  const whole = new Uint8Array(gzipSync(await tar({ name: "a", body: "x".repeat(3000) })));
  const plain = await tar({ name: "a", body: "abc" }, { name: "b".repeat(300), body: "d" });
  const damaged = (bytes: Uint8Array) =>
    fc.tuple(fc.nat(bytes.length - 1), fc.nat(255), fc.integer({ min: 1, max: bytes.length }))
      .map(([at, value, length]) => bytes.with(at, value).subarray(0, length));
  const any = fc.oneof(fc.uint8Array({ maxLength: 2000 }), damaged(whole), damaged(plain));
  await fc.assert(
    fc.asyncProperty(any, async (bytes) => {
      try {
        const { tree } = await read(bytes);
        for (const name of await tree.list("", signal)) await tree.read(name, signal);
      } catch (error) {
        ok(error instanceof Failure, String(error));
        ok(error.message.startsWith('Cannot read snapshot "a.tgz": it '), error.message);
      }
    }),
    { numRuns: 500 },
  );
});
