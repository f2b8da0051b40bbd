import pc from "picocolors";
import type { Manual } from "../core/mod.ts";
import { columns } from "./columns.ts";
import { codeBlock } from "./markdown.ts";
import type { Style } from "./style.ts";
import { indented, wrap } from "./text.ts";

/** The manuals of one code for a person at a terminal. */
export function manualText(manuals: readonly Manual[], style: Style): string {
  const { bold, cyan, dim } = pc.createColors(style.color);
  return manuals.map((manual) =>
    [
      bold(wrap(`${manual.code} ${manual.title}`, style.columns)),
      dim(wrap(tagsOf(manual), style.columns)),
      ...chaptersOf(manual).flatMap(({ title, text }) => [
        "",
        bold(cyan(title)),
        wrap(text, style.columns, "  "),
      ]),
      ...(manual.example === undefined ? [] : [
        "",
        bold(cyan("Example")),
        indented(manual.example.manifest, "  "),
        "",
        wrap(manual.example.says.trimEnd(), style.columns, "  "),
      ]),
      ...(manual.links ?? []).flatMap((link) => ["", dim(`  ${link}`)]),
    ].join("\n") + "\n"
  ).join("\n");
}

/** The list of what can be explained. */
export function manualTable(manuals: readonly Manual[], style: Style): string {
  const rows = manuals.map(({ code, severity, name, title }) => [code, severity, name, title]);
  return columns(["CODE", "SEVERITY", "NAME", "TITLE"], rows, style);
}

/** The manuals of one code as a page. */
export function manualPage(manuals: readonly Manual[]): string {
  const [first] = manuals;
  if (first === undefined) return "";
  const single = manuals.length === 1;
  return [
    single ? `# ${first.code}: ${first.title}` : `# ${first.code}`,
    ...manuals.flatMap((manual) => [
      ...(single ? [] : [`## ${manual.title}`]),
      tagsOf(manual).replace(manual.name, `\`${manual.name}\``),
      ...chaptersOf(manual).map(({ title, text }) =>
        `${single ? "##" : "###"} ${title}\n\n${text}`
      ),
      ...(manual.example === undefined ? [] : [
        `${single ? "##" : "###"} Example`,
        codeBlock("yaml", manual.example.manifest),
        codeBlock("text", manual.example.says),
      ]),
      ...(manual.links === undefined ? [] : [manual.links.map((link) => `- <${link}>`).join("\n")]),
    ]),
  ].join("\n\n") + "\n";
}

function tagsOf({ kind, name, severity, equivalents = [] }: Manual): string {
  const alike = equivalents.length === 0 ? "" : ` · same as ${equivalents.join(", ")}`;
  return `${name} · ${kind} · ${severity}${alike}`;
}

function chaptersOf({ why, symptom, remedy, verify }: Manual): { title: string; text: string }[] {
  return [
    { title: "Why", text: why },
    ...(symptom === undefined ? [] : [{ title: "How it shows", text: symptom }]),
    { title: "What to do", text: remedy },
    ...(verify === undefined ? [] : [{ title: "How to see that it is cured", text: verify }]),
  ];
}
