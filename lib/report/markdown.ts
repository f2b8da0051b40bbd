/** Text in a Markdown document. @module */
import { printable } from "./text.ts";

/** Text that means itself, also inside a table cell. */
export function markdownText(text: string): string {
  return printable(text).replace(/[\\`*_{}[\]<>#|~]/g, "\\$&").replaceAll("\n", " ");
}

/** Text as it is, in a code span that also fits into a table cell. */
export function codeSpan(text: string): string {
  const safe = printable(text).replaceAll("\n", " ").replaceAll("|", "\\|");
  const longest = Math.max(0, ...[...safe.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  return longest === 0 ? `${fence}${safe}${fence}` : `${fence} ${safe} ${fence}`;
}

/** A fenced block of `language`. */
export function codeBlock(language: string, text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}${language}\n${text.trimEnd()}\n${fence}`;
}
