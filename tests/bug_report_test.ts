import { deepStrictEqual, doesNotMatch, match, strictEqual } from "node:assert/strict";
import { gzipSync } from "node:zlib";
import { packTar } from "modern-tar";
import { run } from "../lib/cli/mod.ts";
import { openSnapshot } from "../mod.ts";
import { bugReportOf } from "./bug_report.ts";
import { type FakeOutside, fakeWorld } from "./fake_world.ts";

const { signal } = new AbortController();
const CANARY = "canary-4711-x9";

/** A bug report about a mesh whose route names a subset that is not there. */
async function bugReport(): Promise<Uint8Array<ArrayBuffer>> {
  const example = await Deno.readFile(
    new URL("../examples/missing-subset.tar.gz", import.meta.url),
  );
  const { world } = fakeWorld({ files: { "/repo/mesh.tar.gz": example } });
  const files = await bugReportOf(await openSnapshot("mesh.tar.gz", { world, signal }));
  const secrets = `apiVersion: v1
kind: List
items:
- {apiVersion: v1, kind: Secret, metadata: {name: a, namespace: b}, data: {password: ${CANARY}}}
`;
  const entries = Object.entries({ ...files, "bug-report/cluster/secrets": secrets });
  return new Uint8Array(gzipSync(
    await packTar(
      entries.map(([name, body]) => ({
        header: { name, size: new TextEncoder().encode(body).length },
        body,
      })),
    ),
  ));
}

async function cli(argv: string, files: NonNullable<FakeOutside["files"]>) {
  const { world, out } = fakeWorld({ files });
  return { status: await run(argv.split(" "), { world, signal }), ...out };
}

Deno.test("a bug report of istioctl is diagnosed, named, and redacted to a snapshot", async () => {
  const files = { "/repo/bug-report.tar.gz": await bugReport() };
  const question = "--from sleep.client --to reviews.bookinfo:9080";
  const { status, stdout } = await cli(
    `diagnose connectivity --snapshot bug-report.tar.gz ${question} -o json`,
    files,
  );
  const { verdict, findings } = JSON.parse(stdout);
  deepStrictEqual([status, verdict, findings[0].cause], [1, "broken", "MM-R01"]);

  const inspected = await cli("snapshot inspect bug-report.tar.gz", files);
  match(inspected.stdout, /^cluster Kubernetes, captured at .* by istioctl 1\.28\.1 bug-report$/m);

  const redacted = await cli("snapshot redact bug-report.tar.gz out.tar.gz", files);
  strictEqual(redacted.status, 0);
  const written = { "/repo/out.tar.gz": redacted.created.get("/repo/out.tar.gz")! };
  const again = await cli(`diagnose connectivity --snapshot out.tar.gz ${question}`, written);
  match(again.stdout, /MM-R01/);
  const { world } = fakeWorld({ files: written });
  const { recordings: [recording] } = await openSnapshot("out.tar.gz", { world, signal });
  const secrets = await recording.read("resources/secrets.json", signal) ?? "";
  match(secrets, /"name":"a"/);
  doesNotMatch(secrets, new RegExp(CANARY));
});
