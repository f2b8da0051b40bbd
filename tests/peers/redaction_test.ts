/** What a snapshot leaves out on purpose is nothing that a diagnosis needs. @module */
import { deepStrictEqual } from "node:assert/strict";
import { realWorld } from "../../lib/io/mod.ts";
import { capture, Mesh, openSnapshot, type Snapshot } from "../../mod.ts";
import { requestParser } from "../../lib/cli/request_parser.ts";
import { fakeWorld } from "../fake_world.ts";
import { diagnose, peerTest, recordingNames, shared, type Truth, truthOf } from "./shared.ts";

const { signal } = new AbortController();

for (const name of recordingNames()) {
  const truth = truthOf(name);
  if (truth.issueType !== "connectivity" || truth.source === null) continue;
  peerTest(`${name} gives the same diagnosis when it is redacted`, "captures", async () => {
    const path = shared(`captures/${name}.tar.gz`);
    const before = await openSnapshot(path, { world: realWorld(), signal });
    const after = await redacted(before);
    deepStrictEqual(await told(truth, after), await told(truth, before));
  });
}

async function redacted({ recordings, resources, gaps }: Snapshot): Promise<Snapshot> {
  const { world, out } = fakeWorld();
  await capture(recordings, {
    path: "out.tar.gz",
    scope: { hasPod: () => true, hasApplicationLogs: false },
    parseRequest: requestParser(new Mesh(resources).config),
    gaps,
    limitBytes: Infinity,
    limitMs: Infinity,
    world,
    signal,
  });
  const files = Object.fromEntries(out.created);
  return await openSnapshot("out.tar.gz", { world: fakeWorld({ files }).world, signal });
}

/** What a person reads of a diagnosis, without how many objects there are. */
async function told(truth: Truth, snapshot: Snapshot): Promise<unknown> {
  const { verdict, headline, findings, hops } = await diagnose(truth, snapshot);
  return { verdict, headline, findings, hops };
}
