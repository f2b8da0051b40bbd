import { deepStrictEqual, doesNotMatch, match, ok, strictEqual } from "node:assert/strict";
import { gunzipSync } from "node:zlib";
import { run } from "../lib/cli/mod.ts";
import { Failure, type World } from "../mod.ts";
import { type FakeOutside, fakeWorld } from "./fake_world.ts";

const example = (name: string) =>
  Deno.readFileSync(new URL(`../examples/${name}.tar.gz`, import.meta.url));

const BROKEN = { "/repo/broken.tar.gz": example("missing-subset") };
const QUESTION = "--from sleep.client --to reviews.bookinfo:9080 -o json";

interface Ran {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly created: ReadonlyMap<string, Uint8Array<ArrayBuffer>>;
  readonly written: ReadonlyMap<string, string>;
}

async function cli(
  argv: string,
  outside: FakeOutside,
  change: (world: World) => World = (world) => world,
  signal: AbortSignal = new AbortController().signal,
): Promise<Ran> {
  const { world, out } = fakeWorld(outside);
  const status = await run(argv.split(" "), { world: change(world), signal });
  return { status, ...out };
}

async function redacted(): Promise<NonNullable<FakeOutside["files"]>> {
  const { created, status } = await cli("snapshot redact broken.tar.gz out.tar.gz", {
    files: BROKEN,
  });
  strictEqual(status, 0);
  return { ...BROKEN, "/repo/out.tar.gz": created.get("/repo/out.tar.gz")! };
}

Deno.test("a redacted snapshot gives the same diagnosis", async () => {
  const files = await redacted();
  const diagnose = async (snapshot: string) => {
    const ran = await cli(`diagnose connectivity --snapshot ${snapshot} ${QUESTION}`, { files });
    const { gaps: _, checked: _objects, ...rest } = JSON.parse(ran.stdout);
    return rest;
  };
  const before = await diagnose("broken.tar.gz");
  strictEqual(before.verdict, "broken");
  deepStrictEqual(await diagnose("out.tar.gz"), before);
});

Deno.test("a snapshot with pseudonyms has none of the names, and what it says can be revealed", async () => {
  const argv = "snapshot redact --names-file names.json broken.tar.gz out.tar.gz";
  const { status, created, written, stdout } = await cli(argv, { files: BROKEN });
  strictEqual(status, 0);
  match(stdout, /replaced by pseudonyms/);
  const archive = created.get("/repo/out.tar.gz")!;
  const text = new TextDecoder().decode(gunzipSync(archive));
  ok(text.length > 1_000_000);
  doesNotMatch(text, /bookinfo|productpage|\breviews/);

  const names = written.get("/repo/names.json")!;
  const files = { "/repo/out.tar.gz": archive, "/repo/names.json": names };
  const { altered } = JSON.parse(
    (await cli("snapshot inspect out.tar.gz -o json", { files })).stdout,
  );
  deepStrictEqual(altered, []);
  const pseudonymOf = (name: string) =>
    Object.entries<string>(JSON.parse(names)).find(([, original]) => original === name)![0];
  const [sleep, reviews, bookinfo] = ["sleep", "reviews", "bookinfo"].map(pseudonymOf);
  const question = `--from ${sleep}.client --to ${reviews}.${bookinfo}:9080`;
  const answer = await cli(
    `diagnose connectivity --snapshot out.tar.gz ${question} -o json`,
    { files },
  );
  strictEqual(JSON.parse(answer.stdout).findings[0].cause, "MM-R01");
  doesNotMatch(answer.stdout, /bookinfo|\breviews/);

  const stdin = answer.stdout;
  const revealed = await cli("snapshot reveal names.json", { files, stdin });
  const [first] = JSON.parse(revealed.stdout).findings;
  ok(first.resources.some(({ name }: { name: string }) => name === "reviews"));
  match(revealed.stdout, /reviews\.bookinfo\.svc\.cluster\.local:9080/);
});

Deno.test("pseudonyms are refused where they would not be kept, and for what applications wrote", async () => {
  const rows: [string, number, RegExp][] = [
    ["snapshot redact --pseudonyms --logs broken.tar.gz out.tar.gz", 2, /cannot be used with/],
    ["snapshot reveal broken.tar.gz", 3, /Cannot read names in "broken.tar.gz"/],
    ["snapshot reveal gone.json", 3, /Cannot read file "gone.json": no such file/],
  ];
  for (const [argv, status, message] of rows) {
    const ran = await cli(argv, { files: BROKEN, stdin: "" });
    deepStrictEqual([ran.status, ran.stdout, ran.created.size], [status, "", 0], argv);
    match(ran.stderr, message);
  }
});

Deno.test("snapshot redact writes the same bytes each time", async () => {
  const [one, other] = [await redacted(), await redacted()];
  deepStrictEqual(one["/repo/out.tar.gz"], other["/repo/out.tar.gz"]);
});

Deno.test("snapshot inspect says what is in a snapshot, and notices altered files", async () => {
  const files = await redacted();
  const { status, stdout } = await cli("snapshot inspect out.tar.gz -o json", { files });
  const report = JSON.parse(stdout);
  strictEqual(status, 0);
  deepStrictEqual(report.altered, []);
  strictEqual(report.clusters[0].objects.VirtualService, 2);
  strictEqual(report.clusters[0].manifest.istioVersion.slice(0, 4), "1.32");
  ok(report.redactions.length > 3);
  const folder = {
    "/repo/mesh/manifest.json": JSON.stringify({
      format: 1,
      files: {
        "istiod/istiod.log": { sha256: "0", bytes: 1 },
        "istiod/version.json": { sha256: "0" },
      },
    }),
    "/repo/mesh/istiod/istiod.log": "x",
    "/repo/mesh/proxies/shop/web-1/certs.json": "{}",
  };
  const altered = await cli("snapshot inspect mesh", { files: folder });
  strictEqual(altered.status, 1);
  match(altered.stdout, /istiod\/istiod\.log: changed since it was captured/);
  match(altered.stdout, /istiod\/version\.json: no longer there/);
  match(altered.stdout, /proxies\/shop\/web-1\/certs\.json: added since it was captured/);
});

