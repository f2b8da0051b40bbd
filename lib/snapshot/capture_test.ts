import { deepStrictEqual, ok, strictEqual } from "node:assert/strict";
import { fakeWorld } from "../../tests/fake_world.ts";
import { parseDefaultLine, type Recording } from "../evidence/mod.ts";
import { capture, type CaptureOptions, type CaptureReport } from "./capture.ts";

const POD = "proxies/shop/web-1";

/** A recording of one proxy; `read` answers. */
function recordingOf(read: Recording["read"]): Recording {
  const folders: Readonly<Record<string, readonly string[]>> = {
    proxies: ["shop"],
    "proxies/shop": ["web-1"],
    [POD]: ["certs.json", "clusters.json", "memory.json"],
  };
  return {
    manifest: { format: 1, tool: "test", capturedAt: "2026-01-01T00:00:00Z", clusterName: "c" },
    list: (folder) => Promise.resolve(folders[folder] ?? []),
    read,
  };
}

async function captured(
  read: Recording["read"],
  options: Partial<CaptureOptions>,
): Promise<CaptureReport> {
  return await capture([recordingOf(read)], {
    path: "out.tar.gz",
    scope: { hasPod: () => true, hasApplicationLogs: false },
    parseRequest: parseDefaultLine,
    gaps: [],
    limitBytes: Infinity,
    limitMs: Infinity,
    world: fakeWorld().world,
    signal: new AbortController().signal,
    ...options,
  });
}

Deno.test("capture() waits for no answer when its time is over", async () => {
  const time = Promise.withResolvers<void>();
  const { world } = fakeWorld();
  const report = await captured((path, signal) => {
    if (path.endsWith("clusters.json")) queueMicrotask(time.resolve);
    if (path.endsWith("certs.json")) return Promise.resolve("{}");
    return new Promise((_, reject) => {
      signal.addEventListener("abort", () => reject(signal.reason));
    });
  }, {
    limitMs: 30_000,
    world: { ...world, clock: { ...world.clock, sleep: () => time.promise } },
  });
  strictEqual(report.files, 2);
  deepStrictEqual(
    report.gaps,
    ["clusters.json", "memory.json"].map((name) => ({
      what: `${POD}/${name}`,
      reason: "left out: 30 s were over",
    })),
  );
});

Deno.test("capture() asks for nothing beyond its size, and says what is missing", async () => {
  const report = await captured(
    () => Promise.resolve(JSON.stringify({ text: "x".repeat(1_000) })),
    { limitBytes: 500 },
  );
  ok(report.bytes < 2_000);
  deepStrictEqual(report.gaps.map(({ reason }) => reason), [
    "left out: the snapshot has reached 0.0005 MB",
    "left out: the snapshot has reached 0.0005 MB",
  ]);
});

Deno.test("capture() has what was left out in its manifest", async () => {
  const { world, out } = fakeWorld();
  await captured(() => Promise.resolve("no JSON"), { world });
  const archive = out.created.get("/repo/out.tar.gz")!;
  const tar = new Blob([archive]).stream().pipeThrough(new DecompressionStream("gzip"));
  const text = await new Response(tar).text();
  strictEqual(text.match(/"reason": "unreadable: of no known form"/g)?.length, 3);
});
