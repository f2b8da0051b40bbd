import { isRecord } from "../../core/mod.ts";
import { hasCertificates, withPseudonymousCertificates } from "./certificate.ts";
import type { Pseudonyms } from "./pseudonyms.ts";

/** Maps whose keys are chosen by users, and not by who defines the map. */
const FREE_MAPS =
  /^(?:annotations|headers|labels|LABELS|Labels|LabelSelectors|matchLabels|namespace_to_\w+|nodeSelector|queryParams|selector|Shards|withoutHeaders)$/;
/** Numbers of machines and certificates. */
const IDENTIFIERS = new Set(["bootID", "machineID", "serial_number", "systemUUID"]);

/**
 * A document of Kubernetes, Istio, Envoy or Prometheus with other names. Fields keep their names; keys of
 * maps that users fill are names themselves.
 */
export function pseudonymousDocument(value: unknown, pseudonyms: Pseudonyms): unknown {
  return changed(value, { field: "", holder: "" }, pseudonyms);
}

/** Where a value stands: its field, and the field of the map that has it. */
interface Place {
  readonly field: string;
  readonly holder: string;
}

function changed(value: unknown, place: Place, pseudonyms: Pseudonyms): unknown {
  if (typeof value === "string") return changedText(value, place, pseudonyms);
  if (Array.isArray(value)) return value.map((item) => changed(item, place, pseudonyms));
  if (!isRecord(value)) return value;
  const range = rangeOf(value, pseudonyms);
  const hasFreeKeys = FREE_MAPS.test(place.field) || isName(place.field);
  return Object.fromEntries(
    Object.entries(value).map(([field, inner]) => {
      const key = !hasFreeKeys && /^\w+$/.test(field) ? field : pseudonyms.text(field);
      const at = { field, holder: place.field };
      return [key, range?.[field] ?? changed(inner, at, pseudonyms)];
    }),
  );
}

function changedText(text: string, { field, holder }: Place, pseudonyms: Pseudonyms): string {
  if (hasCertificates(text)) return withPseudonymousCertificates(text, pseudonyms);
  if (IDENTIFIERS.has(field)) return pseudonyms.identifier(text);
  if (field === "name" && holder === "env") return pseudonyms.variable(text);
  return pseudonyms.text(text);
}

/** Whether a key is a name itself, such as a host, so that the map below it is one of names too. */
function isName(field: string): boolean {
  return /^(?!envoy\.)[\w-]+\.[^/]*$/.test(field);
}

/** The beginning of a range that Envoy writes apart from its length: further bits of it would be odd. */
function rangeOf(
  { address_prefix: prefix, prefix_len: length }: Readonly<Record<string, unknown>>,
  pseudonyms: Pseudonyms,
): Readonly<Record<string, unknown>> | undefined {
  if (typeof prefix !== "string") return undefined;
  const bits = isRecord(length) ? length["value"] : length;
  const [start] = pseudonyms.text(`${prefix}/${bits ?? 0}`).split("/");
  return { address_prefix: start };
}