Deno.test("snapshot inspect refuses what is no snapshot with one sentence", async () => {
  const manifest = (value: unknown) => ({ "/repo/mesh/manifest.json": JSON.stringify(value) });
  const rows: [string, NonNullable<FakeOutside["files"]>, number, RegExp][] = [
    ["gone", {}, 3, /"gone": no such file or folder$/m],
    ["noise.tar.gz", { "/repo/noise.tar.gz": "x".repeat(2_000) }, 3, /it is no intact \.tar/],
    [
      "empty.tar.gz",
      { "/repo/empty.tar.gz": "" },
      3,
      /it is no \.tar or \.tar\.gz archive$/m,
    ],
    [
      "cut.tar.gz",
      { "/repo/cut.tar.gz": example("healthy").slice(0, 100_000) },
      3,
      /it is cut off/,
    ],
    ["mesh", { "/repo/mesh/notes.txt": "x" }, 3, /it holds none of the files of a snapshot/],
    ["mesh", manifest({ format: 7 }), 3, /its format is 7, only 1 is known/],
    ["mesh", manifest({ format: 1, files: [1], gaps: 2, redactions: "x" }), 0, /^$/],
    ["mesh", { "/repo/mesh/resources/pods.json": "not JSON" }, 0, /^$/],
  ];
  for (const [path, files, status, message] of rows) {
    const ran = await cli(`snapshot inspect ${path}`, { files });
    deepStrictEqual([ran.status, ran.stdout === ""], [status, status !== 0], ran.stderr);
    match(ran.stderr, message);
  }
});

Deno.test("snapshot diff finds what changed between two snapshots, and nothing in one", async () => {
  const files = { ...BROKEN, "/repo/healthy.tar.gz": example("healthy") };
  const same = await cli("snapshot diff broken.tar.gz broken.tar.gz", { files });
  deepStrictEqual([same.status, same.stdout.split("\n").length], [0, 2]);
  const { status, stdout } = await cli("snapshot diff healthy.tar.gz broken.tar.gz", { files });
  strictEqual(status, 1);
  match(stdout, /^[~+] .*VirtualService bookinfo\/reviews$/m);
  doesNotMatch(stdout, /Lease|resourceVersion/);
});

Deno.test("snapshot diff compares the proxies and versions of all clusters", async () => {
  const mesh = (folder: string, version: string, port: number) => {
    const manifest = (clusterName: string, istioVersion: string) =>
      JSON.stringify({ format: 1, clusterName, istioVersion });
    const west = `/repo/${folder}/clusters/west`;
    const address = { socket_address: { address: "0.0.0.0", port_value: port } };
    const listener = {
      "@type": "type.googleapis.com/envoy.config.listener.v3.Listener",
      name: "inbound",
      address,
    };
    return {
      [`/repo/${folder}/manifest.json`]: manifest("east", "1.31.0"),
      [`${west}/manifest.json`]: manifest("west", version),
      [`${west}/proxies/shop/web-1/config_dump.json`]: JSON.stringify({
        configs: [{
          "@type": "type.googleapis.com/envoy.admin.v3.ListenersConfigDump",
          dynamic_listeners: [{ name: "inbound", active_state: { listener } }],
        }],
      }),
    };
  };
  const files = { ...mesh("before", "1.31.0", 15006), ...mesh("after", "1.32.0", 15007) };
  const { status, stdout } = await cli("snapshot diff before after", { files });
  strictEqual(status, 1);
  match(stdout, /^~ west: istioVersion: 1\.31\.0 → 1\.32\.0$/m);
  match(stdout, /^~ proxy west: shop\/web-1\n {4}listener inbound/m);
});

Deno.test("a full disk ends a capture with one sentence and leaves no file", async () => {
  let wasAborted = false;
  const full = (world: World): World => ({
    ...world,
    fs: {
      ...world.fs,
      create: () =>
        Promise.resolve(
          new WritableStream({
            write: () => {
              throw new Failure(
                "FILE_NOT_WRITABLE",
                'Cannot write file "out.tar.gz": no space left',
              );
            },
            abort: () => void (wasAborted = true),
          }),
        ),
    },
  });
  const ran = await cli("snapshot redact broken.tar.gz out.tar.gz", { files: BROKEN }, full);
  deepStrictEqual([ran.status, ran.stdout], [3, ""]);
  strictEqual(ran.stderr, 'meshmedic: Cannot write file "out.tar.gz": no space left\n');
  strictEqual(ran.created.size, 0);
  strictEqual(wasAborted, false, "a stream that failed need not be told");
});

Deno.test("an interrupted capture leaves no file", async () => {
  const interrupt = new AbortController();
  let wasAborted = false;
  const interrupted = (world: World): World => ({
    ...world,
    fs: {
      ...world.fs,
      create: () =>
        Promise.resolve(
          new WritableStream({
            write: () => interrupt.abort(),
            abort: () => void (wasAborted = true),
          }),
        ),
    },
  });
  const ran = await cli(
    "snapshot redact broken.tar.gz out.tar.gz",
    { files: BROKEN },
    interrupted,
    interrupt.signal,
  );
  deepStrictEqual([ran.status, ran.stdout], [130, ""]);
  ok(wasAborted, "the file was given up");
});
