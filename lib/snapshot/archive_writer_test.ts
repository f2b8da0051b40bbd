import { strictEqual } from "node:assert/strict";
import { createHash } from "node:crypto";
import { gunzipSync } from "node:zlib";
import { unpackTar } from "modern-tar";
import { fakeWorld } from "../../tests/fake_world.ts";
import { ArchiveWriter } from "./archive_writer.ts";

Deno.test("ArchiveWriter writes texts as they are, also long ones, and gives their hashes", async () => {
  const texts = [
    "",
    "a",
    "é".repeat(70_000),
    `${"x".repeat(65_535)}😀${"😀".repeat(40_000)}`,
    "\uD800",
  ];
  const { world, out } = fakeWorld();
  const writer = await ArchiveWriter.create("a.tar.gz", world.fs, new Date(0));
  const written = [];
  for (const [i, text] of texts.entries()) written.push(await writer.add(`${i}`, text));
  await writer.close();
  const entries = await unpackTar(new Uint8Array(gunzipSync(out.created.get("/repo/a.tar.gz")!)));
  for (const [i, text] of texts.entries()) {
    const data = entries[i]!.data!;
    strictEqual(
      new TextDecoder().decode(data),
      new TextDecoder().decode(new TextEncoder().encode(text)),
    );
    strictEqual(written[i]!.bytes, data.length);
    strictEqual(written[i]!.sha256, createHash("sha256").update(data).digest("hex"));
  }
});
