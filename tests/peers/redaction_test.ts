/** What a snapshot leaves out on purpose is nothing that a diagnosis needs, and names are not. @module */
import { deepStrictEqual, ok } from "node:assert/strict";
import { realWorld } from "../../lib/io/mod.ts";
import {
  capture,
  type DiagnosisReport,
  Mesh,
  namesIn,
  openSnapshot,
  podsRead,
  Pseudonyms,
  type Scope,
  type Snapshot,
} from "../../mod.ts";
import { pseudonymousDocument } from "../../lib/snapshot/pseudonyms/document.ts";
import { requestParser } from "../../lib/cli/request_parser.ts";
import { fakeWorld } from "../fake_world.ts";
import { diagnose, peerTest, recordingNames, shared, type Truth, truthOf } from "./shared.ts";

const KEY = new Uint8Array(32);
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

  peerTest(`${name} gives the same diagnosis from what one pair needs`, "captures", async () => {
    const before = await openSnapshot(shared(`captures/${name}.tar.gz`), {
      world: realWorld(),
      signal,
    });
    const [recording] = before.recordings;
    const asked = { ...truth, args: [] };
    const pods = await podsRead(
      recording,
      (noted) => diagnose(asked, { ...before, recordings: [noted] }),
    );
    const after = await redacted(before, { hasPod: (...pod) => pods.has(pod.join("/")) });
    ok(pods.size <= 5, [...pods].join(", "));
    deepStrictEqual(await told(truth, after), await told(truth, before));
  });

  peerTest(`${name} gives the same diagnosis under other names`, "captures", async () => {
    const before = await openSnapshot(shared(`captures/${name}.tar.gz`), {
      world: realWorld(),
      signal,
    });
    const pseudonyms = new Pseudonyms(KEY, namesIn(before.resources));
    const after = await redacted(before, { pseudonyms });
    const { source, destination, args } = truth;
    const asked: Truth = {
      ...truth,
      source: pseudonyms.text(source ?? ""),
      destination: pseudonyms.text(destination ?? ""),
      args: args.map((arg) => pseudonyms.text(arg)),
    };
    const expected = pseudonymousDocument(proof(await diagnose(truth, before)), pseudonyms);
    deepStrictEqual(proof(await diagnose(asked, after)), expected);
  });
}

async function redacted(
  { recordings, resources, gaps }: Snapshot,
  { hasPod = () => true, pseudonyms }: {
    readonly hasPod?: Scope["hasPod"];
    readonly pseudonyms?: Pseudonyms;
  } = {},
): Promise<Snapshot> {
  const { world, out } = fakeWorld();
  await capture(recordings, {
    path: "out.tar.gz",
    scope: { hasPod, hasApplicationLogs: false },
    parseRequest: requestParser(new Mesh(resources).config),
    gaps,
    limitBytes: Infinity,
    limitMs: Infinity,
    ...(pseudonyms && { pseudonyms }),
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

/** What was found, where, and why: without the manual's text and what a remedy makes of names. */
function proof({ verdict, headline, findings, hops }: DiagnosisReport): unknown {
  const found = findings.map(({ cause, severity, confidence, title, resources, evidence }) => {
    return { cause, severity, confidence, title, resources, evidence };
  });
  return { verdict, headline, findings: found, hops };
}
