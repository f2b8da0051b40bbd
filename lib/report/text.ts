/** Text for people: safe to print, wrapped, counted. @module */
export { counted } from "../core/mod.ts";

// deno-lint-ignore no-control-regex -- this is the place that removes control characters
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;

/** Text without control characters, so that no name out of a mesh can move the cursor. */
export function printable(text: string): string {
  return text.replace(CONTROL, "\ufffd");
}

/** Printable text on one line. */
export function oneLine(text: string): string {
  return printable(text.replace(/\s*\n\s*/g, " "));
}

/** Lines of at most `columns`, each after `indent`; a word is never broken. */
export function wrap(text: string, columns: number, indent = ""): string {
  const lines: string[] = [];
  for (const paragraph of printable(text).split("\n")) {
    let line = "";
    for (const word of paragraph.split(/\s+/)) {
      const longer = line === "" ? word : `${line} ${word}`;
      if (line !== "" && indent.length + longer.length > columns) {
        lines.push(line);
        line = word;
      } else line = longer;
    }
    lines.push(line);
  }
  return lines.map((line) => (indent + line).trimEnd()).join("\n");
}

/** Every line after `indent`, otherwise as it is. */
export function indented(text: string, indent: string): string {
  return text.trimEnd().split("\n").map((line) => (indent + printable(line)).trimEnd()).join("\n");
}

/** Text as the beginning of a sentence. */
export function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Text for an HTML or XML document. */
export function escapeMarkup(text: string): string {
  return printable(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;").replaceAll("'", "&#39;");
}
