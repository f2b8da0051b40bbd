import { pseudonymousDocument } from "./document.ts";
import type { Pseudonyms } from "./pseudonyms.ts";

/** What pseudonyms stand for, for the manifest. */
export const PSEUDONYMS: readonly string[] = [
  "names of objects, namespaces, nodes, hosts, images and labels, replaced by pseudonyms, but for words that Kubernetes, Istio and Envoy use themselves",
  "IP addresses, replaced by others with the same relations to ranges",
  "e-mail addresses, numbers of accounts and machines, names and keys of certificates, replaced",
];

/** Folders whose names in a snapshot are those of namespaces, pods, containers and clusters. */
const NAMED_FOLDERS = /^(?:clusters|istiod\/config_dump|logs|proxies)\//;

/** The path of a file of a snapshot, with other names. */
export function pseudonymousPath(path: string, pseudonyms: Pseudonyms): string {
  return NAMED_FOLDERS.test(path) ? pseudonyms.text(path) : path;
}

/** A redacted file of a snapshot with other names; its place in the layout says what it is. */
export function pseudonymousFile(path: string, text: string, pseudonyms: Pseudonyms): string {
  if (path.endsWith(".json")) {
    return path === "istiod/version.json"
      ? text
      : JSON.stringify(pseudonymousDocument(JSON.parse(text), pseudonyms));
  }
  const change = path.endsWith(".prom") ? changedMetric : changedLine;
  return text.split("\n").map((line) => change(line, pseudonyms)).join("\n");
}

/** A metric keeps its name, and its labels theirs. */
function changedMetric(line: string, pseudonyms: Pseudonyms): string {
  return line.replace(
    /="((?:[^"\\]|\\.)*)"/g,
    (_, value: string) => `="${pseudonyms.text(value)}"`,
  );
}

/** Requests are JSON after redaction; all else is a message. */
function changedLine(line: string, pseudonyms: Pseudonyms): string {
  if (!line.startsWith("{")) return pseudonyms.text(line);
  try {
    return JSON.stringify(pseudonymousDocument(JSON.parse(line), pseudonyms));
  } catch {
    return pseudonyms.text(line);
  }
}
