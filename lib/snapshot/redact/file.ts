import { isRecord, scrub } from "../../core/mod.ts";
import type { AccessLogParser } from "../../evidence/mod.ts";
import { redactJson } from "./json.ts";
import { redactMessages, redactProxyLog } from "./log.ts";
import { redactObject } from "./object.ts";

/** How the files of one snapshot are read. */
export interface RedactionOptions {
  /** Reads a line of the access log in the format of the mesh. */
  readonly parseRequest: AccessLogParser;
  /** Whether the logs of applications are kept; nobody knows what they hold. */
  readonly hasApplicationLogs: boolean;
}

/** What a redaction takes out, for the manifest. */
export const REDACTIONS: readonly string[] = [
  "data of Secrets but public certificates, and of ConfigMaps but those of the mesh",
  "environment, commands and arguments of containers but Istio's own",
  "annotations but those of Istio, the Gateway API and Kubernetes",
  "values of headers that are added, or matched by a sensitive name",
  "values of queries, and all of access logs but their known fields",
  "settings and source code of extensions",
  "private keys, tokens, passwords and cookies in any text",
];

const ISTIO_CONTAINERS = /^(?:discovery|install-cni|istio-proxy|istio-validation|ztunnel)\.log$/;

/**
 * A file of a snapshot as it may be given away; `undefined` where nothing of it may. Its place in the
 * layout says what it is.
 */
export function redactFile(
  path: string,
  text: string,
  { parseRequest, hasApplicationLogs }: RedactionOptions,
): string | undefined {
  if (path.endsWith(".prom")) return redactExposition(text);
  const name = path.slice(path.lastIndexOf("/") + 1);
  if (name === "access.log") return redactProxyLog(text, parseRequest);
  if (name.endsWith(".log")) {
    if (name === "istiod.log" || ISTIO_CONTAINERS.test(name)) return redactMessages(text);
    return hasApplicationLogs ? text.split("\n").map(scrub).join("\n") : undefined;
  }
  if (path === "istiod/version.json") return /^[\w.+-]+\s*$/.exec(text)?.[0];
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // What is no JSON is of no known form.
    return undefined;
  }
  return JSON.stringify(redactDocument(path, value));
}

function redactDocument(path: string, value: unknown): unknown {
  if (path === "istiod/debug/configz.json") return redactObjects(value);
  if (!path.startsWith("resources/")) return redactJson(value);
  const items = redactObjects(isRecord(value) ? value["items"] : undefined);
  return { apiVersion: "v1", kind: "List", items };
}

function redactObjects(value: unknown): unknown[] {
  return Array.isArray(value) ? value.filter(isRecord).map(redactObject) : [];
}

/** Lines of metrics; of help and of anything else that is no metric nothing is kept. */
function redactExposition(text: string): string {
  const kept = text.split("\n").filter((line) =>
    /^[a-zA-Z_:][\w:]*(?:\{.*\})? \S+(?: \d+)?$|^# TYPE /.test(line)
  );
  return kept.map((line) => `${scrub(line)}\n`).join("");
}
