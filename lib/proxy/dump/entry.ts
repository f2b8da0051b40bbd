import { isRecord } from "../../core/mod.ts";
import { field, type JsonObject, type Reader, text } from "../envoy/reader.ts";

/** Whether an entry of a dump is in use: `static` and `active` are. */
export type EntryState = "static" | "active" | "warming" | "draining" | "rejected";

/** One entry of a part of a dump. */
export interface DumpEntry<T> {
  /** Whether it is in use; `rejected` stands for an update of which no version was ever taken. */
  readonly state: EntryState;
  /** The entry; `undefined` where only a rejected update is known. */
  readonly item: T | undefined;
  /** The entry as Envoy prints it. */
  readonly json: JsonObject | undefined;
  /** Name under which Envoy lists it: listeners, secrets and rejected entries. */
  readonly name: string;
  /** Version that the control plane gave it; `""` for static ones. */
  readonly versionInfo: string;
  /** When it was last changed, as an RFC 3339 time. */
  readonly lastUpdated: string;
  /** Why the newest update was rejected. */
  readonly rejection: Rejection | undefined;
}

/** An update that Envoy did not take. */
export interface Rejection {
  /** Envoy's own words. */
  readonly details: string;
  /** When, as an RFC 3339 time. */
  readonly lastUpdateAttempt: string;
  /** Version of the rejected update. */
  readonly versionInfo: string;
}

/** Where entries of one state lie: the way from an element of the list to the entry. */
export interface Place {
  /** The state of entries there. */
  readonly state: EntryState;
  /** Fields that lead to the entry. */
  readonly of: readonly string[];
}

/** The lists of a part, and what lies in them. */
export type Places = Readonly<Record<string, Place | readonly Place[]>>;

/** An entry that is in use. */
export interface UsedEntry<T> {
  /** The entry. */
  readonly item: T;
  /** The entry as Envoy prints it. */
  readonly json: JsonObject;
}

/** The entries in use, those from the control plane first. */
export function inUse<T>(entries: readonly DumpEntry<T>[]): UsedEntry<T>[] {
  return ["active", "static"].flatMap((wanted) =>
    entries.flatMap(({ state, item, json }) =>
      state === wanted && item !== undefined && json !== undefined ? [{ item, json }] : []
    )
  );
}

/** All entries of a part, in the order of `places` and of the dump. */
export function entriesOf<T>(
  section: JsonObject | undefined,
  places: Places,
  read: Reader<T | undefined>,
): DumpEntry<T>[] {
  const entries: DumpEntry<T>[] = [];
  for (const [listName, place] of Object.entries(places)) {
    const elements = field(section, listName);
    for (const element of Array.isArray(elements) ? elements : []) {
      if (isRecord(element)) entries.push(...entriesOfElement(element, place, read));
    }
  }
  return entries;
}

function entriesOfElement<T>(
  element: JsonObject,
  places: Place | readonly Place[],
  read: Reader<T | undefined>,
): DumpEntry<T>[] {
  const rejection = rejectionOf(errorStateOf(element));
  const entries: DumpEntry<T>[] = [];
  for (const { state, of } of "state" in places ? [places] : places) {
    const holder = of.slice(0, -1).reduce<unknown>(field, element);
    const json = field(holder, of.at(-1) ?? "");
    if (isRecord(json)) {
      entries.push({ ...head(element, holder), state, json, item: read(json), rejection });
    }
  }
  if (entries.length === 0 && rejection !== undefined) {
    const state = "rejected";
    entries.push({ ...head(element, element), state, json: undefined, item: undefined, rejection });
  }
  return entries;
}

function head(
  element: JsonObject,
  holder: unknown,
): { name: string; versionInfo: string; lastUpdated: string } {
  return {
    name: text(element["name"]) ||
      text(field(field(errorStateOf(element), "failed_configuration"), "name")),
    versionInfo: text(field(holder, "version_info")),
    lastUpdated: text(field(holder, "last_updated")),
  };
}

function errorStateOf(element: JsonObject): unknown {
  return field(element, "error_state");
}

function rejectionOf(errorState: unknown): Rejection | undefined {
  if (!isRecord(errorState)) return undefined;
  return {
    details: text(errorState["details"]),
    lastUpdateAttempt: text(field(errorState, "last_update_attempt")),
    versionInfo: text(field(errorState, "version_info")),
  };
}
