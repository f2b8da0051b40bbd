import { COLLECTION_STYLE, type Event, EVENT_ID, SCALAR_STYLE, type ScalarEvent } from "js-yaml";

const COLON_AT_END = /:[\],]/;

/**
 * The events of a text in which an item of a list in brackets may end in a colon, as in `[2001:db8::]`. For
 * kubectl that is a text; YAML 1.2 sees a key without a value.
 */
export function withTrailingColons(events: Event[], source: string): Event[] {
  if (!COLON_AT_END.test(source)) return events;
  const read: Event[] = [];
  for (let i = 0; i < events.length; i++) {
    const item = itemAt(events, i, source);
    read.push(item ?? events[i]!);
    if (item) i += 3;
  }
  return read;
}

/** The text that the pair of a key and nothing at `index` stands for. */
function itemAt(events: readonly Event[], index: number, source: string): ScalarEvent | undefined {
  const [pair, key, value, end] = events.slice(index, index + 4);
  if (pair?.type !== EVENT_ID.MAPPING || pair.style !== COLLECTION_STYLE.FLOW) return undefined;
  if (source[pair.start] === "{" || end?.type !== EVENT_ID.POP) return undefined;
  if (key?.type !== EVENT_ID.SCALAR || key.style !== SCALAR_STYLE.PLAIN) return undefined;
  if (value?.type !== EVENT_ID.SCALAR || value.valueStart >= 0) return undefined;
  const isAtEnd = COLON_AT_END.test(source.slice(key.valueEnd, key.valueEnd + 2));
  return isAtEnd ? { ...key, valueEnd: key.valueEnd + 1 } : undefined;
}
