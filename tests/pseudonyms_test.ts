/** Every cause is found under other names as under the real ones. @module */
import { deepStrictEqual } from "node:assert/strict";
import fc from "fast-check";
import { parseDefaultLine } from "../lib/evidence/mod.ts";
import { pseudonymousDocument } from "../lib/snapshot/pseudonyms/document.ts";
import { pseudonymousFile, pseudonymousPath } from "../lib/snapshot/pseudonyms/file.ts";
import { redactFile } from "../lib/snapshot/redact/file.ts";
import {
  type AnyResource,
  diagnoseConnectivity,
  type DiagnosisReport,
  namesIn,
  parseQuestion,
  Pseudonyms,
  schemas,
} from "../mod.ts";
import { type CaseParts, filesOf, meshOfObjects, NOW, recordingOf } from "./cases/case_of.ts";
import { rows } from "./causes/rows.ts";

const RESOURCES = "resources/all.json";
const KEY = new Uint8Array(32);

/** What a case is about, in files as a snapshot has them. */
interface Recorded {
  readonly parts: CaseParts;
  readonly files: ReadonlyMap<string, string>;
}

function recorded(parts: CaseParts): Recorded {
  const items = parts.objects;
  const files = filesOf(meshOfObjects(items), parts);
  files.set(RESOURCES, JSON.stringify({ apiVersion: "v1", kind: "List", items }));
  return { parts, files: new Map([...files].flatMap(([path, text]) => redacted(path, text))) };
}

function redacted(path: string, text: string): [string, string][] {
  const options = { parseRequest: parseDefaultLine, hasApplicationLogs: false };
  const kept = redactFile(path, text, options);
  return kept === undefined ? [] : [[path, kept]];
}

function renamed({ parts, files }: Recorded, pseudonyms: Pseudonyms): Recorded {
  const { from = "sleep.client", to = "web.shop:80", request = {} } = parts;
  return {
    parts: {
      ...parts,
      from: pseudonyms.text(from),
      to: pseudonyms.text(to),
      request: pseudonymousDocument(request, pseudonyms) as NonNullable<CaseParts["request"]>,
    },
    files: new Map([...files].map(([path, text]) => [
      pseudonymousPath(path, pseudonyms),
      pseudonymousFile(path, text, pseudonyms),
    ])),
  };
}

async function found({ parts, files }: Recorded): Promise<unknown> {
  const { from = "sleep.client", to = "web.shop:80", request = {} } = parts;
  const { items } = JSON.parse(files.get(RESOURCES) ?? "{}") as { items: object[] };
  const report = await diagnoseConnectivity(
    parseQuestion({ from, to, namespace: "default", ...request }),
    {
      mesh: meshOfObjects(items),
      recording: recordingOf(files, parts.manifest),
      now: NOW,
      signal: new AbortController().signal,
    },
  );
  return proof(report);
}

/** What was found, where, and why: without the manual's text and what a remedy makes of names. */
function proof({ verdict, findings }: DiagnosisReport): unknown {
  return {
    verdict,
    findings: findings.map(({ cause, severity, confidence, resources }) => {
      return { cause, severity, confidence, resources };
    }),
  };
}

function pseudonymsFor(objects: readonly object[], key = KEY): Pseudonyms {
  return new Pseudonyms(
    key,
    namesIn(
      schemas.all().flatMap(({ identifier }) => [
        ...meshOfObjects(objects).list(identifier) as readonly AnyResource[],
      ]),
    ),
  );
}

/** Causes that compare the letters of names, which other names do not share. */
const SPELLING = new Set(["MM-C40", "MM-R08"]);

const firstRows = new Map(
  rows.filter(({ cause, fires }) => !SPELLING.has(cause) && fires.clusters === undefined)
    .toReversed().map((row) => [row.cause, row]),
);
for (const { cause, fires } of firstRows.values()) {
  Deno.test(`${cause} is found under other names`, async () => {
    const before = recorded(fires);
    const pseudonyms = pseudonymsFor(fires.objects);
    const expected = pseudonymousDocument(await found(before), pseudonyms);
    deepStrictEqual(await found(renamed(before, pseudonyms)), expected);
  });
}

Deno.test("what is found does not depend on which other names there are", async () => {
  const picked = fc.constantFrom(...firstRows.values());
  const keys = fc.uint8Array({ minLength: 16, maxLength: 16 });
  await fc.assert(
    fc.asyncProperty(picked, keys, async ({ fires }, key) => {
      const before = recorded(fires);
      const pseudonyms = pseudonymsFor(fires.objects, key);
      const expected = pseudonymousDocument(await found(before), pseudonyms);
      deepStrictEqual(await found(renamed(before, pseudonyms)), expected);
    }),
    { numRuns: 50 },
  );
});
