import {
  type AccessLogEntry,
  type AccessLogParser,
  jsonParser,
  parseDefaultLine,
  parseZtunnelLine,
  textParser,
  type ZtunnelConnection,
} from "../evidence/mod.ts";
import { isRecord } from "../core/mod.ts";
import type { EffectiveMeshConfig } from "../mesh/mod.ts";

/** What a line is. */
export type ReadLine =
  | { readonly kind: "request"; readonly entry: AccessLogEntry; readonly pod: string }
  | { readonly kind: "ztunnel"; readonly connection: ZtunnelConnection; readonly pod: string }
  | { readonly kind: "message" }
  | { readonly kind: "unreadable" };

/** A format of access logs: a text with command operators, or a JSON object of them. */
export type AccessLogFormat = string | Readonly<Record<string, string>>;

/** Reads a format as a user writes it; a text that is a JSON object is the format of JSON lines. */
export function parseFormat(text: string): AccessLogFormat {
  if (!text.trimStart().startsWith("{")) return text;
  try {
    return labelsOf(JSON.parse(text)) ?? text;
  } catch {
    return text;
  }
}

/** The formats that mesh settings give to access logs: their own, then those of the providers. */
export function formatsOf(
  config: Pick<EffectiveMeshConfig, "accessLogFormat" | "accessLogEncoding" | "extensionProviders">,
): readonly AccessLogFormat[] {
  const { accessLogFormat = "", extensionProviders = [] } = config;
  const own = accessLogFormat === "" ? [] : [parseFormat(accessLogFormat)];
  const provided = extensionProviders.flatMap(({ envoyFileAccessLog }) => {
    const { text, labels } = envoyFileAccessLog?.logFormat ?? {};
    return [...(text ? [text] : []), ...(labelsOf(labels) ? [labelsOf(labels)!] : [])];
  });
  return [...own, ...provided];
}

/** Makes a reader of lines that knows these formats and Istio's default ones, with ztunnel's. */
export function lineReader(formats: readonly AccessLogFormat[]): (line: string) => ReadLine {
  const parsers = formats.map((format): AccessLogParser =>
    typeof format === "string" ? textParser(format) : jsonParser(format)
  );
  let isAfterMessage = false;
  return (line) => {
    const { text, pod } = unwrap(line);
    const read = readLine(text, pod, parsers);
    // Messages go on in indented lines; Go and Envoy print stacks and configuration so.
    const isContinued = read.kind === "unreadable" && isAfterMessage && /^\s|^$/.test(text);
    isAfterMessage = read.kind === "message" || isContinued;
    return isContinued ? { kind: "message" } : read;
  };
}

function readLine(text: string, pod: string, parsers: readonly AccessLogParser[]): ReadLine {
  const connection = parseZtunnelLine(text);
  if (connection) return { kind: "ztunnel", connection, pod };
  for (const parse of [...parsers, parseDefaultLine]) {
    const entry = parse(text);
    if (entry) return { kind: "request", entry, pod };
  }
  return { kind: MESSAGE.test(text) ? "message" : "unreadable" };
}

const MESSAGE = new RegExp(
  [
    /^\d{4}-\d\d-\d\d[T ][\d:.]+Z?\s+(?:trace|debug|info|notice|warn(?:ing)?|error|critical|fatal)\b/,
    /^\[\d{4}-\d\d-\d\d [\d:.]+\]\[\d+\]/,
    /^\{"(?:level|time|timestamp|ts|msg|message)":/,
  ].map(({ source }) => source).join("|"),
  "i",
);

/** What `kubectl logs` and container runtimes write before a line: a name, a time, a stream. */
function unwrap(line: string): { text: string; pod: string } {
  const [prefix = "", pod = ""] = /^\[pod\/([^/\]]+)\/[^\]]+\] /.exec(line) ?? [];
  const bare = line.slice(prefix.length);
  const [stamp = ""] =
    /^\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d) (?:std(?:out|err) [FP] )?(?=[[{]|\d{4}-)/
      .exec(bare) ?? [];
  return { text: bare.slice(stamp.length), pod };
}

function labelsOf(value: unknown): Readonly<Record<string, string>> | undefined {
  if (!isRecord(value)) return undefined;
  return Object.fromEntries(
    Object.entries(value).filter((pair): pair is [string, string] => typeof pair[1] === "string"),
  );
}
