import type { Gap } from "../../core/mod.ts";
import { type Kind, schemas } from "../../mesh/mod.ts";

/** The gap in which objects of a kind may lie; `undefined` where all of them were read. */
export function gapOfKind(gaps: readonly Gap[], kind: Kind): Gap | undefined {
  if (gaps.length === 0) return undefined;
  const names = namesOf(kind);
  return gaps.find(({ what }) => names.includes(kindOfGap(what)));
}

/** A gap names a kind, or the file of a snapshot that lists it: `resources/secrets.json`. */
function kindOfGap(what: string): string {
  return what.slice(what.lastIndexOf("/") + 1).replace(/\.json$/, "");
}

function namesOf(identifier: Kind): string[] {
  const { kind, plural, group } = schemas.byIdentifier(identifier);
  return [identifier, kind, plural, `${plural}.${group}`];
}
